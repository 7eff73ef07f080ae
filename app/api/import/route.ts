export { importing as POST } from "~/server/http/import";

export const dynamic = "force-dynamic";
