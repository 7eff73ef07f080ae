import { z } from "zod";

import { DomainError } from "~/core/errors";
import type { ViewId as Id } from "~/core/ids";
import { MOST_VIEWS, type SavedView } from "~/core/saved-view";
import { ViewId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import { ViewName, ViewPage, ViewQuery } from "~/core/shapes/saved-view";
import type { Queryable } from "~/db/client";
import {
  changeView,
  countViews,
  forgetView,
  keepView,
  type ViewKeeper,
  viewSeen,
  viewsOf,
} from "~/db/queries/saved-views";
import { inNewsroom, router } from "~/server/trpc";

export type { SavedView } from "~/core/saved-view";

/** Saved views of the newsroom's pages: one's own, and those that others share. Only who keeps one changes it. */

const place = { newsroom: Slug };

/** @throws DomainError not-found where the person does not see the view, forbidden where somebody else keeps it */
async function mustBeOwn(db: Queryable, keeper: ViewKeeper, id: Id): Promise<SavedView> {
  const view = await viewSeen(db, keeper, id);
  if (!view) throw new DomainError("not-found", "There is no such saved view.");
  if (view.owner.id === keeper.person) return view;
  throw new DomainError("forbidden", `“${view.name}” is kept by ${view.owner.name}, who alone changes it.`);
}

export const viewsRouter = router({
  /** The views of a page, by name. */
  list: inNewsroom
    .input(z.strictObject({ ...place, page: ViewPage }))
    .query(({ ctx, input }): Promise<SavedView[]> => viewsOf(ctx.db, keeperIn(ctx), input.page)),

  /** Keeps a view. The same again changes nothing. */
  keep: inNewsroom
    .input(
      z.strictObject({
        ...place,
        id: ViewId,
        page: ViewPage,
        name: ViewName,
        query: ViewQuery,
        shared: z.boolean(),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<SavedView> => {
      const { newsroom: _, ...view } = input;
      const keeper = keeperIn(ctx);
      const isKnown = (await viewSeen(ctx.db, keeper, view.id)) !== null;
      if (!isKnown && (await countViews(ctx.db, keeper, view.page)) >= MOST_VIEWS) {
        const sentence = `You keep ${MOST_VIEWS} views of this page, which is as many as there may be. Delete one first.`;
        throw new DomainError("illegal-state", sentence);
      }
      await keepView(ctx.db, keeper, { ...view, createdAt: new Date(ctx.now()) });
      return mustBeOwn(ctx.db, keeper, view.id);
    }),

  /** Renames one's own view, keeps another query under its name, or shares it or no longer. */
  change: inNewsroom
    .input(
      z.strictObject({
        ...place,
        id: ViewId,
        name: ViewName.optional(),
        query: ViewQuery.optional(),
        shared: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx, input }): Promise<SavedView> => {
      const keeper = keeperIn(ctx);
      const view = await mustBeOwn(ctx.db, keeper, input.id);
      const { name = view.name, query = view.query, shared = view.shared } = input;
      await changeView(ctx.db, keeper, { id: view.id, name, query, shared });
      return { ...view, name, query, shared };
    }),

  /** Forgets one's own view. */
  forget: inNewsroom
    .input(z.strictObject({ ...place, id: ViewId }))
    .mutation(async ({ ctx, input }): Promise<void> => {
      const keeper = keeperIn(ctx);
      await mustBeOwn(ctx.db, keeper, input.id);
      await forgetView(ctx.db, keeper, input.id);
    }),
});

function keeperIn({
  newsroomId,
  actor,
}: {
  newsroomId: ViewKeeper["newsroom"];
  actor: { id: ViewKeeper["person"] };
}): ViewKeeper {
  return { newsroom: newsroomId, person: actor.id };
}
