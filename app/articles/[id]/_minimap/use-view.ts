"use client";

import { type RefObject, useEffect } from "react";
import { headerBottom } from "~/app/articles/[id]/_lib/marks";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { textOf } from "~/core/article";
import { Places } from "./places";

interface Parts {
  text: RefObject<HTMLElement | null>;
  strip: RefObject<HTMLElement | null>;
  /** Stands on the strip where the window stands in the text. */
  view: RefObject<HTMLElement | null>;
}

/** While the text scrolls, the frame follows no more often than this, in milliseconds. */
const PACE = 40;

/** Keeps the frame on the strip at what of the text is in view. Scrolling moves it, and asks nothing of the page. */
export function useView({ text, strip, view }: Parts): void {
  const store = useStore();
  useEffect(() => {
    const [root, frame] = [text.current, view.current];
    if (!root || !frame || !strip.current) return undefined;
    const places = new Places();
    let [length, height, header] = [1, 0, 0];
    let [top, size] = [NaN, NaN];
    let asked = 0;
    let isMeasured = false;
    const follow = () => {
      asked = 0;
      if (!isMeasured) {
        length = Math.max(1, textOf(store.slice).length);
        height = strip.current?.clientHeight ?? 0;
        header = headerBottom();
        places.measure(root, length);
        isMeasured = true;
      }
      const rowOf = (y: number) => Math.round((places.offsetAt(scrollY + y) / length) * height);
      const [from, to] = [rowOf(header), rowOf(innerHeight)];
      if (from !== top) frame.style.translate = `0 ${from}px`;
      if (to - from !== size) frame.style.blockSize = `${to - from}px`;
      [top, size] = [from, to - from];
    };
    const soon = () => {
      if (asked === 0) asked = requestAnimationFrame(follow);
    };
    // Each step costs a frame more work than scrolling alone.
    let pause: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      pause ??= setTimeout(() => {
        pause = undefined;
        soon();
      }, PACE);
    };
    const sizes = new ResizeObserver(() => {
      isMeasured = false;
      soon();
    });
    sizes.observe(root);
    sizes.observe(strip.current);
    addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      sizes.disconnect();
      clearTimeout(pause);
      removeEventListener("scroll", scrolled);
    };
  }, [store, text, strip, view]);
}
