import { asc, eq } from "drizzle-orm";

import type { UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import type { Queryable } from "~/db/client";
import { memberships } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";

/** An account of the demo newsroom. */
export interface DemoAccount {
  readonly person: UserId;
  readonly email: string;
  readonly roles: Role[];
}

/** The accounts whose password everybody knows; none outside of a demo. */
export async function demoAccounts(db: Queryable): Promise<DemoAccount[]> {
  const rows = await db
    .select({ person: users.id, email: users.email, roles: memberships.roles })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(users.isDemo, true))
    .orderBy(asc(users.email));
  return rows.map(({ email, ...row }) => ({ ...row, email: email ?? "" }));
}
