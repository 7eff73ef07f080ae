import { sql } from "drizzle-orm";

import type { Database } from "./client";

/** Lets four hours go by for all jobs: those that failed are due again, those of dead workers lost. Not for use outside of tests. */
export async function ageJobs(db: Database): Promise<void> {
  await db.execute(
    sql`update pgboss.job set started_on = started_on - interval '4 hours', start_after = start_after - interval '4 hours'`,
  );
}

/** How many jobs stand in which state, as "letters completed". Not for use outside of tests. */
export async function jobStates(db: Database): Promise<Record<string, number>> {
  const rows = await db.execute<{ state: string; count: number }>(
    sql`select name || ' ' || state as state, count(*)::int as count from pgboss.job group by 1`,
  );
  return Object.fromEntries([...rows].map(({ state, count }) => [state, count]));
}
