"use client";

import { memo, useRef, useState } from "react";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { Drawer } from "~/app/_ui/on-demand";
import { useIntent } from "~/app/articles/[id]/_store/hooks";
import type { TagId } from "~/core/ids";
import type { Removal } from "./remove-dialog";

const Entries = onDemand(async () => (await import("./entries")).Entries);
const RemoveDialog = onDemand(async () => (await import("./remove-dialog")).RemoveDialog);

const say = words.history;

/**
 * The drawer with what happened to the article or to one of its tags; `store.intend({ kind: "history", tag })`
 * opens it. It also asks before words are removed from the record: those in the history, and a passage of the
 * text by `store.intend({ kind: "remove", passage })`.
 */
export const History = memo(function History() {
  const [isOpen, setOpen] = useState(false);
  const [tag, setTag] = useState<TagId | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const going = useRef<(() => void) | null>(null);
  const goOn = () => {
    going.current?.();
    going.current = null;
  };
  useIntent((intent) => {
    if (intent.kind === "history") {
      setTag(intent.tag);
      setOpen(true);
    }
    if (intent.kind === "remove") setRemoval({ kind: "passage", passage: intent.passage });
  });
  return (
    <>
      <Drawer open={isOpen} onOpenChange={setOpen} onClosed={goOn} title={say.title}>
        {isOpen && (
          <Entries
            tag={tag}
            onLeave={() => setTag(null)}
            onGo={(go) => {
              going.current = go;
              setOpen(false);
            }}
            onRemove={setRemoval}
          />
        )}
      </Drawer>
      <RemoveDialog open={removal !== null} removal={removal} onClose={() => setRemoval(null)} />
    </>
  );
});
