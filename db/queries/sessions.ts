import { and, desc, eq, exists, gt, lte, ne, not, or } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";

import type { SessionId, UserId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { memberships } from "~/db/schema/newsrooms";
import { sessions, users } from "~/db/schema/people";

/** How long a browser may rest before it has to sign in again, and how long it stays signed in at most. */
export const IDLE_MS = 8 * 60 * 60 * 1000;
export const ABSOLUTE_MS = 7 * 24 * 60 * 60 * 1000;
/** `lastSeenAt` is written at most this often. */
const TOUCH_MS = 60 * 1000;

/** Who is signed in, by which session. What they may do depends on the newsroom and is asked there. */
export interface Viewer {
  readonly person: UserId;
  readonly session: SessionId;
  readonly name: string;
  readonly email: string;
}

/** True of a user who is an enabled member of at least one newsroom: others have no business here. */
export function isMemberSomewhere() {
  const qb = new QueryBuilder({ casing: "snake_case" });
  return exists(
    qb
      .select({ one: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.userId, users.id), not(memberships.disabled))),
  );
}

/**
 * The person whom the session signs in now, in one query; null when it was ended, is too old, rested too
 * long, or its owner is no longer a member of anything.
 */
export async function viewerOf(db: Queryable, id: SessionId, now: Date): Promise<Viewer | null> {
  const [row] = await db
    .select({
      person: users.id,
      session: sessions.id,
      name: users.name,
      email: users.email,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, id), isAlive(now), isMemberSomewhere()));
  if (!row?.email) return null;
  if (now.getTime() - row.lastSeenAt.getTime() >= TOUCH_MS) {
    await db
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, id), isAlive(now)));
  }
  return { person: row.person, session: row.session, name: row.name, email: row.email };
}

/** True of a session that neither ran out nor rested too long. */
export function isAlive(now: Date) {
  return and(gt(sessions.expiresAt, now), gt(sessions.lastSeenAt, new Date(now.getTime() - IDLE_MS)));
}

/** Signs a browser in, and forgets the person's sessions that ended by themselves. */
export async function openSession(
  db: Queryable,
  session: { id: SessionId; person: UserId; userAgent: string; now: Date },
): Promise<void> {
  const { id, person: userId, userAgent, now } = session;
  const idleSince = new Date(now.getTime() - IDLE_MS);
  await db
    .delete(sessions)
    .where(
      and(eq(sessions.userId, userId), or(lte(sessions.expiresAt, now), lte(sessions.lastSeenAt, idleSince))),
    );
  const expiresAt = new Date(now.getTime() + ABSOLUTE_MS);
  await db
    .insert(sessions)
    .values({ id, userId, createdAt: now, lastSeenAt: now, expiresAt, userAgent: userAgent.slice(0, 200) });
}

/** A signed-in browser, as its owner sees it. */
export interface OpenSession {
  readonly id: SessionId;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string;
}

/** The person's signed-in browsers, the last seen first. */
export async function sessionsOf(db: Queryable, person: UserId, now: Date): Promise<OpenSession[]> {
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, person), isAlive(now)))
    .orderBy(desc(sessions.lastSeenAt), sessions.id);
}

/** Ends a session of the person's. @returns false when they have none of that id */
export async function endSession(db: Queryable, person: UserId, id: SessionId): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, person)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends a session, whoever's it is: for its own browser signing out. */
export async function closeSession(db: Queryable, id: SessionId): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}

/** Ends all of the person's sessions but `kept`. @returns how many */
export async function endSessions(db: Queryable, person: UserId, kept: SessionId | null): Promise<number> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, person), kept === null ? undefined : ne(sessions.id, kept)))
    .returning({ id: sessions.id });
  return ended.length;
}

/** Gives the person a new password, and ends all of their sessions but `kept`, in one transaction. */
export async function replacePassword(
  db: Queryable,
  person: UserId,
  passwordHash: string,
  kept: SessionId | null,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, person));
    await endSessions(tx, person, kept);
  });
}
