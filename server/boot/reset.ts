import { rm } from "node:fs/promises";
import { createInterface } from "node:readline/promises";
import { findEmbedded } from "~/db/embedded";
import type { Env } from "~/server/env";
import { say } from "./progress.mjs";

/**
 * `npm run db:reset`: deletes the embedded database after a question, so that the next start begins anew
 * with the demo newsroom. A server of one's own (DATABASE_URL) is never touched.
 *
 * @param yes skips the question
 * @returns the exit code
 */
export async function reset(env: Env, yes: boolean): Promise<number> {
  if (env.DATABASE_URL !== undefined) {
    say("DATABASE_URL is set, and db:reset deletes only the embedded database. Nothing was done.");
    return 1;
  }
  const embedded = await findEmbedded(env.GALLEY_DATA);
  if (embedded === undefined) {
    say(`There is no database in ${env.GALLEY_DATA}. Nothing to do; npm start makes one.`);
    return 0;
  }
  if (!(await embedded.stopIfUnused())) {
    say("Galley is running on this database. Stop it first (Ctrl-C where it was started). Nothing was done.");
    return 1;
  }
  say(`This deletes every article, tag, person and setting in ${embedded.home}, for good.`);
  if (!yes && !(await isConfirmed())) {
    say("Nothing was done.");
    return 1;
  }
  await rm(embedded.home, { recursive: true, force: true });
  say(`Deleted ${embedded.home}. The next npm start makes a fresh newsroom.`);
  return 0;
}

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    say("To confirm without a terminal: npm run db:reset -- --yes");
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("Go on? [y/N] ");
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}
