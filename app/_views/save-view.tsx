"use client";

import { useState, type SyntheticEvent } from "react";
import { v7 } from "uuid";

import { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Checkbox } from "~/app/_ui/checkbox";
import { Dialog } from "~/app/_ui/dialog";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { showToast } from "~/app/_ui/toasts";
import type { ViewPage } from "~/core/saved-view";
import type { Views } from "./use-views";

const say = words.views;

interface SaveViewProps {
  newsroom: string;
  page: ViewPage;
  query: string;
  kept: Views;
  onClose: () => void;
}

/** Asks for the name under which what is shown is kept, and whether others see it. */
export function SaveView({ newsroom, page, query, kept, onClose }: SaveViewProps) {
  const client = useTRPCClient();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  const [isMissing, setMissing] = useState(false);
  // The same when it is sent again: so nothing is kept twice.
  const [id] = useState(() => v7());
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const called = name.trim();
    setMissing(called === "");
    if (kept.isBusy || called === "") return;
    const view = { newsroom, page, query, shared, id, name: called };
    if (!(await kept.change(() => client.views.keep.mutate(view)))) return;
    showToast({ title: say.kept(called), id: "views" });
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={say.saveTitle[page]}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4" noValidate>
        <Field label={say.name} error={isMissing ? say.nameMissing : undefined}>
          <TextInput
            dir="auto"
            autoComplete="off"
            maxLength={80}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </Field>
        <div className="flex flex-col gap-1">
          <Checkbox checked={shared} onChange={setShared}>
            {say.share}
          </Checkbox>
          <p className="text-pretty text-muted">{say.shareMeans}</p>
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={kept.isBusy}>
            {words.common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
