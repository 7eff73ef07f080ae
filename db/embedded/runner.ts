import { type Stats } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

/** The user under whom Postgres runs; none: the user who started Galley. */
export type Runner = { readonly uid: number; readonly gid: number } | undefined;

/**
 * Postgres refuses to run as root. Root lends it to the owner of the data that is there, or to
 * `nobody`; no user is created. Anybody else runs it as themselves.
 *
 * @param data the data directory of Postgres, there already or not
 * @throws when the data belong to somebody whom the present user cannot act for
 */
export async function chooseRunner(data: string): Promise<Runner> {
  const uid = process.getuid?.();
  const owner = await statOrNothing(data);
  if (uid === undefined) return undefined;
  if (uid !== 0) {
    if (owner === undefined || owner.uid === uid) return undefined;
    throw new Error(
      `The database in ${data} was made by another user (number ${owner.uid}), so it cannot be started. ` +
        `It is unharmed. Start Galley as that user or as root, or set GALLEY_DATA to a folder of your own.`,
    );
  }
  return owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

async function nobody(): Promise<Runner> {
  const users = await readFile("/etc/passwd", "utf8");
  const [, uid, gid] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(users) ?? [];
  if (uid === undefined || gid === undefined) {
    throw new Error(
      "Postgres does not run as root, and this system has no user `nobody` to run it as. " +
        "Start Galley as an ordinary user, or set DATABASE_URL to a Postgres server of your own.",
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** Whether the runner can pass through every folder down to `folder`; those not there yet count as open. */
export async function canReach(runner: Runner, folder: string): Promise<boolean> {
  if (runner === undefined) return true;
  for (let here = path.resolve(folder); ; here = path.dirname(here)) {
    const found = await statOrNothing(here);
    if (found && !mayEnter(runner, found)) return false;
    if (here === path.dirname(here)) return true;
  }
}

function mayEnter(runner: { uid: number; gid: number }, folder: Stats): boolean {
  if (folder.uid === runner.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === runner.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

async function statOrNothing(file: string): Promise<Stats | undefined> {
  return stat(file).catch((error: unknown) => {
    if (isErrno(error, "ENOENT", "ENOTDIR")) return undefined;
    throw error;
  });
}

/** Whether an error of the operating system has one of these codes. */
export function isErrno(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => error.code === code);
}
