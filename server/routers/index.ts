import { router } from "~/server/trpc";
import { accountRouter } from "./account";
import { articlesRouter } from "./articles";

/** All procedures, a router for each noun. */
export const appRouter = router({
  account: accountRouter,
  articles: articlesRouter,
});

export type AppRouter = typeof appRouter;
