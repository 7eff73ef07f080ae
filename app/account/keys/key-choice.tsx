"use client";

import { useState } from "react";
import { byGroup, type KeyedAction } from "~/app/_keys/action";
import { choosable, withOwnKeys } from "~/app/_keys/own-keys";
import { isSought } from "~/app/_keys/sheet-rows";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ConfirmDialog } from "~/app/_ui/confirm-dialog";
import { Field } from "~/app/_ui/field";
import { Switch } from "~/app/_ui/switch";
import { TextInput } from "~/app/_ui/text-input";
import { choosingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import { actionsOf } from "~/app/articles/[id]/_keys/actions";
import type { Scheme } from "~/core/scheme";
import { KeyRow } from "./key-row";

const say = words.ownKeys;

/** Every action with its keys, to be changed; and whether keys without Ctrl, Cmd or Alt count at all. */
export function KeyChoice({ schemes }: { schemes: readonly Scheme[] }) {
  const { preferences, change } = usePreferences();
  const [sought, setSought] = useState("");
  const [isResetting, setResetting] = useState(false);
  // Types that several schemes have are one action.
  const listed: readonly KeyedAction[] = [...schemes.flatMap(actionsOf), ...choosingActions];
  const all = [...new Map(listed.map((action) => [action.id, action])).values()];
  const actions = withOwnKeys(all, preferences.keys);
  const groups = byGroup(choosable(actions).filter((action) => isSought(action, sought)));
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1 rounded-md border bg-surface p-3">
        <Switch checked={preferences.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
          {say.singleKeys}
        </Switch>
        <p className="text-pretty text-muted">{say.singleKeysMeans}</p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <Field label={words.keys.search} className="min-w-48 grow">
          <TextInput
            type="search"
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        </Field>
        <Button disabled={Object.keys(preferences.keys).length === 0} onClick={() => setResetting(true)}>
          {say.resetAll}
        </Button>
      </div>
      {groups.size === 0 && <p className="text-muted">{words.keys.nothing(sought)}</p>}
      {[...groups].map(([group, listed]) => (
        <section key={group} aria-labelledby={`keys-${group}`}>
          <h2 id={`keys-${group}`} className="mb-1 text-base font-semibold">
            {words.keys.groups[group]}
          </h2>
          <ul className="divide-y rounded-md border bg-surface">
            {listed.map((action) => (
              <KeyRow
                key={action.id}
                action={action}
                actions={choosable(actions)}
                own={preferences.keys}
                onChange={(keys) => change({ keys })}
              />
            ))}
          </ul>
        </section>
      ))}
      <ConfirmDialog
        open={isResetting}
        onOpenChange={setResetting}
        title={say.resetAllTitle}
        description={say.resetAllMeans}
        confirm={say.resetAll}
        onConfirm={() => {
          change({ keys: {} });
          setResetting(false);
        }}
      />
    </div>
  );
}
