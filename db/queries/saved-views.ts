import { and, asc, count, eq, or, type SQL } from "drizzle-orm";

import type { NewsroomId, UserId, ViewId } from "~/core/ids";
import type { SavedView, ViewPage } from "~/core/saved-view";
import type { Queryable } from "~/db/client";
import { users } from "~/db/schema/people";
import { savedViews } from "~/db/schema/views";

/** The views that people keep. They hold no more than an address: what one shows to somebody is what they may see. */

/** Whose views, in which newsroom. */
export interface ViewKeeper {
  readonly newsroom: NewsroomId;
  readonly person: UserId;
}

/** True of the views that somebody sees: their own, and those that others share. */
function isSeenBy({ newsroom, person }: ViewKeeper): SQL | undefined {
  return and(
    eq(savedViews.newsroomId, newsroom),
    or(eq(savedViews.userId, person), eq(savedViews.shared, true)),
  );
}

async function viewsWhere(db: Queryable, where: SQL | undefined): Promise<SavedView[]> {
  const rows = await db
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      owner: { id: users.id, name: users.name },
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.userId))
    .where(where)
    .orderBy(asc(savedViews.name), asc(savedViews.createdAt), asc(savedViews.id));
  return rows;
}

/** A page's views by name: one's own, and those that others share. */
export async function viewsOf(db: Queryable, keeper: ViewKeeper, page: ViewPage): Promise<SavedView[]> {
  return viewsWhere(db, and(isSeenBy(keeper), eq(savedViews.page, page)));
}

/** One view, if the person sees it. */
export async function viewSeen(db: Queryable, keeper: ViewKeeper, id: ViewId): Promise<SavedView | null> {
  const [view] = await viewsWhere(db, and(isSeenBy(keeper), eq(savedViews.id, id)));
  return view ?? null;
}

/** How many views the person keeps of a page. */
export async function countViews(db: Queryable, keeper: ViewKeeper, page: ViewPage): Promise<number> {
  const [row] = await db
    .select({ views: count() })
    .from(savedViews)
    .where(
      and(
        eq(savedViews.newsroomId, keeper.newsroom),
        eq(savedViews.userId, keeper.person),
        eq(savedViews.page, page),
      ),
    );
  return row?.views ?? 0;
}

/** A view to keep. */
export interface NewView extends Pick<SavedView, "id" | "name" | "query" | "shared"> {
  readonly page: ViewPage;
  readonly createdAt: Date;
}

/** Keeps a view; one of that id that is there already stays as it is. */
export async function keepView(
  db: Queryable,
  { newsroom, person }: ViewKeeper,
  view: NewView,
): Promise<void> {
  await db
    .insert(savedViews)
    .values({ ...view, newsroomId: newsroom, userId: person })
    .onConflictDoNothing();
}

function isOwn({ newsroom, person }: ViewKeeper, id: ViewId): SQL | undefined {
  return and(eq(savedViews.id, id), eq(savedViews.newsroomId, newsroom), eq(savedViews.userId, person));
}

/** Changes one's own view. */
export async function changeView(
  db: Queryable,
  keeper: ViewKeeper,
  { id, ...change }: Pick<SavedView, "id" | "name" | "query" | "shared">,
): Promise<void> {
  await db.update(savedViews).set(change).where(isOwn(keeper, id));
}

/** Forgets one's own view. */
export async function forgetView(db: Queryable, keeper: ViewKeeper, id: ViewId): Promise<void> {
  await db.delete(savedViews).where(isOwn(keeper, id));
}
