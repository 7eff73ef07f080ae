import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { appliedMigrations } from "./applied";
import { installJobs } from "./jobs";
import journal from "./migrations/meta/_journal.json";

const migrationLock = 7_411_002;

/** Relative to the project, which is the working directory of everything that migrates. */
const folder = "db/migrations";

/**
 * Brings a database up to this version, in one transaction, and then the tables of its jobs in another; several
 * processes may do so at once, the first one does it and the others wait.
 *
 * @param url of the database to migrate, with the right to create tables in it
 * @returns how many migrations were applied by this call
 * @throws when the database was made by a newer Galley, and whatever Postgres refuses
 */
export async function migrate(url: string): Promise<number> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  const db = drizzle({ client });
  try {
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    const before = await appliedMigrations(db);
    if (before.length > journal.entries.length) {
      throw new Error(
        `This database has ${before.length} migrations and this version of Galley knows ${journal.entries.length}: ` +
          "a newer version made it. Nothing was changed. Start the newer version, or go back to a backup.",
      );
    }
    await applyMigrations(db, { migrationsFolder: folder });
    await installJobs(client);
    return journal.entries.length - before.length;
  } finally {
    await client.end();
  }
}

/** Takes everything out of a database, migrations included. For the embedded one alone, before anybody worked in it. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await client`drop schema if exists public cascade`;
    await client`drop schema if exists drizzle cascade`;
    await client`drop schema if exists pgboss cascade`;
    await client`create schema public`;
  } finally {
    await client.end();
  }
}
