"use client";

import { Plus, RotateCcw, X } from "lucide-react";
import { useState } from "react";
import type { KeyedAction } from "~/app/_keys/action";
import { Chord } from "~/app/_keys/chord";
import { type OwnKeys, withKey, withUsualKeys } from "~/app/_keys/own-keys";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { IconButton } from "~/app/_ui/icon-button";
import { MOST_KEYS } from "~/core/preferences";
import { KeyCapture } from "./key-capture";

const say = words.ownKeys;

export interface KeyRowProps {
  action: KeyedAction;
  /** All actions as they are keyed now, to find what else has a key. */
  actions: readonly KeyedAction[];
  own: OwnKeys;
  onChange: (own: OwnKeys) => void;
}

/** An action with its keys: each can be replaced or taken away, one more added, the usual ones brought back. */
export function KeyRow({ action, actions, own, onChange }: KeyRowProps) {
  const { id, label, keys } = action;
  const [asked, setAsked] = useState<{ replaces?: string } | null>(null);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
      <span className="min-w-40 grow basis-1/2">{label}</span>
      <span className="ms-auto flex flex-wrap items-center justify-end gap-1">
        {keys.length === 0 && <span className="text-muted">{words.keys.noKey}</span>}
        {keys.map((chord) => (
          <span key={chord} className="inline-flex items-center rounded-md border border-border">
            <Button
              small
              variant="plain"
              aria-label={say.change(chord, label)}
              onClick={() => setAsked({ replaces: chord })}
            >
              <Chord chord={chord} />
            </Button>
            <IconButton
              small
              label={say.remove(chord, label)}
              icon={<X aria-hidden="true" />}
              onClick={() => onChange({ ...own, [id]: keys.filter((key) => key !== chord) })}
            />
          </span>
        ))}
        {keys.length < MOST_KEYS && (
          <IconButton
            small
            label={say.add(label)}
            icon={<Plus aria-hidden="true" />}
            onClick={() => setAsked({})}
          />
        )}
        {own[id] !== undefined && (
          <IconButton
            small
            label={say.reset(label)}
            icon={<RotateCcw aria-hidden="true" />}
            onClick={() => onChange(withUsualKeys(own, id))}
          />
        )}
      </span>
      <KeyCapture
        action={action}
        actions={actions}
        open={asked !== null}
        onOpenChange={(open) => {
          if (!open) setAsked(null);
        }}
        onKeep={(chord) => onChange(withKey(actions, own, { id, chord, replaces: asked?.replaces }))}
      />
    </li>
  );
}
