"use client";

import { useSyncExternalStore } from "react";
import { absoluteTime, relativeTime } from "~/app/_lib/time";
import { subscribeToClock, timeNow, zoneNow } from "~/app/_lib/clock";

export interface TimeProps {
  /** The moment, as a Date, ISO text or milliseconds. */
  at: Date | string | number;
  className?: string;
}

/** A moment as "5 min. ago", kept fresh; pointing at it gives date, hour and zone. */
export function Time({ at, className }: TimeProps) {
  const moment = new Date(at);
  const now = useSyncExternalStore(subscribeToClock, timeNow, timeNow);
  // The server does not know the reader's zone: UTC there and in the first render, the true one right after.
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  return (
    <time
      dateTime={moment.toISOString()}
      title={absoluteTime(moment, zone)}
      className={className}
      suppressHydrationWarning
    >
      {relativeTime(moment, new Date(now), zone)}
    </time>
  );
}
