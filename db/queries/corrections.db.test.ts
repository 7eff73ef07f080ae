import { type SQL, sql } from "drizzle-orm";
import { PgSelectBase } from "drizzle-orm/pg-core";
import { expect, it, vi } from "vitest";

import { testDatabase } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { correctionsOf } from "./corrections";

it.each([null, { at: Date.UTC(2026, 10, 1), hash: "0".repeat(64) }])(
  "a page from %j on is read along the index of corrections, without sorting",
  async (before) => {
    const db = await testDatabase();
    const { id } = await testNewsroom(db, []);
    // The last that is said of the query before it runs.
    const limit = vi.spyOn(PgSelectBase.prototype, "limit");
    await correctionsOf(db, id, { before, limit: 26 });
    const [asked] = limit.mock.contexts as { getSQL(): SQL }[];
    limit.mockRestore();
    const plan = await db.transaction(async (tx) => {
      // Of no rows Postgres would read all; so large tables are pretended.
      await tx.execute(sql`set local enable_seqscan = off`);
      await tx.execute(sql`set local enable_bitmapscan = off`);
      const rows = await tx.execute(sql`explain ${asked!.getSQL()}`);
      return rows.map((row) => String(row["QUERY PLAN"])).join("\n");
    });
    expect(plan).toContain("Index Scan Backward using events_corrections_idx");
    expect(plan).not.toContain("Sort");
  },
);
