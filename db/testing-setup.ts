import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "./embedded";
import { JOB_TABLES } from "./jobs";
import { migrate } from "./migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** A server on which the tests may create databases. */
    databaseServer: string;
    /** The database, migrated and empty, of which each test file gets a copy. */
    databaseTemplate: string;
  }
}

/**
 * Vitest's global set-up of the database tests: a server (the one that TEST_DATABASE_URL names, else an
 * embedded one of the tests' own) with a migrated template on it, kept from run to run for as long as
 * the migrations are the same.
 */
export default async function setUpDatabases(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const embedded = given ? undefined : await startEmbedded({ dataDir: path.join(".galley", "testing") });
  const server = given ?? embedded?.url ?? "";
  const template = `galley_template_${await migrationsFingerprint()}`;
  await makeTemplate(server, template);
  project.provide("databaseServer", server);
  project.provide("databaseTemplate", template);
  return async () => {
    await embedded?.stop();
  };
}

const templateLock = 7_411_003;

async function makeTemplate(server: string, template: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${templateLock})`;
    await dropLeftOvers(sql);
    const [found] = await sql`select 1 from pg_database where datname = ${template}`;
    if (found) return;
    // Renamed when done: a run that was broken off leaves no half-migrated template.
    const half = `${template}_half`;
    await sql`drop database if exists ${sql(half)} with (force)`;
    await sql`create database ${sql(half)} template template0`;
    await migrate(databaseOn(server, half));
    await sql`alter database ${sql(half)} rename to ${sql(template)}`;
  } finally {
    await sql.end();
  }
}

/** Copies that killed runs left behind: named by their hour, nobody connected. */
async function dropLeftOvers(sql: postgres.Sql): Promise<void> {
  const left = await sql<{ name: string }[]>`
    select datname as name from pg_database
    where datname like 'galley\_test\_%'
      and split_part(datname, '_', 3)::bigint < extract(epoch from now()) - 3600
      and not exists (select 1 from pg_stat_activity a where a.datname = pg_database.datname)`;
  for (const { name } of left) await sql`drop database if exists ${sql(name)}`;
}

/** The same server, another database. */
export function databaseOn(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function migrationsFingerprint(): Promise<string> {
  const folder = path.join("db", "migrations");
  const hash = createHash("sha256").update(JOB_TABLES);
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort()) {
    hash.update(file).update(await readFile(path.join(folder, file)));
  }
  return hash.digest("hex").slice(0, 12);
}
