import { and, asc, eq, max } from "drizzle-orm";

import type { NewsroomId, UserId } from "~/core/ids";
import type { Desks } from "~/core/newsroom";
import type { Role } from "~/core/policy";
import type { Queryable } from "~/db/client";
import { memberships } from "~/db/schema/newsrooms";
import { sessions, users } from "~/db/schema/people";

/** A member as the list shows them. */
export interface ListedMember {
  readonly person: UserId;
  readonly name: string;
  readonly email: string | null;
  readonly roles: Role[];
  readonly desks: Desks;
  readonly disabled: boolean;
  /** When one of their open sessions was last used; null when none is open. */
  readonly lastSeenAt: Date | null;
}

/** The newsroom's members by name; hundreds at most. */
export async function membersOf(db: Queryable, newsroom: NewsroomId): Promise<ListedMember[]> {
  const rows = await db
    .select({
      person: users.id,
      name: users.name,
      email: users.email,
      roles: memberships.roles,
      desks: memberships.desks,
      disabled: memberships.disabled,
      lastSeenAt: max(sessions.lastSeenAt),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .where(eq(memberships.newsroomId, newsroom))
    .groupBy(users.id, memberships.newsroomId, memberships.userId)
    .orderBy(asc(users.name), asc(users.id));
  return rows.map(({ desks, ...row }) => ({ ...row, desks: desks ?? "all" }));
}

/** A person to be: without a password nobody can sign in as them. */
export interface NewUser {
  readonly id: UserId;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly isDemo?: boolean;
  readonly createdAt: Date;
}

/** Makes an account. @returns false when the e-mail address has one */
export async function addUser(db: Queryable, user: NewUser): Promise<boolean> {
  const rows = await db.insert(users).values(user).onConflictDoNothing().returning({ id: users.id });
  return rows.length > 0;
}

/** Whether the person may use their account in any newsroom. */
export async function belongsAnywhere(db: Queryable, person: UserId): Promise<boolean> {
  const rows = await db
    .select({ newsroom: memberships.newsroomId })
    .from(memberships)
    .where(and(eq(memberships.userId, person), eq(memberships.disabled, false)))
    .limit(1);
  return rows.length > 0;
}
