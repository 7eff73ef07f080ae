import { and, asc, eq, inArray, isNotNull, isNull, lte, min, not, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { ArticleId, TagId, ThreadId, UserId } from "~/core/ids";
import type { Topic } from "~/core/notices";
import type { Preferences } from "~/core/preferences";
import { readPreferences } from "~/core/shapes/preferences";
import type { Database, Queryable, Transaction } from "~/db/client";
import { articles } from "~/db/schema/articles";
import { events } from "~/db/schema/log";
import { notices } from "~/db/schema/notices";
import { users } from "~/db/schema/people";
import { visibleTo } from "./visible";

/** What people have not read and are to be written of: always of articles that they see now. */

/** Somebody for whom something waits that no letter has told of. */
export interface Waiting {
  readonly id: UserId;
  readonly preferences: Preferences;
  /** When the oldest of it came, in milliseconds since 1970. */
  readonly since: number;
}

/** A notice as a letter tells of it. */
export interface LetterNotice {
  readonly article: ArticleId;
  readonly seq: number;
  /** Null where the article is restricted, or its title was removed: no letter names it. */
  readonly title: string | null;
  readonly topic: Topic;
  /** Whoever did it, by name. */
  readonly actor: string;
  readonly tag: TagId | null;
  readonly thread: ThreadId | null;
  readonly count: number;
}

/** Whom a letter is for, and all that it tells of, by article and age. */
export interface Due {
  readonly name: string;
  readonly email: string;
  /** At least one. */
  readonly notices: readonly LetterNotice[];
}

const WISHES = sql`${users.preferences} -> 'notices'`;

/** True of what waits for a person who wants to be written of it. */
function waitsFor(person: UserId | SQL): SQL | undefined {
  return and(
    eq(notices.userId, person),
    isNull(notices.readAt),
    isNull(notices.mailedAt),
    not(sql`${WISHES} -> 'noMail' ? ${notices.topic}`),
    visibleTo(person),
  );
}

const WANTS_LETTERS = and(
  sql`${WISHES} -> 'digest' ->> 'every' in ('hourly', 'daily')`,
  isNotNull(users.email),
);

/** Everybody who wants letters and has something that could be in one. */
export async function peopleWaiting(db: Queryable): Promise<Waiting[]> {
  const rows = await db
    .select({ id: users.id, preferences: users.preferences, since: min(notices.at) })
    .from(users)
    .innerJoin(notices, eq(notices.userId, users.id))
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .where(and(WANTS_LETTERS, waitsFor(sql`${users.id}`)))
    .groupBy(users.id)
    .orderBy(asc(users.id));
  return rows.map(({ preferences, since, ...row }) => ({
    ...row,
    preferences: readPreferences(preferences),
    since: since?.getTime() ?? 0,
  }));
}

/** Another worker is writing to the same person. */
export class BeingWritten extends Error {
  override readonly name = "BeingWritten";
}

/**
 * Has somebody written to of what came up to a moment, and notes that it went out. Until then nobody else writes to them;
 * whatever breaks off before the note, a throw of `send` or a kill of the process, leaves all as it was.
 * @returns false where nothing waits any more
 * @throws BeingWritten, and what `send` throws
 */
export async function writeTo(
  db: Database,
  person: UserId,
  { upTo, now, send }: { upTo: Date; now: () => number; send: (due: Due) => Promise<void> },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await claim(tx, person);
    const due = await dueOf(tx, person, upTo);
    if (!due) return false;
    await send(due);
    await noteMailed(tx, person, due.notices, new Date(now()));
    return true;
  });
}

/** Letters' share of the advisory locks. The rows themselves stay free: people read them while they are written of. */
const LETTERS = 7_411_005;

async function claim(tx: Transaction, person: UserId): Promise<void> {
  const [row] = await tx
    .select({ isFree: sql<boolean>`pg_try_advisory_xact_lock(${LETTERS}, hashtext(${users.id}::text))` })
    .from(users)
    .where(eq(users.id, person));
  if (row && !row.isFree) throw new BeingWritten("Another worker is writing to this person.");
}

async function dueOf(tx: Transaction, person: UserId, upTo: Date): Promise<Due | null> {
  const [to] = await tx
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, person), WANTS_LETTERS));
  if (!to || to.email === null) return null;
  const actors = alias(users, "actors");
  const told = await tx
    .select({
      article: notices.articleId,
      seq: notices.seq,
      title: sql<string | null>`case when ${articles.restricted} then null else ${articles.title} end`,
      topic: notices.topic,
      actor: actors.name,
      tag: notices.tagId,
      thread: notices.threadId,
      count: notices.count,
    })
    .from(notices)
    .innerJoin(users, eq(users.id, notices.userId))
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .innerJoin(events, and(eq(events.logId, notices.articleId), eq(events.seq, notices.seq)))
    .innerJoin(actors, eq(actors.id, events.actorId))
    .where(and(waitsFor(person), lte(notices.at, upTo)))
    .orderBy(asc(notices.articleId), asc(notices.at), asc(notices.seq));
  return told.length > 0 ? { name: to.name, email: to.email, notices: told } : null;
}

async function noteMailed(
  tx: Transaction,
  person: UserId,
  told: readonly LetterNotice[],
  mailedAt: Date,
): Promise<void> {
  for (const article of new Set(told.map((notice) => notice.article))) {
    const seqs = told.filter((notice) => notice.article === article).map(({ seq }) => seq);
    await tx
      .update(notices)
      .set({ mailedAt })
      .where(and(eq(notices.userId, person), eq(notices.articleId, article), inArray(notices.seq, seqs)));
  }
}
