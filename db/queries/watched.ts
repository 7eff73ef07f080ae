import { and, asc, desc, eq, inArray, isNotNull, lt, or, sql } from "drizzle-orm";

import type { ArticleId, CommandId, NewsroomId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { articles } from "~/db/schema/articles";
import { events, IS_RULES_CHANGE } from "~/db/schema/log";

/**
 * The articles of the newsroom that somebody has signed off, or that still owe what was published past.
 * @param untouchedSince of these only those to which nothing has happened since then
 */
export async function watchedArticles(
  db: Queryable,
  newsroom: NewsroomId,
  untouchedSince?: Date,
): Promise<ArticleId[]> {
  const signed = and(
    inArray(articles.state, ["in-review", "ready"]),
    sql`jsonb_array_length(${articles.life} -> 'signatures') > 0`,
  );
  const owes = isNotNull(articles.debtDue);
  const untouched = untouchedSince && lt(articles.updatedAt, untouchedSince);
  const rows = await db
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.newsroomId, newsroom), or(signed, owes), untouched))
    .orderBy(articles.id);
  return rows.map(({ id }) => id);
}

/** The last change of rules in a newsroom. */
export interface RulesChange {
  readonly newsroom: NewsroomId;
  readonly command: CommandId;
  readonly at: Date;
}

/** The last change of rules of each newsroom that has changed any. */
export async function lastRulesChanges(db: Queryable): Promise<RulesChange[]> {
  return db
    .selectDistinctOn([events.newsroomId], {
      newsroom: events.newsroomId,
      command: events.commandId,
      at: events.at,
    })
    .from(events)
    .where(IS_RULES_CHANGE)
    .orderBy(asc(events.newsroomId), desc(events.seq));
}
