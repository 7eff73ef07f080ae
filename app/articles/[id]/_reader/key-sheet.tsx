"use client";

import { useState, useSyncExternalStore } from "react";
import { words } from "~/app/_lib/words";
import { Dialog } from "~/app/_ui/dialog";
import { Field } from "~/app/_ui/field";
import { Kbd } from "~/app/_ui/kbd";
import { TextInput } from "~/app/_ui/text-input";
import { readChord } from "~/app/articles/[id]/_lib/chords";
import type { Action } from "~/app/articles/[id]/_lib/keys";

const say = words.reader.keys;
const neverChanges = () => () => undefined;

export interface KeySheetProps {
  actions: readonly Action[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every action with its keys, to be searched. */
export function KeySheet({ actions, open, onOpenChange }: KeySheetProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={say.title} wide>
      <Searched actions={actions} />
    </Dialog>
  );
}

function Searched({ actions }: { actions: readonly Action[] }) {
  const [sought, setSought] = useState("");
  const needle = sought.trim().toLowerCase();
  const found = actions.filter(
    ({ label, keys, isToldElsewhere }) =>
      isToldElsewhere !== true &&
      (label.toLowerCase().includes(needle) || keys.some((key) => key.toLowerCase() === needle)),
  );
  const groups = Object.entries(Object.groupBy(found, ({ group }) => group));
  return (
    <>
      <Field label={say.search}>
        <TextInput type="search" value={sought} onChange={(event) => setSought(event.currentTarget.value)} />
      </Field>
      {groups.length === 0 && <p className="text-muted">{say.nothing(sought)}</p>}
      <div className="gap-6 sm:columns-2">
        {groups.map(([group, listed]) => (
          <section key={group} className="mb-4 break-inside-avoid-column">
            <h3 className="mb-1 font-semibold">{listed[0] && say.groups[listed[0].group]}</h3>
            <dl>
              {listed.map((action) => (
                <div key={action.id} className="flex items-baseline justify-between gap-3 border-t py-1">
                  <dt>{action.label}</dt>
                  <dd className="shrink-0">
                    {action.standsFor === undefined ? (
                      <Chord chord={action.keys[0]} />
                    ) : (
                      <Kbd>{action.standsFor}</Kbd>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

/** Keys as they are printed: together, or one after the other. */
export function Chord({ chord }: { chord: string }) {
  const isMac = useSyncExternalStore(
    neverChanges,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
  return readChord(chord, isMac).map((stroke, place) => (
    <span key={place}>
      {place > 0 && <span className="text-muted"> {say.then} </span>}
      {stroke.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  ));
}
