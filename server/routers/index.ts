import { router } from "~/server/trpc";
import { accountRouter } from "./account";

/** All procedures, a router for each noun. */
export const appRouter = router({
  account: accountRouter,
});

export type AppRouter = typeof appRouter;
