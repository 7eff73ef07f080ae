"use client";

import { Clock } from "lucide-react";
import { useSyncExternalStore } from "react";

import { subscribeToClock, timeNow } from "~/app/_lib/clock";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Time } from "~/app/_ui/time";

const say = words.queue;

/** By when something has to be done, and whether that is past. */
export function Deadline({ at, label = say.dueLabel }: { at: number; label?: string }) {
  const now = useSyncExternalStore(subscribeToClock, timeNow, timeNow);
  return (
    <Badge tone={at < now ? "danger" : "neutral"} icon={<Clock aria-hidden="true" />}>
      {at < now ? say.overdue : label} <Time at={at} />
    </Badge>
  );
}
