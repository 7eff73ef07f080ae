export { upload as POST } from "~/server/http/upload";

export const dynamic = "force-dynamic";
