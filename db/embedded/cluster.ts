import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdtemp, open, readFile, readlink, realpath, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Place } from "./place";
import type { Programs } from "./programs";
import { isErrno } from "./runner";

const run = promisify(execFile);

export const databaseUser = "galley";

/** Modest in memory, unbending in durability (SECURITY 7): an acknowledged write survives a power cut. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  shared_buffers: "48MB",
  max_connections: "80",
  max_wal_size: "256MB",
  io_method: "sync",
  autovacuum_max_workers: "2",
  max_worker_processes: "4",
  max_wal_senders: "0",
  wal_level: "minimal",
  jit: "off",
  // Rows and statements hold people's words, which do not belong in a log.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  timezone: "UTC",
  log_timezone: "UTC",
} as const;

/** The major version of the Postgres that made the data here; none when it was never set up. */
export async function versionOfData({ data }: Place): Promise<number | undefined> {
  const text = await readFile(path.join(data, "PG_VERSION"), "utf8").catch((error: unknown) => {
    if (isErrno(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  });
  return text === undefined ? undefined : Number.parseInt(text);
}

/**
 * `initdb` into a folder of its own, password and all, then one rename: an interrupted or doubled
 * first start leaves either a whole database or none.
 */
export async function setUp(place: Place, programs: Programs): Promise<void> {
  const fresh = await mkdtemp(path.join(place.home, "new-"));
  const data = path.join(fresh, "data");
  const passwordFile = path.join(fresh, "password");
  try {
    await writeFile(passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (place.runner) {
      await chown(fresh, place.runner.uid, place.runner.gid);
      await chown(passwordFile, place.runner.uid, place.runner.gid);
    }
    await run(
      programs.initdb,
      [
        `--pgdata=${data}`,
        `--username=${databaseUser}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        // Sorting and letter case by Unicode, the same on every system.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
      ],
      { cwd: fresh, env: cleanEnvironment(), ...place.runner },
    );
    await rename(passwordFile, path.join(data, "galley-password"));
    await rename(data, place.data).catch((error: unknown) => {
      // Another start was quicker; its database is as good.
      if (!isErrno(error, "ENOTEMPTY", "EEXIST", "EPERM")) throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The password of `databaseUser`; it moves with the data. */
export async function readPassword({ data }: Place): Promise<string> {
  return readFile(path.join(data, "galley-password"), "utf8");
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The running server of this data directory by its lock file, if the process in the file is really it. */
export async function findPostmaster({ data }: Place): Promise<Postmaster | undefined> {
  const text = await readFile(lockFile(data), "utf8").catch((error: unknown) => {
    if (isErrno(error, "ENOENT", "ENOTDIR")) return "";
    throw error;
  });
  const [pid, , , port, , , , status] = text.split("\n");
  if (!pid || !port || !(await isPostmaster(Number(pid), data))) return undefined;
  return { pid: Number(pid), port: Number(port), ready: status?.startsWith("ready") ?? false };
}

/** A process id can have gone to another program since, and a zombie still has one. */
async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  const whole = await realpath(data);
  return readlink(`/proc/${pid}/cwd`).then(
    (folder) => folder === whole,
    // Root without the right to trace, as in many containers, may not look: take the file's word.
    (error: unknown) => isErrno(error, "EACCES", "EPERM"),
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, "EPERM");
  }
}

/** Postgres takes a lock file for true while any process has its number: after a reboot that may be anybody. */
export async function dropForeignLock({ data }: Place): Promise<void> {
  const text = await readFile(lockFile(data), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  if (pid > 0 && isAlive(pid) && !(await isPostmaster(pid, data))) await rm(lockFile(data), { force: true });
}

const lockFile = (data: string) => path.join(data, "postmaster.pid");

/**
 * Starts Postgres in a process group of its own, so that Ctrl-C in the terminal reaches the application
 * first, and waits until it takes connections.
 *
 * @returns false when it ended instead; the reason is in the log
 */
export async function launch(place: Place, programs: Programs, port: number): Promise<boolean> {
  const log = await open(logFile(place), "a", 0o600);
  const child = spawn(
    programs.postgres,
    [
      "-D",
      place.data,
      ...Object.entries({ ...settings, port }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    {
      cwd: place.data,
      env: cleanEnvironment(),
      stdio: ["ignore", log.fd, log.fd],
      detached: true,
      ...place.runner,
    },
  );
  const state = { ended: false };
  child.once("exit", () => (state.ended = true));
  child.once("error", () => (state.ended = true));
  child.unref();
  try {
    while (!state.ended) {
      const found = await findPostmaster(place);
      if (found?.ready && found.pid === child.pid) return true;
      await pause(25);
    }
    return false;
  } finally {
    await log.close();
  }
}

/** The last lines of Postgres's own log, for an error message. */
export async function lastWords(place: Place): Promise<string> {
  const text = await readFile(logFile(place), "utf8").catch(() => "");
  return text.trim().split("\n").slice(-8).join("\n");
}

const logFile = ({ home }: Place) => path.join(home, "postgres.log");

/** Fast shutdown: running transactions are rolled back, everything committed is on disk. Waits for the end. */
export async function shutDown(place: Place): Promise<void> {
  const running = await findPostmaster(place);
  if (!running) return;
  process.kill(running.pid, "SIGINT");
  for (let waited = 0; (await findPostmaster(place))?.pid === running.pid; waited += 25) {
    if (waited > 30_000) throw new Error(`Postgres (process ${running.pid}) did not stop within 30 seconds.`);
    await pause(25);
  }
}

/** What a terminal has set for other Postgres servers must not steer this one. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("PG") && !name.startsWith("LC_"),
  );
  return { ...Object.fromEntries(kept), LC_ALL: "C", NODE_ENV: process.env.NODE_ENV };
}
