import { sql } from "drizzle-orm";

import { jsonIn } from "~/core/json";
import { Saying } from "~/core/presence";
import type { Database } from "./client";

/**
 * Where people are goes from process to process by notifications of its own, and is kept nowhere: what is missed
 * is said again a few seconds later.
 */

const CHANNEL = "galley_presence";

/** Says where somebody is to all processes, this one too. @throws what the database throws */
export async function say(db: Database, saying: Saying): Promise<void> {
  await db.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(saying)})`);
}

/**
 * Hears what is said, on the connection that listens to the bell. What is none of ours is passed over: anybody who
 * may connect can notify.
 * @throws when the database is away; it is listened to all the same as soon as it is back
 */
export async function hear(db: Database, heard: (saying: Saying) => void): Promise<void> {
  await db.$client.listen(CHANNEL, (payload) => {
    const saying = Saying.safeParse(jsonIn(payload));
    if (saying.success) heard(saying.data);
  });
}
