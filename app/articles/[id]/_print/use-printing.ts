"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { markLastPieces } from "./numbers";
import type { TagId } from "~/core/ids";

/**
 * True while the page is being printed. What is printed alone is drawn only then, and the browser takes the page
 * as it stands when the event's listeners are done: hence the synchronous drawing.
 * @param tags the tags that are listed, in the order of the text
 */
export function usePrinting(tags: () => readonly TagId[]): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    let unmark = () => {};
    const before = () => {
      unmark = markLastPieces(tags());
      flushSync(() => setPrinting(true));
    };
    const after = () => {
      unmark();
      setPrinting(false);
    };
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, [tags]);
  return isPrinting;
}
