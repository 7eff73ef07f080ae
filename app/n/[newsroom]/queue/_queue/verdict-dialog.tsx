"use client";

import { useId, useState, type SyntheticEvent } from "react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextArea } from "~/app/_ui/text-area";
import { ChooseEvidence } from "~/app/_evidence/choose-evidence";
import { EvidenceItem } from "~/app/_evidence/evidence-item";
import type { UserId } from "~/core/ids";
import type { Finding } from "~/core/tag";
import type { QueuedTag } from "~/server/routers";
import type { ArticleEvidence } from "~/server/routers/articles";
import { type Decision, lacking } from "./decisions";

const say = words.queue.verdictDialog;

export interface VerdictDialogProps {
  newsroom: string;
  /** Null while it is closed. */
  finding: Finding | null;
  rows: readonly QueuedTag[];
  /** Who decides. */
  me: { readonly id: UserId; readonly name: string };
  /** What was decided before and refused, and why. */
  refused: Decision | null;
  trouble: string | null;
  onClose: () => void;
  onDecide: (decision: Decision) => void;
}

/** Asks for what a verdict still lacks: a note on what was tried, evidence for what rests on nothing. */
export function VerdictDialog({ finding, rows, onClose, ...rest }: VerdictDialogProps) {
  return (
    <Dialog
      open={finding !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      closeOnOutsidePress={false}
      title={finding && say.title(words.margin.finding[finding], rows.length)}
      description={finding && lacking(finding, rows).evidence > 0 ? words.evidence.dialog.what : undefined}
    >
      {finding !== null && <Lacking finding={finding} rows={rows} onClose={onClose} {...rest} />}
    </Dialog>
  );
}

function Lacking({
  newsroom,
  finding,
  rows,
  me,
  refused,
  trouble,
  onClose,
  onDecide,
}: VerdictDialogProps & { readonly finding: Finding }) {
  // Adding evidence is a form too, and forms do not lie in each other.
  const form = useId();
  const lacks = lacking(finding, rows);
  const [note, setNote] = useState((refused?.kind === "verdict" && refused.note) || "");
  const [item, setItem] = useState<ArticleEvidence | null>(null);
  const [tried, setTried] = useState(false);
  const noteProblem = lacks.note && note.trim() === "" ? say.noteMissing : undefined;
  const itemProblem = lacks.evidence > 0 && item === null ? say.missing : undefined;
  const finish = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (noteProblem !== undefined || itemProblem !== undefined) return;
    onDecide({ kind: "verdict", finding, note: note.trim() || null, evidence: item?.id ?? null });
  };
  return (
    <div className="flex flex-col gap-4">
      <form id={form} onSubmit={finish}>
        <Field
          label={lacks.note ? say.noteNeeded : say.note}
          optional={!lacks.note}
          hint={rows.length > 1 ? say.noteHint : undefined}
          error={tried ? noteProblem : undefined}
        >
          <TextArea
            rows={2}
            maxLength={2_000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
      </form>
      {lacks.evidence > 0 && (
        <section className="flex flex-col gap-2" aria-label={say.chosen}>
          <p>{say.evidence(lacks.evidence, rows.length)}</p>
          {item === null ? (
            <ChooseEvidence
              newsroom={newsroom}
              me={me}
              inUse={[]}
              confirm={say.addAndUse}
              onChosen={setItem}
            />
          ) : (
            <EvidenceItem
              newsroom={newsroom}
              item={item}
              action={
                <Button small onClick={() => setItem(null)}>
                  {say.other}
                </Button>
              }
            />
          )}
          {tried && itemProblem !== undefined && (
            <p role="alert" className="text-danger">
              {itemProblem}
            </p>
          )}
        </section>
      )}
      {trouble !== null && <ErrorNote happened={trouble} />}
      <div className="flex justify-end gap-2">
        <Button variant="plain" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button variant="primary" type="submit" form={form}>
          {say.confirm}
        </Button>
      </div>
    </div>
  );
}
