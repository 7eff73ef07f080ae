"use client";

import { Plus } from "lucide-react";
import { useState, type SyntheticEvent } from "react";
import { v7 } from "uuid";

import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { EmptyState } from "~/app/_ui/empty-state";
import { Field } from "~/app/_ui/field";
import { TextInput } from "~/app/_ui/text-input";
import { showToast } from "~/app/_ui/toasts";
import type { Desk } from "~/core/newsroom";
import { tellRefusal, useChange } from "./use-change";

export interface DesksPanelProps {
  newsroom: string;
  desks: readonly Desk[];
  mayManage: boolean;
}

/** The newsroom's desks: add, rename, archive, bring back. */
export function DesksPanel({ newsroom, desks, mayManage }: DesksPanelProps) {
  const [naming, setNaming] = useState<Desk | "new" | null>(null);
  const said = words.settings.desks;
  const addButton = mayManage && (
    <Button variant="primary" onClick={() => setNaming("new")}>
      <Plus aria-hidden="true" />
      {said.add}
    </Button>
  );
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="max-w-prose">
          <h2 className="text-base font-semibold">{said.heading}</h2>
          <p className="text-pretty text-muted">{said.explain}</p>
        </div>
        {desks.length > 0 && addButton}
      </div>
      {desks.length === 0 ? (
        <EmptyState title={said.empty} action={addButton}>
          {said.emptyExplain}
        </EmptyState>
      ) : (
        <ul className="divide-y rounded-md border">
          {desks.map((desk) => (
            <DeskRow
              key={desk.id}
              newsroom={newsroom}
              desk={desk}
              mayManage={mayManage}
              onRename={() => setNaming(desk)}
            />
          ))}
        </ul>
      )}
      {naming !== null && (
        <NameDialog
          newsroom={newsroom}
          desk={naming === "new" ? null : naming}
          onClose={() => setNaming(null)}
        />
      )}
    </section>
  );
}

interface DeskRowProps {
  newsroom: string;
  desk: Desk;
  mayManage: boolean;
  onRename: () => void;
}

function DeskRow({ newsroom, desk, mayManage, onRename }: DeskRowProps) {
  const api = useTRPC();
  const { send, isBusy } = useChange(newsroom, api.desks.archive.mutationOptions({ onError: tellRefusal }));
  const said = words.settings.desks;
  const archive = (archived: boolean) =>
    send({ type: "archiveDesk", desk: desk.id, archived }, () =>
      showToast({ title: archived ? said.archivedDone(desk.name) : said.restored(desk.name) }),
    );
  return (
    <li className="flex flex-wrap items-center gap-2 px-3 py-2">
      <bdi className={desk.archived ? "text-muted" : "font-medium"}>{desk.name}</bdi>
      {desk.archived && <Badge>{said.archived}</Badge>}
      {mayManage && (
        <span className="ms-auto flex gap-2">
          <Button small aria-label={said.renameOf(desk.name)} onClick={onRename}>
            {said.rename}
          </Button>
          <Button
            small
            busy={isBusy}
            aria-label={desk.archived ? said.restoreOf(desk.name) : said.archiveOf(desk.name)}
            onClick={() => archive(!desk.archived)}
          >
            {desk.archived ? said.restore : said.archive}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Names a new desk, or renames one. */
function NameDialog({
  newsroom,
  desk,
  onClose,
}: {
  newsroom: string;
  desk: Desk | null;
  onClose: () => void;
}) {
  const api = useTRPC();
  const add = useChange(newsroom, api.desks.add.mutationOptions());
  const rename = useChange(newsroom, api.desks.rename.mutationOptions());
  const [name, setName] = useState(desk?.name ?? "");
  const [isMissing, setIsMissing] = useState(false);
  const said = words.settings.desks;
  const { isBusy, refusal } = desk ? rename : add;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const to = name.trim();
    setIsMissing(to === "");
    if (isBusy || to === "") return;
    const done = (sentence: string) => () => {
      showToast({ title: sentence });
      onClose();
    };
    if (desk) rename.send({ type: "renameDesk", desk: desk.id, from: desk.name, to }, done(said.renamed(to)));
    else add.send({ type: "addDesk", desk: v7(), name: to }, done(said.added(to)));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={desk ? said.renameOf(desk.name) : said.add}
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Field label={said.name} error={isMissing ? said.nameMissing : refusal?.sentence}>
          <TextInput
            dir="auto"
            autoComplete="off"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" variant="primary" busy={isBusy}>
            {desk ? said.rename : said.add}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
