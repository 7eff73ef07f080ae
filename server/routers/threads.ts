import { z } from "zod";

import { ArticleId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import { mustBeAllowed } from "~/core/policy";
import { answering, type Participant, participantsOf, reading } from "~/db/queries/threads";
import { countWaiting, WaitingCursor, type WaitingPage, waitingQueries } from "~/db/queries/waiting";
import { inNewsroom, onArticle, router } from "~/server/trpc";

export type { WaitingPage, WaitingQuery } from "~/db/queries/waiting";

/** Threads, beside what `articles.execute` does in them: who takes part, and what waits for whom. */

/** Somebody who can be mentioned, and perhaps asked. */
export interface Listener extends Participant {
  readonly mayAnswer: boolean;
}

export const threadsRouter = router({
  /** Who sees the article, to mention and to ask. */
  participants: onArticle
    .input(z.strictObject({ article: ArticleId }))
    .query(async ({ ctx }): Promise<Listener[]> => {
      const { article } = ctx;
      mustBeAllowed(ctx.actor, "comment", { article });
      const all = await participantsOf(ctx.db, article.newsroom, article.id);
      const asked = new Set(answering(all, article).map(({ id }) => id));
      return reading(all, article).map((person) => ({ ...person, mayAnswer: asked.has(person.id) }));
    }),

  /** A page of the open queries that wait for the caller. */
  waiting: inNewsroom
    .input(
      z.strictObject({
        newsroom: Slug,
        cursor: WaitingCursor.nullish(),
        limit: z.number().int().min(1).max(50).default(30),
        /** Said by the browser's cache of pages; there is one direction. */
        direction: z.literal("forward").optional(),
      }),
    )
    .query(({ ctx, input }): Promise<WaitingPage> => {
      const { cursor, limit } = input;
      return waitingQueries(ctx.db, ctx.actor, ctx.newsroomId, { after: cursor ?? null, limit });
    }),

  /** How many wait for the caller. */
  waitingCount: inNewsroom
    .input(z.strictObject({ newsroom: Slug }))
    .query(({ ctx }): Promise<number> => countWaiting(ctx.db, ctx.actor, ctx.newsroomId)),
});
