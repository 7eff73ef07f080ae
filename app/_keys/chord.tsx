"use client";

import { useSyncExternalStore } from "react";
import * as words from "~/app/_lib/words";
import { Kbd } from "~/app/_ui/kbd";
import { readChord } from "./chords";

const neverChanges = () => () => undefined;

/** Keys as they are printed: together, or one after the other. `onInk` for dark grounds such as tooltips. */
export function Chord({ chord, onInk = false }: { chord: string; onInk?: boolean }) {
  const isMac = useSyncExternalStore(
    neverChanges,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  return readChord(chord, isMac).map((stroke, place) => (
    <span key={place} className="inline-flex items-center gap-0.5 whitespace-nowrap">
      {place > 0 && <span className={onInk ? undefined : "text-muted"}> {words.keys.then} </span>}
      {stroke.map((key) => (
        <Kbd key={key} onInk={onInk}>
          {key}
        </Kbd>
      ))}
    </span>
  ));
}
