import { sql } from "drizzle-orm";

import { jsonIn } from "~/core/json";
import { Saying } from "~/core/shapes/presence";
import { type Database, listenTo } from "./client";

/**
 * Where people are goes from process to process by notifications of its own, and is kept nowhere: what is missed
 * is said again a few seconds later.
 */

const CHANNEL = "galley_presence";

/** Says where somebody is to all processes, this one too. @throws what the database throws */
export async function say(db: Database, saying: Saying): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(saying)})`);
}

/** Hears what is said, as `listenTo`. Anybody who may connect can notify; what is none of ours is passed over. */
export function hear(db: Database, heard: (saying: Saying) => void): Promise<() => Promise<void>> {
  return listenTo(db, CHANNEL, {
    heard(payload) {
      const saying = Saying.safeParse(jsonIn(payload));
      if (saying.success) heard(saying.data);
    },
  });
}
