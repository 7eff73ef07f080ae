"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { drawnRows, scrolledTo } from "./window";

/** A long list's rows in sight: which to draw, and the way to another one. */
export interface Rows {
  /** The first that is drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Scrolls to a row and gives it the keyboard; the row says its place as `data-place`, and it or something in it takes the focus. */
  readonly goTo: (place: number) => void;
  /** Scrolls to a row where it is out of sight, and leaves the keyboard where it is. */
  readonly show: (place: number) => void;
}

/** Draws of a long list only the rows in sight. @param height of a row, in CSS pixels */
export function useRows(list: RefObject<HTMLElement | null>, count: number, height: number): Rows {
  const wanted = useRef<number | null>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const { scrollTop: top, clientHeight } = element;
      setView((now) =>
        now.top === top && now.height === clientHeight ? now : { top, height: clientHeight },
      );
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", measure);
    };
  }, [list]);
  // The row to go to may be drawn by the same key that scrolls to it.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`);
    (row?.querySelector<HTMLElement>("[tabindex]") ?? row)?.focus({ preventScroll: true });
    wanted.current = null;
  });
  const show = (place: number) => {
    const top = scrolledTo(place, height, view);
    if (top === view.top) return;
    list.current?.scrollTo({ top, behavior: "instant" });
    setView({ ...view, top });
  };
  const goTo = (place: number) => {
    wanted.current = place;
    show(place);
  };
  return { ...drawnRows(count, height, view), goTo, show };
}

/** Where a key leads from a row; null where it leads nowhere. */
export function placeAfter(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, at + 1);
    case "ArrowUp":
      return Math.max(0, at - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
