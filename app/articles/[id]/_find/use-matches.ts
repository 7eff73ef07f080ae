"use client";

import { type RefObject, useEffect, useSyncExternalStore } from "react";
import { isSpanInView, revealSpan } from "~/app/articles/[id]/_lib/reveal-span";
import { unfoldTo } from "~/app/articles/[id]/_lib/paragraph-elements";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { paintMatches, unpaintMatches } from "./highlights";
import type { Finder, Finding } from "./finder";

export function useFinding(finder: Finder): Finding {
  return useSyncExternalStore(
    finder.subscribe,
    () => finder.shown,
    () => finder.shown,
  );
}

/** Paints what was found, also while one scrolls and tags, and brings the place that is gone to into view. */
export function useMatches(finder: Finder, text: RefObject<HTMLElement | null>): void {
  const { isOpen, matches, current } = useFinding(finder);
  const store = useStore();
  const match = matches[current];
  useEffect(() => {
    if (!text.current || !match) return;
    unfoldTo(store, store.index.paragraphAt(match.start));
    revealSpan(text.current, match);
  }, [store, text, match]);
  useEffect(() => {
    if (!isOpen) return undefined;
    let frame = 0;
    const paint = () => {
      frame = 0;
      if (!text.current) return;
      paintMatches(text.current, matches, current);
      const match = matches[current];
      if (match && isSpanInView(text.current, match)) finder.see();
    };
    const soon = () => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    soon();
    // A mark that comes or goes makes other nodes of the same words.
    const unsubscribe = store.subscribe("tags", soon);
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
      unpaintMatches();
    };
  }, [isOpen, matches, current, finder, store, text]);
}
