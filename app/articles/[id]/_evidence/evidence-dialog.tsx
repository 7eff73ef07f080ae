"use client";

import { ChooseEvidence } from "~/app/_evidence/choose-evidence";
import * as words from "~/app/_lib/words";
import { Dialog } from "~/app/_ui/dialog";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { EvidenceId } from "~/core/ids";
import type { ArticleEvidence } from "~/server/routers/articles";

const say = words.evidence.dialog;

interface EvidenceDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the tag rests on already. */
  inUse: readonly EvidenceId[];
  onChosen: (item: ArticleEvidence) => void;
}

/** Takes an evidence item of the newsroom, or adds a new one, for a tag. */
export function EvidenceDialog({ open, onOpenChange, inUse, onChosen }: EvidenceDialogProps) {
  const { actor, newsroom } = useStore().standing;
  const name = useNames();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={say.title}
      description={say.what}
      closeOnOutsidePress={false}
    >
      {open && (
        <ChooseEvidence
          newsroom={newsroom.slug}
          me={{ id: actor.id, name: name(actor.id) }}
          inUse={inUse}
          confirm={say.confirm}
          onChosen={onChosen}
        />
      )}
    </Dialog>
  );
}
