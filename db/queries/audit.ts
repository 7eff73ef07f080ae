import { and, asc, desc, eq, getTableColumns, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { type AuditKind, EVIDENCE_EVENTS, eventsOfKind, newsroomLogFor } from "~/core/audit";
import type { Article, Share } from "~/core/article";
import type { ArticleId, LogId, NewsroomId, UserId } from "~/core/ids";
import { type Actor, reachOf, type Role } from "~/core/policy";
import type { Queryable } from "~/db/client";
import { fromRow, type LoggedEvent, type StoredEvent } from "~/db/log";
import { articles, shares } from "~/db/schema/articles";
import { events, eventTexts } from "~/db/schema/log";
import { placeOf, refOf, refsIn, unseal } from "~/db/seal";
import { visibleTo, withinReach } from "./visible";

/**
 * What the logs of a newsroom hold, all together: of each article that the actor may audit, and of the newsroom itself
 * what is for them.
 */

/** What the audit is narrowed to; null for whatever it may be. */
export interface AuditFilter {
  readonly person: UserId | null;
  readonly article: ArticleId | null;
  readonly kind: AuditKind | null;
  /** The role by which it was done. */
  readonly role: Role | null;
  /** From this moment on and up to before that one, in milliseconds since 1970. */
  readonly since: number | null;
  readonly until: number | null;
}

/** Where a page ends: the next begins right after. */
export interface AuditPlace {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly log: LogId;
  readonly seq: number;
}

/** One thing that happened, as it reads and as it is stored. */
export interface AuditEntry {
  readonly event: LoggedEvent;
  readonly stored: StoredEvent;
  /** The hash of the event before it in its log; empty before the first. */
  readonly previous: string;
  /** The salts of its own words, by their place in its body, without those that were removed. */
  readonly salts: ReadonlyMap<string, string>;
  /** What it happened to; null for the newsroom itself. */
  readonly article: ArticleId | null;
}

export interface AuditWanted {
  readonly newsroom: NewsroomId;
  readonly filter: AuditFilter;
  readonly after: AuditPlace | null;
  readonly limit: number;
  /** The order of what happened; the newest first unless told. */
  readonly order?: "newest first" | "oldest first";
}

/** What the actor may read of the newsroom's logs, at most `limit` from a place on. */
export async function auditOf(
  db: Queryable,
  actor: Actor,
  { newsroom, filter, after, limit, order = "newest first" }: AuditWanted,
): Promise<AuditEntry[]> {
  const before = alias(events, "before");
  const rows = await db
    .select({ row: getTableColumns(events), previous: before.hash, article: articles.id })
    .from(events)
    .leftJoin(articles, eq(articles.id, events.logId))
    .leftJoin(before, and(eq(before.logId, events.logId), eq(before.seq, sql`${events.seq} - 1`)))
    .where(
      and(
        eq(events.newsroomId, newsroom),
        mayAudit(actor, newsroom),
        ...narrowed(newsroom, filter),
        after ? beyond(after, order) : undefined,
      ),
    )
    .orderBy(
      ...[events.at, events.logId, events.seq].map((column) =>
        order === "newest first" ? desc(column) : asc(column),
      ),
    )
    .limit(limit);
  const stored = rows.map(({ row }) => fromRow(row));
  const texts = await textsOf(db, stored);
  return rows.map(({ previous, article }, index) => {
    const event = stored[index];
    if (!event) throw new Error("A row of the log came without its event.");
    return { ...entryOf(event, texts), previous: previous ?? "", article };
  });
}

/** The articles that the actor sees and may audit, and what is for them of the newsroom's own log. */
function mayAudit(actor: Actor, newsroom: NewsroomId): SQL | undefined {
  const isOwnLog = eq(events.logId, newsroom);
  const ofNewsroom: Record<ReturnType<typeof newsroomLogFor>, SQL | undefined> = {
    all: isOwnLog,
    evidence: and(isOwnLog, inArray(events.type, [...EVIDENCE_EVENTS])),
    none: sql`false`,
  };
  const reach = reachOf(actor, "read audit");
  const ofArticles = reach === null ? sql`false` : and(visibleTo(actor.id), withinReach(actor.id, reach));
  return or(ofArticles, ofNewsroom[newsroomLogFor(actor)]);
}

function narrowed(
  newsroom: NewsroomId,
  { person, article, kind, role, since, until }: AuditFilter,
): (SQL | undefined)[] {
  return [
    person === null ? undefined : eq(events.actorId, person),
    article === null ? undefined : eq(events.logId, article),
    kind === null ? undefined : ofKind(newsroom, kind),
    role === null ? undefined : eq(events.role, role),
    since === null ? undefined : sql`${events.at} >= ${new Date(since).toISOString()}`,
    until === null ? undefined : sql`${events.at} < ${new Date(until).toISOString()}`,
  ];
}

function ofKind(newsroom: NewsroomId, kind: AuditKind): SQL | undefined {
  const of = eventsOfKind(kind);
  const isOwnLog = eq(events.logId, newsroom);
  if ("ofNewsroom" in of) return isOwnLog;
  if ("types" in of) return inArray(events.type, [...of.types]);
  return and(not(isOwnLog), not(inArray(events.type, [...of.ofArticlesBut])));
}

/** The moment is asked for by itself too: that is what the index knows. */
function beyond({ at, log, seq }: AuditPlace, order: AuditWanted["order"]): SQL {
  const moment = new Date(at).toISOString();
  const row = sql`(${events.at}, ${events.logId}, ${events.seq})`;
  const place = sql`(${moment}::timestamptz, ${log}::uuid, ${seq}::integer)`;
  return order === "oldest first"
    ? sql`(${events.at} >= ${moment} and ${row} > ${place})`
    : sql`(${events.at} <= ${moment} and ${row} < ${place})`;
}

interface StoredText {
  readonly words: string | null;
  readonly removedAt: Date | null;
  readonly salt: string | null;
}

const keyOf = (log: LogId, ref: string) => `${log} ${ref}`;

/** The words of these events, but for the texts of revisions. */
async function textsOf(db: Queryable, of: readonly StoredEvent[]): Promise<Map<string, StoredText>> {
  const wanted = of
    .filter(({ type }) => type !== "RevisionAdded")
    .flatMap(({ log, body, seq }) =>
      refsIn(body, seq).flatMap((ref) => {
        const place = placeOf(ref);
        return place ? [{ log, ...place }] : [];
      }),
    );
  const texts = new Map<string, StoredText>();
  for (let from = 0; from < wanted.length; from += 2_000) {
    const places = wanted.slice(from, from + 2_000);
    const listed = places.map(({ log, seq, path }) => sql`(${log}::uuid, ${seq}::integer, ${path})`);
    const { logId, seq: number, path: name } = eventTexts;
    const rows = await db
      .select()
      .from(eventTexts)
      .where(sql`(${logId}, ${number}, ${name}) in (${sql.join(listed, sql`, `)})`);
    for (const { logId: log, seq, path, ...text } of rows) texts.set(keyOfText(log, seq, path), text);
  }
  return texts;
}

function keyOfText(log: string, seq: number, path: string): string {
  return `${log} ${refOf(seq, path)}`;
}

function entryOf(
  stored: StoredEvent,
  texts: ReadonlyMap<string, StoredText>,
): Pick<AuditEntry, "event" | "stored" | "salts"> {
  const { hash: _, ...event } = stored;
  const salts = new Map<string, string>();
  const body = unseal(event.body, event.seq, (ref) => {
    const text = texts.get(keyOf(event.log, ref));
    const place = placeOf(ref);
    if (text?.salt && place?.seq === event.seq) salts.set(place.path, text.salt);
    return text;
  });
  return { event: { ...event, body }, stored, salts };
}

/** What the policy asks about articles, of those of these that there are. */
export async function standingOf(
  db: Queryable,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, Pick<Article, "author" | "shares">>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: articles.id,
      author: articles.authorId,
      shares: sql<Share[]>`coalesce(
        (select json_agg(json_build_object('person', ${shares.userId}, 'as', ${shares.kind})) from ${shares}
          where ${eq(shares.articleId, articles.id)}), '[]')`,
    })
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}

/** The hashes of these events of a log, by their numbers. */
export async function hashesOf(
  db: Queryable,
  log: LogId,
  numbers: readonly number[],
): Promise<Map<number, string>> {
  const rows = await db
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .where(and(eq(events.logId, log), inArray(events.seq, [...numbers])));
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}
