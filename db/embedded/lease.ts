import postgres from "postgres";
import { databaseUser } from "./cluster";

/**
 * One connection held for as long as somebody uses the server, with a shared advisory lock on it.
 * Postgres itself thus knows its users, also those that were killed.
 */
export interface Lease {
  /** Settles when the connection is gone without `end` or `endAsLast` having been called. */
  readonly lost: Promise<void>;
  /** Leaves. True when nobody else holds a lease: then the server may be stopped, and newcomers wait for that. */
  endAsLast(stop: () => Promise<void>): Promise<boolean>;
}

const usersLock = 7_411_001;

/** The address of a database of the embedded server. */
export function addressOf(database: string, password: string, port: number): string {
  return `postgres://${databaseUser}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * Takes a lease on the server at this port, waiting while it starts or stops.
 *
 * @throws what postgres.js throws when no server answers there or it refuses the password
 */
export async function takeLease(password: string, port: number): Promise<Lease> {
  let leaving = false;
  let report: () => void;
  const lost = new Promise<void>((resolve) => (report = resolve));
  const sql = postgres(addressOf("postgres", password, port), {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => undefined,
    connection: { application_name: "galley lease" },
    onclose: () => leaving || report(),
  });
  try {
    await sql`select pg_advisory_lock_shared(${usersLock})`;
  } catch (error) {
    leaving = true;
    await sql.end({ timeout: 0 });
    throw error;
  }
  return {
    lost,
    async endAsLast(stop) {
      leaving = true;
      try {
        await sql`select pg_advisory_unlock_shared(${usersLock})`;
        const [answer] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${usersLock}) as alone`;
        if (answer?.alone) await stop();
        return answer?.alone ?? false;
      } finally {
        await sql.end({ timeout: 0 });
      }
    },
  };
}

/** Makes the database `galley` if the server does not have it. @returns whether it was made now */
export async function makeDatabase(password: string, port: number): Promise<boolean> {
  const sql = postgres(addressOf("postgres", password, port), { max: 1, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${databaseUser}`;
    if (found) return false;
    await sql`create database ${sql(databaseUser)}`;
    return true;
  } catch (error) {
    // Two first starts at once: the other one made it (duplicate_database, or unique_violation in the catalogue).
    if (error instanceof postgres.PostgresError && ["42P04", "23505"].includes(error.code)) return false;
    throw error;
  } finally {
    await sql.end();
  }
}
