"use client";

import { useState } from "react";

/** Unsaved words, kept on this device until they are saved: they outlive the card, and a reload of the page. */
export interface Draft {
  /** null: nothing is unsaved. */
  readonly text: string | null;
  readonly write: (text: string) => void;
  readonly discard: () => void;
}

/** The draft of a place, such as a tag’s note by one person. In the browser only. */
export function useDraft(place: string): Draft {
  const key = `galley-draft ${place}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key));
  return {
    text,
    write(next) {
      sessionStorage.setItem(key, next);
      setText(next);
    },
    discard() {
      sessionStorage.removeItem(key);
      setText(null);
    },
  };
}
