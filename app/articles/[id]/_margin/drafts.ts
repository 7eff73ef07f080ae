"use client";

import { useState } from "react";
import { z } from "zod";

/** Unsaved words, kept on this device until they are saved: they outlive the card, and a reload of the page. */
export interface Draft<Base> {
  /** null: nothing is unsaved. */
  readonly text: string | null;
  /** What stood when the first of the words was typed: it is what they are to replace, and nothing newer. */
  readonly over: Base;
  readonly write: (text: string) => void;
  readonly discard: () => void;
}

/**
 * The draft of a place, such as a tag’s note by one person, over what stands there. In the browser only.
 * @param Base what can stand there
 */
export function useDraft<Base>(place: string, Base: z.ZodType<Base>, present: Base): Draft<Base> {
  const key = `galley-unsaved ${place}`;
  const [kept, setKept] = useState(() => {
    const text = sessionStorage.getItem(key);
    return text === null ? null : z.object({ text: z.string(), over: Base }).parse(JSON.parse(text));
  });
  return {
    text: kept?.text ?? null,
    over: kept ? kept.over : present,
    write(text) {
      const next = { text, over: kept ? kept.over : present };
      sessionStorage.setItem(key, JSON.stringify(next));
      setKept(next);
    },
    discard() {
      sessionStorage.removeItem(key);
      setKept(null);
    },
  };
}
