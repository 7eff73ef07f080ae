import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";

import type { ArticleId, LogId, TagId, UserId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { type LoggedEvent, readLog } from "~/db/log";
import { events } from "~/db/schema/log";

/** What happened to an article, read backwards. Whether somebody may read it is asked before. */

/**
 * A stretch of the log, the newest first: of the whole article or of one tag.
 * @param before only events of lower numbers; absent for the newest
 */
export async function historyOf(
  db: Queryable,
  article: ArticleId,
  { before, tag, limit }: { before?: number | undefined; tag?: TagId | undefined; limit: number },
): Promise<LoggedEvent[]> {
  return lastEvents(db, article, limit, [
    before === undefined ? undefined : lt(events.seq, before),
    tag === undefined ? undefined : sql`${events.body} ->> 'tag' = ${tag}`,
  ]);
}

/** The person's last events about tags, oldest first: what their undo reaches back to. */
export async function ownTagEvents(
  db: Queryable,
  article: ArticleId,
  person: UserId,
  limit: number,
): Promise<LoggedEvent[]> {
  const found = await lastEvents(db, article, limit, [
    eq(events.actorId, person),
    sql`${events.body} ? 'tag'`,
  ]);
  return found.reverse();
}

async function lastEvents(
  db: Queryable,
  log: LogId,
  limit: number,
  conditions: (SQL | undefined)[],
): Promise<LoggedEvent[]> {
  const rows = await db
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.logId, log), ...conditions))
    .orderBy(desc(events.seq))
    .limit(limit);
  if (rows.length === 0) return [];
  const read = await readLog(db, log, { numbers: rows.map(({ seq }) => seq), limit });
  return read.reverse();
}
