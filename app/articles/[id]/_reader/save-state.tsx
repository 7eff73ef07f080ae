"use client";

import { Check, CloudOff, Ellipsis, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { subscribeToClock, zoneNow } from "~/app/_lib/clock";
import { clockTime } from "~/app/_lib/time";
import * as words from "~/app/_lib/words";
import { useAnnounce } from "~/app/_ui/announcer";
import { Button } from "~/app/_ui/button";
import { Tooltip } from "~/app/_ui/tooltip";
import { useSaveState, useStore } from "~/app/articles/[id]/_store/hooks";

const say = words.reader.save;

/** Whether one's work is safe, in the header. Only trouble is spoken: every change saves by itself. */
export function SaveState() {
  const store = useStore();
  const state = useSaveState();
  const announce = useAnnounce();
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  const isTrouble = state.kind === "offline" || state.kind === "could-not-save";
  const spoken = useRef(false);
  useEffect(() => {
    if (isTrouble && !spoken.current)
      announce(`${say.failed}. ${say.failedLong(state.count)}`, { assertive: true });
    spoken.current = isTrouble;
  }, [announce, isTrouble, state]);
  switch (state.kind) {
    case "idle":
      return null;
    case "saving":
      return (
        <Said>
          <span className="max-sm:sr-only">{say.saving}</span>
          <Ellipsis aria-hidden="true" className="size-4 sm:hidden" />
        </Said>
      );
    case "saved":
      return (
        <Said>
          <Check aria-hidden="true" className="size-4 text-ok" />
          <span className="max-xl:sr-only">{say.saved(clockTime(new Date(state.at), zone))}</span>
        </Said>
      );
    case "offline":
      return (
        <Said>
          <CloudOff aria-hidden="true" className="size-4 text-warn" />
          <span className="max-sm:sr-only">{say.offline(state.count)}</span>
        </Said>
      );
    case "could-not-save":
      return (
        <Tooltip label={state.sentence ?? say.failedLong(state.count)}>
          <Button small variant="danger" onClick={() => store.retry()}>
            <TriangleAlert aria-hidden="true" />
            <span className="max-sm:sr-only">{say.failed} – </span>
            {say.retry}
          </Button>
        </Tooltip>
      );
  }
}

function Said({ children }: { children: ReactNode }) {
  return (
    <span className="flex items-center gap-1 text-[0.8125rem] whitespace-nowrap text-muted">{children}</span>
  );
}
