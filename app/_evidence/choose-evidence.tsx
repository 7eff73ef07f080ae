"use client";

import { useState } from "react";

import * as words from "~/app/_lib/words";
import { Tabs } from "~/app/_ui/tabs";
import type { EvidenceId, UserId } from "~/core/ids";
import type { ArticleEvidence } from "~/server/routers/articles";
import { EvidenceForm } from "./evidence-form";
import { KnownEvidence } from "./known-evidence";

const say = words.evidence.dialog;

interface ChooseEvidenceProps {
  /** The newsroom's name in addresses. */
  newsroom: string;
  /** Who chooses, and adds what is new. */
  me: { readonly id: UserId; readonly name: string };
  /** What is chosen already. */
  inUse: readonly EvidenceId[];
  /** The verb on the button that adds what is new. */
  confirm: string;
  onChosen: (item: ArticleEvidence) => void;
}

/** Takes an evidence item of the newsroom, or adds a new one; a form of its own, not to be put into another. */
export function ChooseEvidence({ newsroom, me, inUse, confirm, onChosen }: ChooseEvidenceProps) {
  const [way, setWay] = useState<"known" | "fresh">("known");
  const fresh = (
    <EvidenceForm
      newsroom={newsroom}
      confirm={confirm}
      onAdded={({ file, ...item }) => {
        const at = Date.now();
        onChosen({
          ...item,
          addedBy: me.id,
          addedByName: me.name,
          addedAt: at,
          withdrawal: null,
          file: file && { ...file, by: me.id, at, removal: null },
        });
      }}
    />
  );
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
        { id: "fresh", label: say.fresh, panel: fresh },
      ]}
    />
  );
}
