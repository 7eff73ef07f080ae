"use client";

import { useRef, useState } from "react";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { Dialog } from "~/app/_ui/on-demand";
import { useIntent } from "~/app/articles/[id]/_store/hooks";
import type { Span } from "~/core/tag";

const Occurrences = onDemand(async () => (await import("./occurrences")).Occurrences);

const say = words.many.everywhere;

/** Tags the same words everywhere; `store.intend({ kind: "everywhere", span })` asks for it. */
export function OccurrencesDialog() {
  const [span, setSpan] = useState<Span | null>(null);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useIntent((intent) => {
    if (intent.kind !== "everywhere") return;
    setSpan(intent.span);
    setOpen(true);
  });
  return (
    <Dialog
      wide
      open={isOpen}
      onOpenChange={setOpen}
      title={say.title}
      description={say.what}
      initialFocus={button}
    >
      {isOpen && span && <Occurrences span={span} button={button} onClose={() => setOpen(false)} />}
    </Dialog>
  );
}
