"use client";

import { useState, type SyntheticEvent } from "react";
import { v7 } from "uuid";

import { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { Field } from "~/app/_ui/field";
import { Switch } from "~/app/_ui/switch";
import { TextInput } from "~/app/_ui/text-input";
import { showToast } from "~/app/_ui/toasts";
import type { SavedView, ViewPage } from "~/core/saved-view";
import type { Views } from "./use-views";

const say = words.views;

interface ManageViewsProps {
  newsroom: string;
  page: ViewPage;
  kept: Views;
  mine: readonly SavedView[];
  onClose: () => void;
}

/** One's own saved views, to rename, share and delete. */
export function ManageViews({ mine, onClose, ...rest }: ManageViewsProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={say.manageTitle}>
      {mine.length === 0 && <p className="text-muted">{say.none}</p>}
      <ul className="flex flex-col divide-y">
        {mine.map((view) => (
          <ViewRow key={view.id} view={view} {...rest} />
        ))}
      </ul>
    </Dialog>
  );
}

type ViewRowProps = Omit<ManageViewsProps, "mine" | "onClose"> & { view: SavedView };

function ViewRow({ newsroom, page, kept, view }: ViewRowProps) {
  const client = useTRPCClient();
  const [name, setName] = useState(view.name);
  const called = name.trim();
  const { id, query, shared } = view;
  const rename = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (kept.isBusy || called === "" || called === view.name) return;
    const done = await kept.change(() => client.views.change.mutate({ newsroom, id, name: called }));
    if (done) showToast({ title: say.renamed(called), id: "views" });
  };
  const forget = async () => {
    if (!(await kept.change(() => client.views.forget.mutate({ newsroom, id })))) return;
    const again = { newsroom, page, query, shared, id: v7(), name: view.name };
    showToast({
      title: say.forgotten(view.name),
      action: {
        label: words.common.undo,
        onPress: () => void kept.change(() => client.views.keep.mutate(again)),
      },
      id: "views",
    });
  };
  return (
    <li className="flex flex-col gap-2 py-3">
      <form onSubmit={(event) => void rename(event)} className="flex items-end gap-2" noValidate>
        <Field label={say.renameOf(view.name)} labelHidden className="grow">
          <TextInput
            dir="auto"
            autoComplete="off"
            maxLength={80}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <Button
          type="submit"
          aria-label={say.renameOf(view.name)}
          disabled={called === "" || called === view.name}
        >
          {say.rename}
        </Button>
      </form>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Switch
          checked={shared}
          disabled={kept.isBusy}
          onChange={(on) => void kept.change(() => client.views.change.mutate({ newsroom, id, shared: on }))}
        >
          {say.share}
        </Switch>
        <Button small aria-label={say.forgetOf(view.name)} onClick={() => void forget()}>
          {say.forget}
        </Button>
      </div>
    </li>
  );
}
