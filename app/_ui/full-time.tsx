"use client";

import { useSyncExternalStore } from "react";
import { subscribeToClock, zoneNow } from "~/app/_lib/clock";
import { absoluteTime } from "~/app/_lib/time";

/** A moment as date, time and zone in full, in the reader's zone once that is known. @param at milliseconds since 1970 */
export function FullTime({ at }: { at: number }) {
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  const moment = new Date(at);
  return <time dateTime={moment.toISOString()}>{absoluteTime(moment, zone)}</time>;
}
