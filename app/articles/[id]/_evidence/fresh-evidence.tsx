"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type SyntheticEvent, useRef, useState } from "react";
import { v7 } from "uuid";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { Select } from "~/app/_ui/select";
import { TextArea } from "~/app/_ui/text-area";
import { TextInput } from "~/app/_ui/text-input";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { asId } from "~/core/ids";
import { type Evidence, EVIDENCE_KINDS } from "~/core/newsroom";
import { wordsOf } from "~/core/words";
import type { EvidenceDialogProps } from "./evidence-dialog";

const say = words.evidence;

const KINDS = EVIDENCE_KINDS.map((kind) => ({ value: kind, label: say.kind[kind] }));

/** Adds a new item to the newsroom's evidence. */
export function FreshEvidence({ onChosen }: Pick<EvidenceDialogProps, "onChosen">) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { actor, newsroom } = useStore().standing;
  const name = useNames();
  const adding = useMutation(trpc.evidence.add.mutationOptions());
  // Made once, so that pressing the button again after a lost answer adds the item once.
  const [ids] = useState(() => ({ evidence: asId("evidence", v7()), command: asId("command", v7()) }));
  const [kind, setKind] = useState<Evidence["kind"]>("document");
  const [fields, setFields] = useState({ reference: "", locator: "", retrieved: today(), note: "" });
  const [isMissing, setMissing] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const field = (key: keyof typeof fields) => ({
    value: fields[key],
    onChange: ({ target }: { target: { value: string } }) => {
      setFields({ ...fields, [key]: target.value });
      setMissing(false);
    },
  });

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const reference = fields.reference.trim();
    if (reference === "") {
      setMissing(true);
      first.current?.focus();
      return;
    }
    const item = {
      kind,
      reference,
      locator: fields.locator.trim() || null,
      // Noon, so that the day is the same in most of the world.
      retrievedAt: fields.retrieved === "" ? null : Date.parse(`${fields.retrieved}T12:00:00`),
      note: fields.note.trim() || null,
    };
    const command = { type: "addEvidence", evidence: ids.evidence, ...item } as const;
    adding.mutate(
      { newsroom: newsroom.slug, commandId: ids.command, command },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: trpc.evidence.list.pathKey() });
          onChosen({
            ...item,
            id: ids.evidence,
            reference: wordsOf(reference),
            locator: item.locator === null ? null : wordsOf(item.locator),
            note: item.note === null ? null : wordsOf(item.note),
            addedBy: actor.id,
            addedByName: name(actor.id),
            addedAt: Date.now(),
            withdrawal: null,
            file: null,
          });
        },
      },
    );
  };

  return (
    <form onSubmit={submit} className="flex flex-col gap-3" noValidate>
      <Field label={say.dialog.kind}>
        <Select choices={KINDS} value={kind} onChange={setKind} />
      </Field>
      <Field
        label={say.dialog.reference}
        hint={say.dialog.referenceHint}
        error={isMissing ? say.dialog.referenceMissing : undefined}
      >
        <TextInput ref={first} dir="auto" maxLength={500} {...field("reference")} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={say.dialog.locator} hint={say.dialog.locatorHint} optional>
          <TextInput dir="auto" maxLength={200} {...field("locator")} />
        </Field>
        <Field label={say.dialog.retrieved} hint={say.dialog.retrievedHint} optional>
          <TextInput type="date" max={today()} {...field("retrieved")} />
        </Field>
      </div>
      <Field label={say.dialog.note} optional>
        <TextArea rows={2} maxLength={2_000} {...field("note")} />
      </Field>
      {adding.isError && (
        <ErrorNote happened={refusalOf(adding.error).sentence} code={refusalOf(adding.error).code} />
      )}
      <Button type="submit" variant="primary" busy={adding.isPending} className="self-end">
        {say.dialog.confirm}
      </Button>
    </form>
  );
}

/** Today as a date field holds it, in the person's own zone. */
function today(): string {
  return new Date().toLocaleDateString("sv");
}
