import { and, eq, inArray, or, sql } from "drizzle-orm";

import type { ArticleId, NewsroomId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { articles } from "~/db/schema/articles";

/** The articles of the newsroom that somebody has signed off, or that still owe what was published past. */
export async function watchedArticles(db: Queryable, newsroom: NewsroomId): Promise<ArticleId[]> {
  const owes = sql`jsonb_path_exists(${articles.life}, '$.debts[*] ? (@.settledAt == null)')`;
  const signed = and(
    inArray(articles.state, ["in-review", "ready"]),
    sql`jsonb_array_length(${articles.life} -> 'signatures') > 0`,
  );
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.newsroomId, newsroom), or(signed, owes)))
    .orderBy(articles.id);
  return rows.map(({ id }) => id);
}
