import { sql } from "drizzle-orm";
import { z } from "zod";
import journal from "./migrations/meta/_journal.json";

/** The migrations that this version knows and the database does not have yet, by name. */
export async function missingMigrations(db: Executor): Promise<string[]> {
  const applied = new Set(await appliedMigrations(db));
  return journal.entries.filter((entry) => !applied.has(entry.when)).map((entry) => entry.tag);
}

/** Anything that runs SQL by drizzle's `execute`. */
interface Executor {
  execute(query: ReturnType<typeof sql>): PromiseLike<Iterable<unknown>>;
}

const Applied = z.array(z.object({ createdAt: z.coerce.number() }));

/** Times (ms) of the applied migrations, as the journal's `when`. */
export async function appliedMigrations(db: Executor): Promise<number[]> {
  const [table] = await db.execute(
    sql`select 1 where to_regclass('drizzle.__drizzle_migrations') is not null`,
  );
  if (!table) return [];
  const rows = await db.execute(sql`select created_at as "createdAt" from drizzle.__drizzle_migrations`);
  return Applied.parse([...rows]).map((row) => row.createdAt);
}
