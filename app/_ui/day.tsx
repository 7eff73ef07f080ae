"use client";

import { useSyncExternalStore } from "react";
import { subscribeToClock, zoneNow } from "~/app/_lib/clock";
import { calendarDay } from "~/app/_lib/time";

/** A moment as its day, in the reader's zone once that is known. @param at milliseconds since 1970 */
export function Day({ at }: { at: number }) {
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  const moment = new Date(at);
  return (
    <time dateTime={moment.toISOString()} suppressHydrationWarning>
      {calendarDay(moment, zone)}
    </time>
  );
}
