export { download as GET, attach as POST } from "~/server/http/evidence-file";

export const dynamic = "force-dynamic";
