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

/**
 * Opens a pool. Nothing connects before the first query.
 * @param max connections held at most
 */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Connection {
  const client = postgres(url, {
    max,
    onnotice: () => undefined,
    connection: { application_name: "galley" },
  });
  return {
    db: drizzle(client, { schema, casing: "snake_case" }),
    close: (seconds = 5) => client.end({ timeout: seconds }),
  };
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
  globalThis.galleyConnection ??= connect(url);
  return globalThis.galleyConnection.db;
}
