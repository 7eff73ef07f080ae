export { auth as GET, auth as POST } from "~/server/http/auth";

export const dynamic = "force-dynamic";
