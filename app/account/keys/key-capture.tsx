"use client";

import { type KeyboardEvent, useState } from "react";
import type { KeyedAction } from "~/app/_keys/action";
import { Chord } from "~/app/_keys/chord";
import { chordOf, isKeptByBrowser, isModifier } from "~/app/_keys/chords";
import { conflictsOf } from "~/app/_keys/own-keys";
import { cx } from "~/app/_lib/cx";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { inputLook } from "~/app/_ui/input-look";

const say = words.ownKeys.capture;

export interface KeyCaptureProps {
  action: KeyedAction;
  actions: readonly KeyedAction[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onKeep: (chord: string) => void;
}

/** Asks for a key by its being pressed, and says what had it. */
export function KeyCapture({ action, actions, open, onOpenChange, onKeep }: KeyCaptureProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say.title(action.label)}>
      <Pressed
        action={action}
        actions={actions}
        onKeep={(chord) => {
          onKeep(chord);
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

function Pressed({ action, actions, onKeep }: Pick<KeyCaptureProps, "action" | "actions" | "onKeep">) {
  const [chord, setChord] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  const kept = chord !== null && isKeptByBrowser(chord);
  const others = chord === null ? [] : conflictsOf(actions, action.id, chord);
  const keep = () => {
    if (chord !== null && !kept) onKeep(chord);
  };
  const press = (event: KeyboardEvent) => {
    const { key, nativeEvent } = event;
    // The way out of the field and of the dialog.
    if (key === "Tab" || key === "Escape" || isModifier(key)) return;
    event.preventDefault();
    if (key === "Enter") {
      keep();
      return;
    }
    const stroke = chordOf(nativeEvent);
    setChord((before) => (before === null || before.includes(" ") ? stroke : `${before} ${stroke}`));
  };
  return (
    <div className="flex flex-col gap-3">
      <p id="capture-hint" className="text-pretty text-muted">
        {say.hint}
      </p>
      <div
        role="textbox"
        aria-readonly="true"
        tabIndex={0}
        aria-label={say.field}
        aria-describedby="capture-hint"
        onKeyDown={press}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        className={cx(inputLook, "flex control items-center justify-center py-3 text-base")}
      >
        {chord === null ? (
          <span className="text-muted">{isFocused ? say.waiting : say.resting}</span>
        ) : (
          <Chord chord={chord} />
        )}
      </div>
      <p role="status" className="min-h-10 text-pretty">
        {kept ? say.keptByBrowser : others.length > 0 && say.taken(others.map(({ label }) => label))}
      </p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button disabled={chord === null} onClick={() => setChord(null)}>
          {say.again}
        </Button>
        <Button variant="primary" disabled={chord === null || kept} onClick={keep}>
          {others.length > 0 ? say.keepTaken : say.keep}
        </Button>
      </div>
    </div>
  );
}
