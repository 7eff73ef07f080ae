import { eq, lte, sql } from "drizzle-orm";

import type { Queryable } from "~/db/client";
import { attempts } from "~/db/schema/people";

/** What a key has used up in its window. */
export interface Used {
  readonly points: number;
  /** When the window ends and the count begins anew, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * Counts an attempt against a key, in one statement, so that attempts at the same moment are all counted.
 * @param window its length in milliseconds, from the first attempt in it
 */
export async function countAttempt(db: Queryable, key: string, now: number, window: number): Promise<Used> {
  const fresh = sql`${attempts.expire} is null or ${attempts.expire} <= ${now}`;
  const [row] = await db
    .insert(attempts)
    .values({ key, points: 1, expire: now + window })
    .onConflictDoUpdate({
      target: attempts.key,
      set: {
        points: sql`case when ${fresh} then 1 else ${attempts.points} + 1 end`,
        expire: sql`case when ${fresh} then ${now + window} else ${attempts.expire} end`,
      },
    })
    .returning({ points: attempts.points, expire: attempts.expire });
  if (!row) throw new Error("An attempt was not counted.");
  return { points: row.points, until: row.expire ?? now + window };
}

/** Takes one attempt back: it was none that counts. */
export async function uncountAttempt(db: Queryable, key: string): Promise<void> {
  await db
    .update(attempts)
    .set({ points: sql`greatest(${attempts.points} - 1, 0)` })
    .where(eq(attempts.key, key));
}

/** Begins the count of a key anew. */
export async function forgetAttemptsOf(db: Queryable, key: string): Promise<void> {
  await db.delete(attempts).where(eq(attempts.key, key));
}

/** Forgets the counts of windows that have ended. */
export async function forgetOldAttempts(db: Queryable, now: number): Promise<void> {
  await db.delete(attempts).where(lte(attempts.expire, now));
}
