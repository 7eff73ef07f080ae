"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { Dialog } from "~/app/_ui/dialog";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import type { KeyedAction } from "./action";
import { Chord } from "./chord";
import { sheetGroups } from "./sheet-rows";

const say = words.keys;

export interface KeySheetProps {
  actions: readonly KeyedAction[];
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

function Searched({ actions }: { actions: readonly KeyedAction[] }) {
  const [sought, setSought] = useState("");
  const groups = sheetGroups(actions, sought);
  return (
    <>
      <Field label={say.search}>
        <TextInput type="search" value={sought} onChange={(event) => setSought(event.currentTarget.value)} />
      </Field>
      {groups.length === 0 && <p className="text-muted">{say.nothing(sought)}</p>}
      <div className="gap-6 sm:columns-2">
        {groups.map(({ group, rows }) => (
          <section key={group} className="mb-4 break-inside-avoid-column">
            <h3 className="mb-1 font-semibold">{say.groups[group]}</h3>
            <dl>
              {rows.map(({ id, label, keys }) => (
                <div key={id} className="flex items-baseline justify-between gap-3 border-t py-1">
                  <dt>{label}</dt>
                  <dd className="flex shrink-0 flex-wrap justify-end gap-1">
                    {keys.length === 0 && <span className="text-muted">{say.noKey}</span>}
                    {keys.map((chord) => (
                      <Chord key={chord} chord={chord} />
                    ))}
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
