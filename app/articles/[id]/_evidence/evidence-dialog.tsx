"use client";

import { useState } from "react";
import * as words from "~/app/_lib/words";
import { KnownEvidence } from "~/app/_evidence/known-evidence";
import { Dialog } from "~/app/_ui/dialog";
import { Tabs } from "~/app/_ui/tabs";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { EvidenceId } from "~/core/ids";
import type { ArticleEvidence } from "~/server/routers/articles";
import { FreshEvidence } from "./fresh-evidence";

const say = words.evidence.dialog;

export interface EvidenceDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the tag rests on already. */
  inUse: readonly EvidenceId[];
  onChosen: (item: ArticleEvidence) => void;
}

/** Takes an evidence item of the newsroom, or adds a new one. */
export function EvidenceDialog({ open, onOpenChange, ...rest }: EvidenceDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={say.title}
      description={say.what}
      closeOnOutsidePress={false}
    >
      {open && <Choice {...rest} />}
    </Dialog>
  );
}

function Choice({ inUse, onChosen }: Pick<EvidenceDialogProps, "inUse" | "onChosen">) {
  const { slug: newsroom } = useStore().standing.newsroom;
  const [way, setWay] = useState<"known" | "fresh">("known");
  return (
    <Tabs
      label={say.choose}
      value={way}
      onChange={setWay}
      tabs={[
        {
          id: "known",
          label: say.known,
          panel: <KnownEvidence newsroom={newsroom} inUse={inUse} onChosen={onChosen} />,
        },
        { id: "fresh", label: say.fresh, panel: <FreshEvidence onChosen={onChosen} /> },
      ]}
    />
  );
}
