import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Database } from "~/db/client";
import { emptyDatabase, migrate } from "~/db/migrate";
import { demoAccounts } from "~/db/queries/demo";
import { hasNewsroom } from "~/db/queries/invitations";
import { newsrooms } from "~/db/seed/newsrooms";
import type { Env } from "~/server/env";
import { log } from "~/server/log";
import type { Account } from "./box";
import { DEMO_PASSWORD, seedDemo } from "./demo";

/**
 * Fills an empty embedded database with the demo newsrooms, wholly or not at all: a note in the data folder
 * stands while it is being filled, and a start that finds the note begins anew. Nobody has worked in a
 * database with that note, for it is removed before the server opens.
 *
 * @param url of the same database
 * @returns whether it was filled now
 */
export async function fillOnFirstRun(env: Env, db: Database, url: string): Promise<boolean> {
  const note = path.join(env.GALLEY_DATA, "demo-is-being-made");
  if (existsSync(note)) {
    await emptyDatabase(url);
    await migrate(url);
  } else if (await hasNewsroom(db)) {
    return false;
  }
  await writeFile(note, "");
  await quietly(() => seedDemo(db, new Date()));
  await rm(note);
  return true;
}

/** What made-up people did is no news for whoever reads the server's log. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { level } = log;
  log.level = "warn";
  try {
    await work();
  } finally {
    log.level = level;
  }
}

/** The demo accounts that are there to sign in with, newsroom by newsroom, in the order of their work. */
export async function shownAccounts(db: Database): Promise<Account[]> {
  const there = new Set((await demoAccounts(db)).map(({ email }) => email));
  return accountsAtFirst().filter(({ email }) => there.has(email));
}

/** The accounts that the demo newsrooms are made with. */
export function accountsAtFirst(): Account[] {
  return newsrooms.flatMap(({ facts, people }) =>
    people
      .filter(({ isDemoAccount }) => isDemoAccount)
      .map(({ key, email }) => ({
        newsroom: facts.name,
        role: nameOf(key),
        email,
        password: DEMO_PASSWORD,
      })),
  );
}

function nameOf(role: string): string {
  return role.charAt(0).toUpperCase() + role.slice(1).replaceAll("-", " ");
}
