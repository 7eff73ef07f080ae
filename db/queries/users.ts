import { eq, sql } from "drizzle-orm";

import type { UserId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { users } from "~/db/schema/people";
import { isMemberSomewhere } from "./sessions";

/** What signing in has to know of an account. */
export interface Account {
  readonly person: UserId;
  /** Null when nobody can sign in as this person. */
  readonly passwordHash: string | null;
  /** False when they are no enabled member of any newsroom. */
  readonly isMember: boolean;
}

/** The account of an e-mail address in lower case; null when there is none. */
export async function accountOf(db: Queryable, email: string): Promise<Account | null> {
  const [row] = await db
    .select({
      person: users.id,
      passwordHash: users.passwordHash,
      isMember: sql<boolean>`${isMemberSomewhere()}`,
    })
    .from(users)
    .where(eq(users.email, email));
  return row ?? null;
}

/** The hash of the person's password; null when they have none. */
export async function passwordHashOf(db: Queryable, person: UserId): Promise<string | null> {
  const [row] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, person));
  return row?.passwordHash ?? null;
}

/** Whether there are accounts of the demo newsroom, whose password everybody knows (SECURITY 26). */
export async function demoAccountsExist(db: Queryable): Promise<boolean> {
  const rows = await db.select({ id: users.id }).from(users).where(eq(users.isDemo, true)).limit(1);
  return rows.length > 0;
}
