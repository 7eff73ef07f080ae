import { and, eq, inArray, not, type SQL, sql } from "drizzle-orm";

import type { Article } from "~/core/article";
import type { ArticleId, NewsroomId, SessionId, UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import type { Queryable } from "~/db/client";
import { articles, shares } from "~/db/schema/articles";
import { memberships } from "~/db/schema/newsrooms";
import { sessions, users } from "~/db/schema/people";
import { isAlive, isMemberSomewhere } from "./sessions";
import { visibleTo } from "./visible";

/**
 * What the live feed asks of the database about all who follow at once: where the logs end, who is still
 * signed in, who sees what. One query each, however many follow.
 */

/** Where the logs of these articles end; an article that is not there is left out. */
export async function headsOf(
  db: Queryable,
  ids: readonly ArticleId[],
): Promise<{ article: ArticleId; newsroom: NewsroomId; seq: number }[]> {
  return db
    .select({ article: articles.id, newsroom: articles.newsroomId, seq: articles.headSeq })
    .from(articles)
    .where(inArray(articles.id, [...ids]));
}

/** What changed in these newsrooms since a moment: each article with its last number. */
export async function changedSince(
  db: Queryable,
  newsrooms: readonly NewsroomId[],
  since: Date,
): Promise<{ article: ArticleId; newsroom: NewsroomId; seq: number }[]> {
  return db
    .select({ article: articles.id, newsroom: articles.newsroomId, seq: articles.headSeq })
    .from(articles)
    .where(
      and(inArray(articles.newsroomId, [...newsrooms]), sql`${articles.updatedAt} > ${since.toISOString()}`),
    );
}

/** Those of the sessions that sign somebody in now. Looking does not keep a session awake. */
export async function livingSessions(
  db: Queryable,
  ids: readonly SessionId[],
  now: Date,
): Promise<Set<SessionId>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(inArray(sessions.id, [...ids]), isAlive(now), isMemberSomewhere()));
  return new Set(rows.map(({ id }) => id));
}

/** What each person may do where, as one text each: it differs when any role, desk or membership of theirs changed. */
export async function standingsOf(db: Queryable, people: readonly UserId[]): Promise<Map<UserId, string>> {
  const rows = await db
    .select({
      person: memberships.userId,
      newsroom: memberships.newsroomId,
      roles: memberships.roles,
      desks: memberships.desks,
    })
    .from(memberships)
    .where(and(inArray(memberships.userId, [...people]), not(memberships.disabled)))
    .orderBy(memberships.userId, memberships.newsroomId);
  const standings = new Map<UserId, string>(people.map((person) => [person, ""]));
  for (const { person, newsroom, roles, desks } of rows) {
    const standing = JSON.stringify([newsroom, [...roles].sort(), desks && [...desks].sort()]);
    standings.set(person, `${standings.get(person) ?? ""}${standing}`);
  }
  return standings;
}

/** A person and an article that they may or may not see. */
export interface Sight {
  readonly person: UserId;
  readonly article: ArticleId;
}

/** A person who sees an article, and what decides about what they may do with it. */
export interface Seen extends Sight {
  readonly newsroom: NewsroomId;
  readonly roles: Role[];
  readonly author: UserId;
  /** Of this person alone. */
  readonly shares: Article["shares"];
}

/** Those of the pairs where the person sees the article. */
export async function seenAmong(db: Queryable, pairs: readonly Sight[]): Promise<Seen[]> {
  if (pairs.length === 0) return [];
  const asked = sql`json_to_recordset(${JSON.stringify(pairs)}::json) as asked(person uuid, article uuid)`;
  const person: SQL<UserId> = sql`asked.person`;
  const rows = await db
    .select({
      person,
      article: articles.id,
      newsroom: articles.newsroomId,
      roles: memberships.roles,
      author: articles.authorId,
      as: shares.kind,
    })
    .from(asked)
    .innerJoin(articles, sql`${articles.id} = asked.article`)
    .innerJoin(
      memberships,
      and(eq(memberships.newsroomId, articles.newsroomId), sql`${memberships.userId} = asked.person`),
    )
    .leftJoin(shares, and(eq(shares.articleId, articles.id), sql`${shares.userId} = asked.person`))
    .where(visibleTo(person));
  return rows.map(({ as, ...row }) => ({ ...row, shares: as === null ? [] : [{ person: row.person, as }] }));
}
