import { router } from "~/server/trpc";

/** All procedures, a router for each noun. */
export const appRouter = router({});

export type AppRouter = typeof appRouter;
