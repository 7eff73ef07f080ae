import { sql } from "drizzle-orm";

import type { Queryable } from "./client";

/** What is left of words in the database. Not for use outside of tests. */

/** Every column of every table in which the words stand somewhere. */
export async function tracesOf(db: Queryable, words: string): Promise<string[]> {
  const columns = await db.execute<{ table_name: string; column_name: string }>(
    sql`select table_name, column_name from information_schema.columns where table_schema = 'public'`,
  );
  const traces: string[] = [];
  for (const { table_name: table, column_name: column } of columns) {
    const place = [sql.identifier(table), sql.identifier(column)] as const;
    const found = await db.execute(
      sql`select 1 from ${place[0]} where strpos(${place[1]}::text, ${words}) > 0 limit 1`,
    );
    if (found.length > 0) traces.push(`${table}.${column}`);
  }
  return traces;
}
