export { exports as GET } from "~/server/http/export";

export const dynamic = "force-dynamic";
