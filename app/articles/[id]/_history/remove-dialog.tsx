"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { ConfirmDialog } from "~/app/_ui/confirm-dialog";
import { showToast } from "~/app/_ui/toasts";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { Slice } from "~/core/article";
import type { ArticleCommand } from "~/core/shapes/command";
import type { Span } from "~/core/tag";

const say = words.history.remove;

/** What is to be removed: words by their place in the log, or a passage of the text. */
export type Removal =
  { readonly kind: "words"; readonly ref: string } | { readonly kind: "passage"; readonly passage: Span };

/** The command that removes them; null where the article has no text. */
export function removalOf(removal: Removal, slice: Slice, reason: string): ArticleCommand | null {
  if (removal.kind === "words") return { type: "redact", ref: removal.ref, passage: null, reason };
  const { revision } = slice;
  return revision && { type: "redact", ref: revision.ref, passage: removal.passage, reason };
}

export interface RemoveDialogProps {
  open: boolean;
  removal: Removal | null;
  onClose: () => void;
}

/** Asks before words are removed from the record, which nobody can take back, and why. */
export function RemoveDialog({ open, removal, onClose }: RemoveDialogProps) {
  const store = useStore();
  const [error, setError] = useState<string>();
  const close = () => {
    setError(undefined);
    onClose();
  };
  const passage =
    removal?.kind === "passage"
      ? store.slice.revision?.text.slice(removal.passage.start, removal.passage.end)
      : undefined;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={passage === undefined ? say.title : say.passageTitle}
      description={
        passage === undefined ? (
          say.what
        ) : (
          <>
            {words.history.quoted(passage)} {say.passage}
          </>
        )
      }
      confirm={say.confirm}
      danger
      reason={{ required: true, hint: say.hint }}
      {...(error !== undefined && { error })}
      onConfirm={(reason) => {
        const command = removal && removalOf(removal, store.slice, reason);
        if (!command) return;
        const done = store.dispatch(command, { quietly: true });
        if (!done.ok) {
          setError(done.refusal.message);
          return;
        }
        showToast({ title: say.done });
        close();
      }}
    />
  );
}
