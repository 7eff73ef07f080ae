import { ring, type Stroke } from "~/db/bell";
import type { Database } from "~/db/client";
import { log } from "~/server/log";

/**
 * Rings for a log that has grown, after its commit, without keeping whoever wrote waiting. A stroke that fails
 * is not made good: the feed looks by itself, every two seconds.
 */
export function announce(db: Database, stroke: Stroke): void {
  ring(db, stroke).catch((error: unknown) =>
    log.warn({ err: error, log: stroke.log }, "the bell was not rung"),
  );
}
