import { and, desc, eq, gt, lt, lte, type SQL, sql } from "drizzle-orm";

import type { ArticleId, LogId, TagId, UserId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { type LoggedEvent, readLog } from "~/db/log";
import { threads } from "~/db/schema/threads";
import { commands, events } from "~/db/schema/log";

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
    tag === undefined ? undefined : isAbout(tag),
  ]);
}

/**
 * What can be taken back of the person's last commands, oldest first: what their undo reaches back to. Each command
 * is there whole or not at all; the last one always is.
 */
export async function ownUndoableEvents(
  db: Queryable,
  article: ArticleId,
  person: UserId,
  reach: { commands: number; events: number },
): Promise<LoggedEvent[]> {
  const rows = await db
    .select({ firstSeq: commands.firstSeq, lastSeq: commands.lastSeq })
    .from(commands)
    .where(
      and(
        eq(commands.actorId, person),
        eq(commands.logId, article),
        // Nothing takes back the command that made the article, which may have brought 20,000 tags with it.
        gt(commands.firstSeq, 1),
        lte(commands.firstSeq, commands.lastSeq),
      ),
    )
    .orderBy(desc(commands.lastSeq))
    .limit(reach.commands);
  const numbers: number[] = [];
  for (const { firstSeq, lastSeq } of rows) {
    const length = lastSeq - firstSeq + 1;
    if (numbers.length > 0 && numbers.length + length > reach.events) break;
    for (let seq = firstSeq; seq <= lastSeq; seq += 1) numbers.push(seq);
  }
  if (numbers.length === 0) return [];
  const found = await readLog(db, article, { numbers, limit: numbers.length });
  return found.filter(
    ({ type, body }) =>
      typeof body === "object" &&
      body !== null &&
      ("tag" in body || ("thread" in body && type !== "CommentAdded")),
  );
}

/** A link is told of at both its ends; what is said in a thread, at the tag that it is about; a new text, at all it carried. */
function isAbout(tag: TagId): SQL {
  const { body } = events;
  const discussed = sql`select ${threads.id}::text from ${threads} where ${threads.tagId} = ${tag}`;
  const carried = sql`(${events.type} = 'TagsCarried' and ${body} -> 'tags' @> ${JSON.stringify([[tag]])}::jsonb)`;
  return sql`(${tag} in (${body} ->> 'tag', ${body} ->> 'target') or ${body} ->> 'thread' in (${discussed}) or ${carried})`;
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
