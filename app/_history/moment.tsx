"use client";

import { useSyncExternalStore } from "react";
import { subscribeToClock, zoneNow } from "~/app/_lib/clock";
import { absoluteTime, calendarDay, clockTime } from "~/app/_lib/time";

/** A moment by day and hour, as a record needs it; pointing at it gives the zone. */
export function Moment({ at, className }: { at: number; className?: string }) {
  const moment = new Date(at);
  // The server does not know the reader's zone: UTC there and in the first render, the true one right after.
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  return (
    <time dateTime={moment.toISOString()} title={absoluteTime(moment, zone)} className={className}>
      {calendarDay(moment, zone)}, {clockTime(moment, zone)}
    </time>
  );
}
