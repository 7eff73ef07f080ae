"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { ConfirmDialog } from "~/app/_ui/on-demand";
import { useIntent, useStore } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";

const say = words.margin;

const QUESTIONS = {
  dismiss: {
    command: "dismissTag",
    title: say.dismissTitle,
    description: say.dismissWhat,
    confirm: say.dismissConfirm,
  },
  reopen: {
    command: "reopenTag",
    title: say.reopenTitle,
    description: say.reopenWhat,
    confirm: say.reopenConfirm,
  },
} as const;

/** Asks for the reason before a tag is dismissed or reopened, from wherever that was asked. */
export function ReasonDialogs() {
  const store = useStore();
  const [asking, setAsking] = useState<{ kind: keyof typeof QUESTIONS; tag: TagId } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  useIntent((intent) => {
    if (intent.kind !== "dismiss" && intent.kind !== "reopen") return;
    setAsking({ kind: intent.kind, tag: intent.tag });
    setError(undefined);
    setOpen(true);
  });
  if (!asking) return null;
  const { command, ...question } = QUESTIONS[asking.kind];
  return (
    <ConfirmDialog
      {...question}
      open={isOpen}
      onOpenChange={setOpen}
      reason={{ required: true }}
      {...(error !== undefined && { error })}
      onConfirm={(reason) => {
        const done = store.dispatch({ type: command, tag: asking.tag, reason }, { quietly: true });
        if (done.ok) setOpen(false);
        else setError(done.refusal.message);
      }}
    />
  );
}
