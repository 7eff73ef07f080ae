"use client";

import { type RefObject, useEffect, useState } from "react";
import type { Span } from "~/core/tag";
import { selectedSpan } from "~/app/articles/[id]/_lib/offsets";

/**
 * What is selected of the article, once the person has finished selecting with the pointer; with the keyboard,
 * and where fingers drag handles, as it changes. Null for a caret and for a selection elsewhere.
 */
export function useSelection(root: RefObject<HTMLElement | null>): Span | null {
  const [span, setSpan] = useState<Span | null>(null);
  useEffect(() => {
    let frame = 0;
    let isDragging = false;
    const read = () => {
      frame = 0;
      const selected = root.current && selectedSpan(root.current);
      const next = selected && selected.start < selected.end ? selected : null;
      setSpan((before) => (before?.start === next?.start && before?.end === next?.end ? before : next));
    };
    const soon = () => {
      if (!isDragging && frame === 0) frame = requestAnimationFrame(read);
    };
    const down = (event: PointerEvent) => {
      isDragging = event.pointerType === "mouse" && root.current?.contains(asNode(event.target)) === true;
      if (isDragging) setSpan(null);
    };
    const up = () => {
      isDragging = false;
      soon();
    };
    // What was selected before the page was ready counts too.
    soon();
    document.addEventListener("selectionchange", soon);
    document.addEventListener("pointerdown", down);
    document.addEventListener("pointerup", up);
    document.addEventListener("pointercancel", up);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener("selectionchange", soon);
      document.removeEventListener("pointerdown", down);
      document.removeEventListener("pointerup", up);
      document.removeEventListener("pointercancel", up);
    };
  }, [root]);
  return span;
}

function asNode(target: EventTarget | null): Node | null {
  return target instanceof Node ? target : null;
}
