"use client";

import { useEffect, useEffectEvent, useMemo, useState } from "react";
import type { Action } from "./action";
import { answerEarlyInput } from "./early-input";
import { KeyHandler } from "./key-handler";

export interface UseKeys<Bench> {
  readonly bench: Bench;
  readonly singleKeys: boolean;
  readonly readOnly?: () => Element | null;
}

/** Answers the page's keys; gives the first of two keys while the second is waited for. */
export function useKeys<Bench>(
  actions: readonly Action<Bench>[],
  { bench, singleKeys, readOnly }: UseKeys<Bench>,
): string | null {
  const [prefix, setPrefix] = useState<string | null>(null);
  const handler = useMemo(
    () => new KeyHandler(actions, { singleKeys, onPrefix: setPrefix, ...(readOnly && { readOnly }) }),
    [actions, singleKeys, readOnly],
  );
  const onKey = useEffectEvent((event: KeyboardEvent) => handler.handle(event, bench));
  useEffect(() => () => handler.stop(), [handler]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener("keydown", listen);
    answerEarlyInput();
    return () => removeEventListener("keydown", listen);
  }, []);
  return prefix;
}
