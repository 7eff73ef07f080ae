"use client";

import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds; on the server and in the first render `atFirst`. */
export function useMedia(query: string, atFirst: boolean): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => atFirst,
  );
}

/** Widths at which panels stand beside the text; narrower, they slide over it. */
export const RAIL_BESIDE = "(width >= 80rem)";
export const MARGIN_BESIDE = "(width >= 64rem)";
export const FINGERS = "(pointer: coarse)";
