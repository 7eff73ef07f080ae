"use client";

import { memo, useState } from "react";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { BottomSheet, Drawer } from "~/app/_ui/on-demand";
import { useMedia } from "~/app/articles/[id]/_lib/media";
import { useIntent, useStore, useTopic } from "~/app/articles/[id]/_store/hooks";
import type { Intent } from "~/app/articles/[id]/_store/viewing";

const GateList = onDemand(async () => (await import("./gate-list")).GateList);
const StepDialogs = onDemand(async () => (await import("./step-dialogs")).StepDialogs);

/** What has to be asked before a step is taken, or before something is said of a tag or a debt. */
export type Asking = Intent & { kind: "step" | "waive" | "vouch" | "settle" };

function isOfLife(intent: Intent): intent is Asking {
  return ["step", "waive", "vouch", "settle"].includes(intent.kind);
}

/** What closes the gate, beside the text, which stays usable; and what the steps of an article's life ask. */
export const GateDrawer = memo(function GateDrawer() {
  const store = useStore();
  const isOpen = useTopic("viewing", ({ viewing }) => viewing.gating);
  const [asking, setQuestion] = useState<Asking | null>(null);
  const [isAsking, setAsking] = useState(false);
  useIntent((intent) => {
    if (!isOfLife(intent)) return;
    setQuestion(intent);
    setAsking(true);
  });
  const isPhone = useMedia("(width < 40rem)", false);
  const Over = isPhone ? BottomSheet : Drawer;
  return (
    <>
      <Over
        title={words.gate.title}
        modal={false}
        open={isOpen}
        onOpenChange={(open) => store.look({ gating: open })}
      >
        {isOpen && <GateList onGo={isPhone ? () => store.look({ gating: false }) : undefined} />}
      </Over>
      <StepDialogs asking={asking} open={isAsking} onOpenChange={setAsking} />
    </>
  );
});
