import { sql } from "drizzle-orm";
import { describe, expect, inject, it } from "vitest";
import { missingMigrations } from "./applied";
import { migrate } from "./migrate";
import { reachServer } from "./server";
import { testDatabase, testDatabaseUrl } from "./testing";
import { databaseOn } from "./testing-setup";

const db = await testDatabase();

const elsewhere = new URL(databaseOn(inject("databaseServer"), "no_such"));
elsewhere.password ||= "unused-secret";

describe("the database of a test", () => {
  it("is migrated and its own", async () => {
    const other = await testDatabase();
    await db.execute(sql`create table only_here (id int)`);
    expect(await missingMigrations(db)).toEqual([]);
    const seen = await other.execute(sql`select to_regclass('only_here') as name`);
    expect([...seen]).toEqual([{ name: null }]);
  });
});

describe("migrating", () => {
  it("does nothing twice, also when two do it at once", async () => {
    const url = await testDatabaseUrl();
    expect(await Promise.all([migrate(url), migrate(url)])).toEqual([0, 0]);
  });

  it("refuses a database that a newer version made", async () => {
    const url = await testDatabaseUrl();
    await db.execute(sql`select 1`);
    const { connect } = await import("./client");
    const { db: newer, close } = connect(url);
    await newer.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9999999999999)`,
    );
    await close();
    await expect(migrate(url)).rejects.toThrow("a newer version made it");
  });

  it("tells which migrations are missing", async () => {
    const fresh = await testDatabase();
    await fresh.execute(
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
    );
    expect(await missingMigrations(fresh)).toHaveLength(1);
  });
});

describe("reaching a server", () => {
  it("gives the major version", async () => {
    expect(await reachServer(inject("databaseServer"))).toBeGreaterThanOrEqual(15);
  });

  it.each([
    [
      "a port where nobody listens",
      "postgres://galley:secret@127.0.0.1:1/galley",
      "No answer from the database galley at 127.0.0.1:1 (ECONNREFUSED)",
    ],
    ["a database that is not there", elsewhere.href, "There is no such database: the database no_such"],
  ])("says what is wrong with %s, without the password", async (_, url, words) => {
    const error = await reachServer(url).catch(String);
    expect(error).toContain(words);
    expect(error).not.toContain(new URL(url).password);
  });
});
