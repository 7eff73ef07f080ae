"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
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
import { asId } from "~/core/ids";
import { type Evidence, EVIDENCE_KINDS, type EvidenceFile } from "~/core/newsroom";
import { wordsOf } from "~/core/words";
import { FileField } from "./file-field";
import { UploadState } from "./upload-state";
import { useFileUpload } from "./use-file-upload";

const say = words.evidence.dialog;

const KINDS = EVIDENCE_KINDS.map((kind) => ({ value: kind, label: words.evidence.kind[kind] }));

/** An item as it was added just now. */
export type AddedEvidence = Pick<
  Evidence,
  "id" | "kind" | "reference" | "locator" | "retrievedAt" | "note"
> & { readonly file: EvidenceFile | null };

interface EvidenceFormProps {
  newsroom: string;
  /** The verb on the button. */
  confirm: string;
  onAdded: (item: AddedEvidence) => void;
}

/**
 * Adds an item to the newsroom's evidence, and then its file: the item is safe whatever becomes of the file.
 */
export function EvidenceForm({ newsroom, confirm, onAdded }: EvidenceFormProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const adding = useMutation(trpc.evidence.add.mutationOptions());
  const around = useQuery(trpc.evidence.surroundings.queryOptions({ newsroom }));
  const upload = useFileUpload(newsroom);
  // Made once, so that pressing the button again after a lost answer adds the item once.
  const [ids] = useState(() => ({ evidence: asId("evidence", v7()), command: asId("command", v7()) }));
  const [kind, setKind] = useState<Evidence["kind"]>("document");
  const [fields, setFields] = useState({ reference: "", locator: "", retrieved: today(), note: "" });
  const [file, setFile] = useState<File | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [added, setAdded] = useState<AddedEvidence | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const isBusy = adding.isPending || upload.state.status === "sending";
  const field = (key: keyof typeof fields) => ({
    value: fields[key],
    disabled: added !== null,
    onChange: ({ target }: { target: { value: string } }) => {
      setFields({ ...fields, [key]: target.value });
      setMissing(false);
    },
  });

  const add = async (): Promise<AddedEvidence | null> => {
    const reference = fields.reference.trim();
    if (reference === "") {
      setMissing(true);
      first.current?.focus();
      return null;
    }
    const locator = fields.locator.trim() || null;
    const note = fields.note.trim() || null;
    // Noon, so that the day is the same in most of the world.
    const retrievedAt = fields.retrieved === "" ? null : Date.parse(`${fields.retrieved}T12:00:00`);
    const said = { kind, reference, locator, retrievedAt, note };
    const command = { type: "addEvidence", evidence: ids.evidence, ...said } as const;
    // The mutation keeps the error, and the form shows it.
    const isIn = await adding.mutateAsync({ newsroom, commandId: ids.command, command }).then(
      () => true,
      () => false,
    );
    if (!isIn) return null;
    const item = {
      ...said,
      id: ids.evidence,
      reference: wordsOf(reference),
      locator: locator === null ? null : wordsOf(locator),
      note: note === null ? null : wordsOf(note),
      file: null,
    };
    setAdded(item);
    return item;
  };

  const finish = (item: AddedEvidence) => {
    void client.invalidateQueries({ queryKey: trpc.evidence.pathKey() });
    onAdded(item);
  };

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const item = added ?? (await add());
    if (!item) return;
    const facts = file && (await upload.send(item.id, file));
    if (file && !facts) return;
    finish({ ...item, file: file && facts && { ...facts, name: wordsOf(file.name) } });
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3" noValidate>
      <Field label={say.kind}>
        <Select choices={KINDS} value={kind} onChange={setKind} disabled={added !== null} />
      </Field>
      <Field
        label={say.reference}
        hint={say.referenceHint}
        error={isMissing ? say.referenceMissing : undefined}
      >
        <TextInput ref={first} dir="auto" maxLength={500} {...field("reference")} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={say.locator} hint={say.locatorHint} optional>
          <TextInput dir="auto" maxLength={200} {...field("locator")} />
        </Field>
        <Field label={say.retrieved} hint={say.retrievedHint} optional>
          <TextInput type="date" max={today()} {...field("retrieved")} />
        </Field>
      </div>
      <Field label={say.note} optional>
        <TextArea rows={2} maxLength={2_000} {...field("note")} />
      </Field>
      {around.data && (
        <FileField
          file={file}
          onChange={setFile}
          most={around.data.mostFileBytes}
          disabled={isBusy}
          optional
        />
      )}
      <UploadState upload={upload} />
      {adding.isError && (
        <ErrorNote happened={refusalOf(adding.error).sentence} code={refusalOf(adding.error).code} />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {added && upload.state.status === "failed" && (
          <Button onClick={() => finish(added)}>{words.files.without}</Button>
        )}
        <Button type="submit" variant="primary" busy={isBusy}>
          {added && file && upload.state.status === "failed" ? words.files.sendAgain : confirm}
        </Button>
      </div>
    </form>
  );
}

/** Today as a date field holds it, in the person's own zone. */
function today(): string {
  return new Date().toLocaleDateString("sv");
}
