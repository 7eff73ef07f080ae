import { createHash } from "node:crypto";
import { chmod, chown, mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import path from "node:path";
import { canReach, chooseRunner, isErrno, type Runner } from "./runner";

/** Where one embedded database lives, and who runs it. */
export interface Place {
  /** The folder that belongs to the runner: `data/` (Postgres's own), `postgres.log`. */
  readonly home: string;
  readonly data: string;
  readonly runner: Runner;
  /** Where the programs may be copied when the runner cannot use those of the project. */
  readonly programs: string;
}

/** Where root keeps what `nobody` must reach and cannot reach in the project. */
const openFolder = "/var/lib/galley";

/**
 * Decides where the database of a project lies: in `dataDir/database`, unless Postgres has to run as
 * somebody who cannot enter there (root, and the project under a 0700 folder): then in /var/lib/galley,
 * with a note in `dataDir`, so that a project that is moved finds its database again and one that is
 * copied gets a database of its own.
 */
export async function settlePlace(dataDir: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true });
  const here = await realpath(dataDir);
  const note = path.join(here, "database-is-at");
  const noted = await readNote(note, here);
  const inside = path.join(here, "database");
  let home = noted ?? inside;
  let runner = await chooseRunner(path.join(home, "data"));
  if (runner !== undefined && noted === undefined) {
    // A folder that root's own umask closed is ours to open; those above it are not.
    if (await canReach(runner, path.dirname(here))) await chmod(here, 0o711);
    if (!(await canReach(runner, here))) {
      home = path.join(openFolder, createHash("sha256").update(here).digest("hex").slice(0, 12));
      runner = await chooseRunner(path.join(home, "data"));
      await mkdir(openFolder, { recursive: true });
      await chmod(openFolder, 0o755);
      await writeFile(note, `${home}\n${here}\n`);
    }
  }
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (runner) await chown(home, runner.uid, runner.gid);
  home = await realpath(home);
  return { home, data: path.join(home, "data"), runner, programs: runner ? openFolder : here };
}

/** The place that the note names, unless the note came along with a copy of a project that still stands. */
async function readNote(note: string, here: string): Promise<string | undefined> {
  const lines = await readFile(note, "utf8").catch((error: unknown) => {
    if (isErrno(error, "ENOENT")) return "";
    throw error;
  });
  const [home, of] = lines.split("\n");
  if (!home || !of) return undefined;
  if (of === here) return home;
  const original = await readFile(path.join(of, "database-is-at"), "utf8").catch(() => "");
  return original.startsWith(`${home}\n`) ? undefined : home;
}
