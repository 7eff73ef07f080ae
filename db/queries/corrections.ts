import { and, desc, eq, type SQL, sql } from "drizzle-orm";

import type { CorrectionPlace, PublicCorrection } from "~/core/correction";
import type { NewsroomId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { articles } from "~/db/schema/articles";
import { events, eventTexts, IS_CORRECTION } from "~/db/schema/log";
import { newsrooms } from "~/db/schema/newsrooms";

/** What a newsroom shows of its corrections to everybody, signed in or not. */

/** True of withdrawn articles, also of those that went to the archive after it. */
const WAS_WITHDRAWN = sql<boolean>`('withdrawn' in (${articles.state}, ${articles.life} ->> 'before')) is true`;

/** A newsroom that shows its corrections to the public. */
export interface PublicNewsroom {
  readonly id: NewsroomId;
  readonly name: string;
}

/** The newsroom of that address, if it shows its corrections; null as well where there is no such newsroom. */
export async function publicNewsroom(db: Queryable, slug: string): Promise<PublicNewsroom | null> {
  const [row] = await db
    .select({ id: newsrooms.id, name: newsrooms.name })
    .from(newsrooms)
    .where(and(eq(newsrooms.slug, slug), eq(newsrooms.publicCorrections, "on")));
  return row ?? null;
}

/**
 * The newsroom's corrections and those of its refiles that carry a note for readers, the newest first. Who may see the
 * article is not asked: the note was published, be the article restricted, archived or withdrawn by now. For that reason
 * nothing but the columns named here leaves: no tag, no person, no state but that it was withdrawn. The title is the
 * article's own, which shows at once what it is changed to. Words that were removed from the record come as null.
 */
export async function correctionsOf(
  db: Queryable,
  newsroom: NewsroomId,
  { before, limit }: { before: CorrectionPlace | null; limit: number },
): Promise<PublicCorrection[]> {
  const rows = await db
    .select({
      at: events.at,
      hash: events.hash,
      title: articles.title,
      language: articles.language,
      direction: articles.direction,
      note: eventTexts.words,
      removedAt: eventTexts.removedAt,
      source: articles.sourceUrl,
      withdrawn: WAS_WITHDRAWN,
    })
    .from(events)
    .innerJoin(articles, eq(articles.id, events.logId))
    // A note has its words there, also once they are removed; a refile without a note has none.
    .innerJoin(
      eventTexts,
      and(eq(eventTexts.logId, events.logId), eq(eventTexts.seq, events.seq), eq(eventTexts.path, "note")),
    )
    .where(and(eq(events.newsroomId, newsroom), IS_CORRECTION, before ? isBefore(before) : undefined))
    .orderBy(desc(events.at), desc(events.hash))
    .limit(limit);
  return rows.map(({ at, removedAt, ...row }) => ({
    ...row,
    at: at.getTime(),
    removedAt: removedAt?.getTime() ?? null,
  }));
}

function isBefore({ at, hash }: CorrectionPlace): SQL {
  return sql`(${events.at}, ${events.hash}) < (${new Date(at).toISOString()}::timestamptz, ${hash})`;
}
