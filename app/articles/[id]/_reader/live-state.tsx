"use client";

import { Unplug } from "lucide-react";
import { useEffect, useState } from "react";
import { useIsLive } from "~/app/_lib/live/live";
import * as words from "~/app/_lib/words";
import { VisuallyHidden } from "~/app/_ui/visually-hidden";

/** A connection that comes back sooner than this, in milliseconds, is nothing to tell of. */
const TELL_AFTER = 6_000;

const say = words.reader.live;

/** In the header, and only while others' work does not come in: that what is shown may be old. */
export function LiveState() {
  return useIsLive() ? null : <Interrupted />;
}

function Interrupted() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), TELL_AFTER);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <span
      role="status"
      title={say.interruptedLong}
      className="flex items-center gap-1 text-[0.8125rem] whitespace-nowrap text-muted"
    >
      <Unplug aria-hidden="true" className="size-4 text-warn" />
      <span className="max-sm:sr-only">{say.interrupted}</span>
      <VisuallyHidden>{say.interruptedLong}</VisuallyHidden>
    </span>
  );
}
