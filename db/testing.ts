import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, inject, onTestFinished, TestRunner } from "vitest";
import { connect, type Database } from "./client";
import { databaseOn } from "./testing-setup";

/**
 * A migrated, empty database of its own for the test file that calls this at its top level or in
 * `beforeAll`, or for the one test that calls it, on real Postgres: cloned from the template in about
 * 100 ms and dropped afterwards. Not for use outside of tests.
 *
 * @returns the database as the application sees it
 */
export async function testDatabase(): Promise<Database> {
  const url = await testDatabaseUrl();
  const { db, close } = connect(url);
  afterwards(() => close());
  return db;
}

/** The same, for tests that need connections of their own: its address. */
export async function testDatabaseUrl(): Promise<string> {
  const name = `galley_test_${Math.floor(Date.now() / 1000)}_${randomBytes(6).toString("hex")}`;
  const template = inject("databaseTemplate");
  await onServer((sql) => sql`create database ${sql(name)} template ${sql(template)}`);
  afterwards(() => onServer((sql) => sql`drop database ${sql(name)} with (force)`));
  return databaseOn(inject("databaseServer"), name);
}

/** After this test, or called outside of one after all tests of the file; the last registered runs first. */
function afterwards(work: () => Promise<void>): void {
  if (TestRunner.getCurrentTest()) onTestFinished(work);
  else afterAll(work);
}

async function onServer(work: (sql: postgres.Sql) => PromiseLike<unknown>): Promise<void> {
  const sql = postgres(inject("databaseServer"), { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
