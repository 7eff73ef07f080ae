import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, min, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import type { ArticleId, TagId, ThreadId, UserId } from "~/core/ids";
import type { Topic } from "~/core/notices";
import type { Preferences } from "~/core/preferences";
import { readPreferences } from "~/core/shapes/preferences";
import type { Queryable } from "~/db/client";
import { articles } from "~/db/schema/articles";
import { events } from "~/db/schema/log";
import { letters, notices } from "~/db/schema/notices";
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

/** A letter that is being written, by one worker alone. */
export interface Writing {
  readonly person: UserId;
  /** The job that has it written: the same when it is done again. */
  readonly job: string;
}

/** Another letter is being written to the same person. */
export class BeingWritten extends Error {
  override readonly name = "BeingWritten";
}

/** So long after it was begun, a letter counts as lost with its worker, in milliseconds: longer than its job may take. */
const LOST_AFTER = 1_200_000;

/**
 * Begins a letter of what came up to a moment: until it is ended, no other is written to the same person.
 * @returns null where nothing waits any more; then there is nothing to end
 * @throws BeingWritten
 */
export async function beginLetter(
  db: Queryable,
  writing: Writing,
  { upTo, now }: { upTo: Date; now: number },
): Promise<Due | null> {
  const { person: userId, job: jobId } = writing;
  const until = new Date(now + LOST_AFTER);
  const claimed = await db
    .insert(letters)
    .values({ userId, jobId, until })
    .onConflictDoUpdate({
      target: letters.userId,
      set: { jobId, until },
      setWhere: or(lt(letters.until, new Date(now)), eq(letters.jobId, jobId)),
    })
    .returning({ until: letters.until });
  if (claimed.length === 0) throw new BeingWritten("This person is being written to by another job.");
  const due = await dueOf(db, userId, upTo);
  if (!due) await endLetter(db, writing, [], now);
  return due;
}

/** Ends a letter, and notes of what it told, if it went out. */
export async function endLetter(
  db: Queryable,
  { person, job }: Writing,
  told: readonly LetterNotice[],
  now: number,
): Promise<void> {
  const mailedAt = new Date(now);
  await db.transaction(async (tx) => {
    for (const article of new Set(told.map((notice) => notice.article))) {
      const seqs = told.filter((notice) => notice.article === article).map(({ seq }) => seq);
      await tx
        .update(notices)
        .set({ mailedAt })
        .where(and(eq(notices.userId, person), eq(notices.articleId, article), inArray(notices.seq, seqs)));
    }
    await tx.delete(letters).where(and(eq(letters.userId, person), eq(letters.jobId, job)));
  });
}

async function dueOf(db: Queryable, person: UserId, upTo: Date): Promise<Due | null> {
  const [to] = await db
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.id, person), WANTS_LETTERS));
  if (!to || to.email === null) return null;
  const actors = alias(users, "actors");
  const told = await db
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
