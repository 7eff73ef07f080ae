"use client";

import { useRef, useState, type ReactNode, type SyntheticEvent } from "react";
import * as words from "~/app/_lib/words";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Field } from "./field";
import { TextArea } from "./text-area";

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, and what stays safe. */
  description: ReactNode;
  /** The verb on the button: "Withdraw the tag", never "OK". */
  confirm: string;
  danger?: boolean;
  /** Asks for a reason in words. */
  reason?: { label?: string; hint?: string; required: boolean };
  /** Gets the reason, "" when none was asked or given. The caller closes the dialog when it is done. */
  onConfirm: (reason: string) => void;
  busy?: boolean;
  /** Why it was refused, in a sentence. */
  error?: string;
  /** What else is asked, above the reason. */
  children?: ReactNode;
}

/** Asks before something that is not undone by one key, and for its reason. Ctrl or Cmd with Enter confirms. */
export function ConfirmDialog({ open, onOpenChange, ...question }: ConfirmDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={question.title} description={question.description}>
      {open && <Question {...question} onCancel={() => onOpenChange(false)} />}
    </Dialog>
  );
}

type QuestionProps = Omit<ConfirmDialogProps, "open" | "onOpenChange" | "title" | "description"> & {
  onCancel: () => void;
};

function Question({
  confirm,
  danger = false,
  reason,
  onConfirm,
  onCancel,
  busy = false,
  error,
  children,
}: QuestionProps) {
  const [text, setText] = useState("");
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    if (reason?.required && text.trim() === "") {
      setMissing(true);
      field.current?.focus();
    } else onConfirm(text.trim());
  };
  const problem = error ?? (missing ? words.common.reasonMissing : undefined);
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {children}
      {reason !== undefined && (
        <Field
          label={reason.label ?? words.common.reason}
          hint={reason.hint}
          optional={!reason.required}
          error={problem}
        >
          <TextArea
            ref={field}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setMissing(false);
            }}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
            }}
          />
        </Field>
      )}
      {reason === undefined && error !== undefined && (
        <p role="alert" className="text-danger">
          {error}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{words.common.cancel}</Button>
        <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
