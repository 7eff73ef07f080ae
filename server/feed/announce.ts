import type { UserId } from "~/core/ids";
import { ring, type Stroke } from "~/db/bell";
import type { Database } from "~/db/client";
import { nudge } from "~/db/nudge";
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

/** The same for people who are told of something else now. Their pages ask by themselves, every minute. */
export function announceTo(db: Database, people: readonly UserId[]): void {
  nudge(db, people).catch((error: unknown) => log.warn({ err: error }, "nobody was nudged"));
}
