"use client";

import { createContext, useCallback, useContext, useState, type ReactNode } from "react";

/** Says `sentence` to screen readers: politely after what they are saying, or at once when `assertive`. */
export type Announce = (sentence: string, options?: { assertive?: boolean }) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Gives `announce`. Toasts speak for themselves: do not announce what a toast says. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

interface Spoken {
  sentence: string;
  /** Counts up, so that the same sentence twice is a change and is read twice. */
  times: number;
}

const silence: Spoken = { sentence: "", times: 0 };

function next(before: Spoken, sentence: string): Spoken {
  return { sentence, times: before.times + 1 };
}

/** The app's two live regions, one polite and one assertive. */
export function Announcer({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState(silence);
  const [assertive, setAssertive] = useState(silence);
  const announce = useCallback<Announce>((sentence, options) => {
    const set = options?.assertive ? setAssertive : setPolite;
    set((before) => next(before, sentence));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className="sr-only" role="status" aria-live="polite">
        <span key={polite.times}>{polite.sentence}</span>
      </div>
      <div className="sr-only" role="alert" aria-live="assertive">
        <span key={assertive.times}>{assertive.sentence}</span>
      </div>
    </AnnounceContext>
  );
}
