import { sql } from "drizzle-orm";
import { z } from "zod";

import { LogId, NewsroomId } from "~/core/shapes/ids";
import { jsonIn } from "~/core/json";
import { type Database, listenTo } from "./client";

/**
 * The bell: after a commit it says which log has grown, and to what number; never what happened. It may be
 * missed (a connection that drops loses what was rung meanwhile), so whoever listens looks at the logs too.
 */

const CHANNEL = "galley_bell";
/** A notification holds less than 8,000 bytes, a stroke less than 90. */
const STROKES_AT_ONCE = 80;

/** One stroke of the bell: a log of this newsroom has grown to this number. */
export interface Stroke {
  readonly newsroom: NewsroomId;
  readonly log: LogId;
  readonly seq: number;
}

const Strokes = z.array(z.tuple([NewsroomId, LogId, z.number().int().nonnegative()]));

/** What is to be rung in each database: the last number for each log, so that many commits come to one stroke. */
const waiting = new WeakMap<Database, Map<LogId, Stroke>>();

/**
 * Rings for a log that has grown. Call it after the commit: within a transaction it would make all commits wait
 * for each other. Strokes that come while one is on its way go out together.
 * @returns when it was rung
 * @throws what the database throws; whoever listens finds out all the same, a little later
 */
export async function ring(db: Database, stroke: Stroke): Promise<void> {
  const known = waiting.get(db);
  if (known) {
    known.set(stroke.log, stroke);
    return;
  }
  const strokes = new Map([[stroke.log, stroke]]);
  waiting.set(db, strokes);
  try {
    while (strokes.size > 0) {
      const now = [...strokes.values()].slice(0, STROKES_AT_ONCE);
      for (const { log } of now) strokes.delete(log);
      const payload = JSON.stringify(now.map(({ newsroom, log, seq }) => [newsroom, log, seq]));
      await db.execute(sql`select pg_notify(${CHANNEL}, ${payload})`);
    }
  } finally {
    waiting.delete(db);
  }
}

/** Whoever listens. */
export interface Listener {
  heard(stroke: Stroke): void;
  /** The bell can be heard, for the first time or again: what was rung before may have been missed. */
  listening(): void;
}

/**
 * Listens to the bell, as `listenTo`. Anybody who may connect can ring anything; what is no stroke of ours is passed
 * over.
 */
export function listen(db: Database, listener: Listener): Promise<() => Promise<void>> {
  return listenTo(db, CHANNEL, {
    heard(payload) {
      const strokes = Strokes.safeParse(jsonIn(payload));
      for (const [newsroom, log, seq] of strokes.data ?? []) listener.heard({ newsroom, log, seq });
    },
    listening: () => listener.listening(),
  });
}
