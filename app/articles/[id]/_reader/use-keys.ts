"use client";

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { KeyHandler } from "~/app/articles/[id]/_lib/key-handler";
import type { Action } from "~/app/articles/[id]/_lib/keys";
import type { Workbench } from "~/app/articles/[id]/_lib/workbench";

/** Answers the page's keys; gives the first of two keys while the second is waited for. */
export function useKeys(actions: readonly Action[], bench: Workbench): string | null {
  const [prefix, setPrefix] = useState<string | null>(null);
  const handler = useMemo(() => new KeyHandler(actions, setPrefix), [actions]);
  const onKey = useEffectEvent((event: KeyboardEvent) => handler.handle(event, bench));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
  return prefix;
}
