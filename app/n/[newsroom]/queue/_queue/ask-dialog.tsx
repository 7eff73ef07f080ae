"use client";

import { useState, type SyntheticEvent } from "react";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { Field } from "~/app/_ui/field";
import { TextArea } from "~/app/_ui/text-area";
import { QueryFields } from "~/app/_threads/query-fields";
import { useListeners } from "~/app/_threads/use-listeners";
import type { Addressee } from "~/core/thread";
import type { QueuedTag } from "~/server/routers";
import type { Decision } from "./decisions";

const say = words.queue.askDialog;

export interface AskDialogProps {
  open: boolean;
  rows: readonly QueuedTag[];
  /** What was asked before and refused, and why. */
  refused: Decision | null;
  trouble: string | null;
  onClose: () => void;
  onDecide: (decision: Decision) => void;
}

/** Asks a query about one tag, or the same about several: a thread on each. */
export function AskDialog({ open, rows, ...rest }: AskDialogProps) {
  const [first] = rows;
  return (
    <Dialog
      open={open}
      onOpenChange={(now) => {
        if (!now) rest.onClose();
      }}
      closeOnOutsidePress={false}
      title={say.title(rows.length)}
    >
      {open && first && <Question article={first.article.id} {...rest} />}
    </Dialog>
  );
}

type QuestionProps = Omit<AskDialogProps, "open" | "rows"> & {
  /** Of whose readers one is asked. */
  article: QueuedTag["article"]["id"];
};

function Question({ article, refused, trouble, onClose, onDecide }: QuestionProps) {
  const people = useListeners(article);
  const before = refused?.kind === "ask" ? refused : null;
  const [text, setText] = useState(before?.words ?? "");
  const [addressee, setAddressee] = useState<Addressee | null>(before?.addressee ?? null);
  const [due, setDue] = useState<number | null>(before?.due ?? null);
  const [tried, setTried] = useState(false);
  const finish = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === "" || addressee === null) return;
    onDecide({ kind: "ask", words: text.trim(), addressee, due });
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={finish}>
      <Field label={say.words} error={tried && text.trim() === "" ? say.empty : undefined}>
        <TextArea rows={3} maxLength={5_000} value={text} onChange={({ target }) => setText(target.value)} />
      </Field>
      <QueryFields
        people={people}
        addressee={addressee}
        due={due}
        onAddressee={setAddressee}
        onDue={setDue}
      />
      {tried && addressee === null && (
        <p role="alert" className="text-danger">
          {say.nobody}
        </p>
      )}
      {trouble !== null && <ErrorNote happened={trouble} />}
      <div className="flex justify-end gap-2">
        <Button variant="plain" onClick={onClose}>
          {words.common.cancel}
        </Button>
        <Button variant="primary" type="submit">
          {say.confirm}
        </Button>
      </div>
    </form>
  );
}
