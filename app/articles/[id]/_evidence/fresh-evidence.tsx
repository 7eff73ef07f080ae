"use client";

import { EvidenceForm } from "~/app/_evidence/evidence-form";
import * as words from "~/app/_lib/words";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { EvidenceDialogProps } from "./evidence-dialog";

/** Adds a new item to the newsroom's evidence, and to the tag. */
export function FreshEvidence({ onChosen }: Pick<EvidenceDialogProps, "onChosen">) {
  const { actor, newsroom } = useStore().standing;
  const name = useNames();
  return (
    <EvidenceForm
      newsroom={newsroom.slug}
      confirm={words.evidence.dialog.confirm}
      onAdded={({ file, ...item }) => {
        const at = Date.now();
        onChosen({
          ...item,
          addedBy: actor.id,
          addedByName: name(actor.id),
          addedAt: at,
          withdrawal: null,
          file: file && { ...file, by: actor.id, at, removal: null },
        });
      }}
    />
  );
}
