import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import * as schema from "./schema/index";

/**
 * The database: all SQL of Galley lives in this room. Whoever reads or writes takes a `Database` first, so
 * that tests hand in their own.
 */
export type Database = PostgresJsDatabase<typeof schema> & { readonly $client: postgres.Sql };
/** A transaction; whatever takes a `Database` takes one too. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
export type Queryable = Database | Transaction;

export interface Connection {
  readonly db: Database;
  /** Ends all connections, after running queries had `seconds` to finish. */
  readonly close: (seconds?: number) => Promise<void>;
}

/** For the databases whose queries go by a pooler: the way to the server itself. */
const direct = new WeakMap<Database, postgres.Sql>();

/**
 * Opens a pool. Nothing connects before the first query.
 * @param max connections held at most
 * @param pooler the address of a pooler in transaction mode, as PgBouncer is one: queries go by it, and only what
 * needs a session goes to the server itself
 */
export function connect(
  url: string,
  { max = 10, pooler }: { max?: number; pooler?: string | undefined } = {},
): Connection {
  const options = { onnotice: () => undefined, connection: { application_name: "galley" } };
  const server = postgres(url, { ...options, max });
  // In transaction mode a statement would be prepared on one connection and looked for on another.
  const client = pooler === undefined ? server : postgres(pooler, { ...options, max, prepare: false });
  const db = drizzle(client, { schema, casing: "snake_case" });
  direct.set(db, server);
  return {
    db,
    close: async (seconds = 5) => {
      await Promise.all([...new Set([server, client])].map((each) => each.end({ timeout: seconds })));
    },
  };
}

/**
 * Listens to a channel on a connection of its own, which comes back by itself after it was lost.
 * @param listening called when the channel can be heard, for the first time or again
 * @returns ends the listening
 * @throws when the database is away; it is listened to all the same as soon as it is back
 */
export async function listenTo(
  db: Database,
  channel: string,
  { heard, listening }: { heard: (payload: string) => void; listening?: () => void },
): Promise<() => Promise<void>> {
  const channelHeard = await (direct.get(db) ?? db.$client).listen(channel, heard, listening);
  return () => channelHeard.unlisten();
}

declare global {
  var galleyConnection: Connection | undefined;
}

/**
 * The process's own pool, made on first use: `next build` loads every module and must not connect.
 * @throws Error when DATABASE_URL is not set
 */
export function database(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start Galley with npm start, or set it.");
  globalThis.galleyConnection ??= connect(url, { pooler: process.env.DATABASE_POOLER_URL || undefined });
  return globalThis.galleyConnection.db;
}
