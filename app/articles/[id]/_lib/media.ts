"use client";

import { useCallback, useSyncExternalStore } from "react";

/** One list for each query: to make one takes longer than all that is asked of it. */
const lists = new Map<string, MediaQueryList>();

function listOf(query: string): MediaQueryList {
  const list = lists.get(query) ?? matchMedia(query);
  lists.set(query, list);
  return list;
}

/** Whether a media query holds; on the server and in the first render `atFirst`. */
export function useMedia(query: string, atFirst: boolean): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = listOf(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => listOf(query).matches,
    () => atFirst,
  );
}

/** Widths at which panels stand beside the text; narrower, they slide over it. */
export const RAIL_BESIDE = "(width >= 80rem)";
export const MARGIN_BESIDE = "(width >= 64rem)";
export const FINGERS = "(pointer: coarse)";
