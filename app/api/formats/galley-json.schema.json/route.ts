export { galleySchema as GET } from "~/server/http/schema";
