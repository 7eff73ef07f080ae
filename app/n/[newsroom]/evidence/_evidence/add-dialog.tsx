"use client";

import { EvidenceForm } from "~/app/_evidence/evidence-form";
import * as words from "~/app/_lib/words";
import { Dialog } from "~/app/_ui/dialog";
import { showToast } from "~/app/_ui/toasts";

const say = words.evidencePage;

interface AddDialogProps {
  newsroom: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Adds an item to the newsroom's evidence, for whatever tag will rest on it. */
export function AddDialog({ newsroom, open, onOpenChange }: AddDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={say.add}
      description={say.addWhat}
      closeOnOutsidePress={false}
    >
      {open && (
        <EvidenceForm
          newsroom={newsroom}
          confirm={say.addConfirm}
          onAdded={() => {
            showToast({ title: say.added });
            onOpenChange(false);
          }}
        />
      )}
    </Dialog>
  );
}
