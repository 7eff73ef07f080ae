"use client";

import { type ReactNode, type SyntheticEvent, useMemo, useState } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Checkbox } from "~/app/_ui/checkbox";
import { Dialog } from "~/app/_ui/dialog";
import { Field } from "~/app/_ui/field";
import { SegmentedControl } from "~/app/_ui/segmented-control";
import { Select } from "~/app/_ui/select";
import { TextArea } from "~/app/_ui/text-area";
import { showToast } from "~/app/_ui/toasts";
import { AttributeField } from "~/app/articles/[id]/_margin/attribute-fields";
import { useScheme, useStore, useTags } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";
import type { Value } from "~/core/scheme";
import type { Tag } from "~/core/tag";
import { type Bulk, type BulkKind, commandsOf, sharedAttributes } from "./bulk";
import { LeftOut } from "./left-out";
import { MOST } from "./places";

const say = words.many;

export interface BulkDialogProps {
  kind: BulkKind;
  chosen: readonly TagId[];
  open: boolean;
  onClose: () => void;
  /** After everything was done. */
  onDone: () => void;
}

/** Asks what a change of many tags still needs, says before what stays as it is, and does the rest at once. */
export function BulkDialog({ kind, chosen, open, onClose, onDone }: BulkDialogProps) {
  return (
    <Dialog open={open} onOpenChange={(now) => !now && onClose()} title={say.titles[kind](chosen.length)}>
      {open && <Question kind={kind} chosen={chosen} onClose={onClose} onDone={onDone} />}
    </Dialog>
  );
}

function Question({ kind, chosen, onClose, onDone }: Omit<BulkDialogProps, "open">) {
  const store = useStore();
  const held = useTags();
  const tags = useMemo(() => chosen.flatMap((id) => held.get(id) ?? []), [chosen, held]);
  const [bulk, setBulk] = useState<Bulk | null>(() => atFirst(kind));
  const [reopen, setReopen] = useState(false);
  const [missing, setMissing] = useState(false);
  const sifted = useMemo(
    () => (bulk ? store.sift(commandsOf(store, sampled(bulk), tags), { reopen }) : null),
    [store, bulk, tags, reopen],
  );
  const count = Math.min(sifted?.possible.length ?? 0, MOST);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!bulk || !sifted) return;
    if (bulk.kind === "dismiss" && bulk.reason.trim() === "") {
      setMissing(true);
      return;
    }
    const possible = new Set(sifted.possible.map(({ tag }) => tag));
    const wanted = commandsOf(store, bulk, tags).filter(({ tag }) => possible.has(tag));
    const done = store.dispatch({ type: "several", items: wanted.slice(0, MOST) });
    if (!done.ok) return;
    onClose();
    onDone();
    showToast({
      title: say.done[kind](count),
      action: { label: words.common.undo, onPress: () => store.undoThat(done.id) },
      id: "tagged",
    });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Needed {...{ bulk, kind, tags, missing }} onChange={setBulk} />
      {sifted && (
        <LeftOut sifted={sifted} all={tags.length}>
          {sifted.reopening.length > 0 && (
            <Checkbox checked={reopen} onChange={setReopen}>
              {say.reopen(sifted.reopening.length)}
            </Checkbox>
          )}
        </LeftOut>
      )}
      {count === MOST && <p>{say.beyond(MOST)}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button type="submit" variant={kind === "dismiss" ? "danger" : "primary"} disabled={count === 0}>
          {say.confirm[kind](count)}
        </Button>
      </div>
    </form>
  );
}

interface NeededProps {
  bulk: Bulk | null;
  kind: BulkKind;
  tags: readonly Tag[];
  missing: boolean;
  onChange: (bulk: Bulk | null) => void;
}

/** The fields for what a change still needs: a type, an attribute and its value, or a reason. */
function Needed({ bulk, kind, tags, missing, onChange }: NeededProps): ReactNode {
  const scheme = useScheme();
  switch (kind) {
    case "attribute":
      return <AttributeChoice tags={tags} onChange={onChange} />;
    case "type":
      return (
        <SegmentedControl
          label={say.newType}
          segments={scheme.types.map(({ name, label }) => ({ value: name, label }))}
          value={bulk?.kind === "type" ? bulk.type : null}
          onChange={(type) => onChange({ kind: "type", type })}
        />
      );
    case "dismiss":
      return (
        <Field label={words.common.reason} {...(missing && { error: words.common.reasonMissing })}>
          <TextArea
            value={bulk?.kind === "dismiss" ? bulk.reason : ""}
            onChange={(event) => onChange({ kind: "dismiss", reason: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
          />
        </Field>
      );
    case "approve":
    case "withdraw":
      return null;
  }
}

function AttributeChoice({
  tags,
  onChange,
}: {
  tags: readonly Tag[];
  onChange: (bulk: Bulk | null) => void;
}) {
  const scheme = useScheme();
  const attributes = sharedAttributes(scheme, new Set(tags.map(({ type }) => type)));
  const [name, setName] = useState(attributes[0]?.name ?? null);
  const [value, setValue] = useState<Value | null>(null);
  const attribute = attributes.find((known) => known.name === name);
  if (!attribute) return <p>{say.noShared}</p>;
  const set = (to: Value | null) => {
    setValue(to);
    onChange({ kind: "attribute", name: attribute.name, value: to });
  };
  return (
    <>
      <Field label={say.attribute}>
        <Select
          choices={attributes.map(({ name: known, label }) => ({ value: known, label }))}
          value={name}
          onChange={(chosen) => {
            setName(chosen);
            setValue(null);
            onChange(null);
          }}
        />
      </Field>
      {attribute.kind === "yes-no" ? (
        <SegmentedControl
          label={attribute.label}
          segments={YES_OR_NO}
          value={value === null ? null : value === true ? "yes" : "no"}
          onChange={(answer) => set(answer === "yes")}
        />
      ) : (
        <AttributeField
          key={attribute.name}
          attribute={attribute}
          isMain={false}
          value={value ?? undefined}
          onChange={set}
        />
      )}
    </>
  );
}

/** A switch would show one of them before anything is chosen. */
const YES_OR_NO = [
  { value: "yes", label: say.yesOrNo.yes },
  { value: "no", label: say.yesOrNo.no },
] as const;

function atFirst(kind: BulkKind): Bulk | null {
  if (kind === "dismiss") return { kind, reason: "" };
  return kind === "approve" || kind === "withdraw" ? { kind } : null;
}

/** A reason does not change what can be dismissed. */
function sampled(bulk: Bulk): Bulk {
  return bulk.kind === "dismiss" ? { kind: "dismiss", reason: "–" } : bulk;
}
