export { trpc as GET, trpc as POST } from "~/server/http/trpc";

export const dynamic = "force-dynamic";
