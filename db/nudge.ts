import { sql } from "drizzle-orm";
import { z } from "zod";

import type { UserId } from "~/core/ids";
import { jsonIn } from "~/core/json";
import { UserId as UserIdShape } from "~/core/shapes/ids";
import { type Database, listenTo } from "./client";

/**
 * After a commit, people are nudged in all processes when what they are told of changed. It says to whom, never what;
 * what is missed shows when a page next asks.
 */

const CHANNEL = "galley_nudge";
/** A notification holds less than 8,000 bytes, an id 39 of them. */
const PEOPLE_AT_ONCE = 180;

const People = z.array(UserIdShape);

/** Nudges these people. Call it after the commit. @throws what the database throws */
export async function nudge(db: Database, people: readonly UserId[]): Promise<void> {
  for (let i = 0; i < people.length; i += PEOPLE_AT_ONCE) {
    const payload = JSON.stringify(people.slice(i, i + PEOPLE_AT_ONCE));
    await db.execute(sql`select pg_notify(${CHANNEL}, ${payload})`);
  }
}

/**
 * Hears who is nudged, as `listenTo`; `listening` says that nudges before it may have been missed. Anybody who may connect
 * can notify; what is none of ours is passed over.
 */
export function hearNudges(
  db: Database,
  { heard, listening }: { heard: (people: ReadonlySet<UserId>) => void; listening: () => void },
): Promise<() => Promise<void>> {
  return listenTo(db, CHANNEL, {
    heard: (payload) => heard(new Set(People.safeParse(jsonIn(payload)).data)),
    listening,
  });
}
