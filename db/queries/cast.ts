import { and, asc, eq, inArray, or, sql } from "drizzle-orm";

import type { NewsroomId, UserId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { memberships } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";

/** Somebody by name. */
export interface Person {
  readonly id: UserId;
  readonly name: string;
  /** Works in the newsroom now, so that articles can be assigned to them and shared with them. */
  readonly isMember: boolean;
}

/** The newsroom's members and these people, by name. */
export async function peopleAround(
  db: Queryable,
  newsroom: NewsroomId,
  others: Iterable<UserId>,
): Promise<Person[]> {
  const isMember = sql<boolean>`coalesce(not ${memberships.disabled}, false)`;
  return db
    .select({ id: users.id, name: users.name, isMember })
    .from(users)
    .leftJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.newsroomId, newsroom)))
    .where(or(isMember, inArray(users.id, [...others])))
    .orderBy(asc(users.name), asc(users.id));
}

/** The names of these people, whether or not they still work here. */
export async function namesOf(db: Queryable, people: Iterable<UserId>): Promise<Map<UserId, string>> {
  const ids = [...new Set(people)];
  if (ids.length === 0) return new Map();
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
