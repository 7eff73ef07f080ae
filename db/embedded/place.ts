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
 * somebody who cannot get there (root, and the project under a 0700 folder): then in /var/lib/galley.
 * Changes nothing.
 *
 * @param dataDir has to exist
 */
export async function choosePlace(dataDir: string): Promise<Place> {
  const here = await realpath(dataDir);
  const noted = await readNote(here);
  let home = noted ?? path.join(here, "database");
  let runner = await chooseRunner(path.join(home, "data"));
  // `here` itself is ours to open to the runner; the folders above are not.
  if (noted === undefined && !(await canReach(runner, path.dirname(here)))) {
    home = path.join(openFolder, createHash("sha256").update(here).digest("hex").slice(0, 12));
    runner = await chooseRunner(path.join(home, "data"));
  }
  return { home, data: path.join(home, "data"), runner, programs: runner ? openFolder : here };
}

/**
 * Makes that place: with a note in `dataDir` where the database lies elsewhere, so that a project that is
 * moved finds its database again, and one that is copied gets a database of its own.
 */
export async function settlePlace(dataDir: string): Promise<Place> {
  await mkdir(dataDir, { recursive: true });
  const place = await choosePlace(dataDir);
  const here = await realpath(dataDir);
  if (place.home.startsWith(openFolder)) {
    await mkdir(openFolder, { recursive: true });
    await chmod(openFolder, 0o755);
    await writeFile(noteIn(here), `${place.home}\n${here}\n`);
  } else if (place.runner) {
    await chmod(here, 0o711);
  }
  await mkdir(place.home, { recursive: true, mode: 0o700 });
  if (place.runner) await chown(place.home, place.runner.uid, place.runner.gid);
  return place;
}

const noteIn = (dataDir: string) => path.join(dataDir, "database-is-at");

/** The place that the note names, unless the note came along with a copy of a project that still stands. */
async function readNote(here: string): Promise<string | undefined> {
  const lines = await readFile(noteIn(here), "utf8").catch((error: unknown) => {
    if (isErrno(error, "ENOENT")) return "";
    throw error;
  });
  const [home, of] = lines.split("\n");
  if (!home || !of) return undefined;
  if (of === here) return home;
  const original = await readFile(noteIn(of), "utf8").catch(() => "");
  return original.startsWith(`${home}\n`) ? undefined : home;
}
