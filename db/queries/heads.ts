import { asc, eq, gt } from "drizzle-orm";

import type { ArticleId, NewsroomId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import type { Head } from "~/db/log";
import { articles } from "~/db/schema/articles";
import { newsrooms } from "~/db/schema/newsrooms";

/** Where the article's log ends, as its row says; null when there is no such article. */
export async function headOf(db: Queryable, id: ArticleId): Promise<Head | null> {
  const [row] = await db
    .select({ seq: articles.headSeq, hash: articles.headHash })
    .from(articles)
    .where(eq(articles.id, id));
  return row ?? null;
}

/** Where the newsroom's own log ends, as its row says; null when there is no such newsroom. */
export async function headOfNewsroom(db: Queryable, id: NewsroomId): Promise<Head | null> {
  const [row] = await db
    .select({ seq: newsrooms.headSeq, hash: newsrooms.headHash })
    .from(newsrooms)
    .where(eq(newsrooms.id, id));
  return row ?? null;
}

/** The ids of all articles of all newsrooms, in order: for whoever verifies the whole database. */
export async function articleIds(
  db: Queryable,
  after: ArticleId | null,
  limit: number,
): Promise<ArticleId[]> {
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(after ? gt(articles.id, after) : undefined)
    .orderBy(asc(articles.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
