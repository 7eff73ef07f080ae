"use client";

import { ChevronDown, Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useKeyOf } from "~/app/_keys/keys-context";
import { onDemand } from "~/app/_lib/on-demand";
import * as words from "~/app/_lib/words";
import { BottomSheet } from "~/app/_ui/on-demand";
import { IconButton } from "~/app/_ui/icon-button";
import { Popover } from "~/app/_ui/popover";
import { MARGIN_BESIDE, useMedia } from "~/app/articles/[id]/_lib/media";
import { useIntent, useRedoable, useStore, useUndoable } from "~/app/articles/[id]/_store/hooks";
import type { Step } from "~/core/undo-stack";
import { useStepWords } from "./step-words";

const UndoList = onDemand(async () => (await import("./undo-list")).UndoList);

const say = words.undoing;

/**
 * Undo, redo, and the list of what one did: beside each other in the header, or where it is narrow as a sheet.
 * `store.intend({ kind: "undoing" })` opens the list.
 */
export function UndoControls() {
  const isWide = useMedia(MARGIN_BESIDE, true);
  const [isOpen, setOpen] = useState(false);
  useIntent((intent) => {
    if (intent.kind === "undoing") setOpen(true);
  });
  if (!isWide) {
    return (
      <BottomSheet title={say.title} open={isOpen} onOpenChange={setOpen}>
        <UndoList />
      </BottomSheet>
    );
  }
  return (
    <span className="flex items-center max-lg:hidden">
      <StepButtons />
      <Popover
        title={say.title}
        align="end"
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <IconButton
            small
            label={say.list}
            icon={<ChevronDown aria-hidden="true" />}
            className="min-w-5! px-0!"
          />
        }
      >
        <UndoList />
      </Popover>
    </span>
  );
}

/** What the next step back and the next step on would be, in the buttons' names. */
function StepButtons() {
  const store = useStore();
  const keyOf = useKeyOf();
  const last = useUndoable().at(-1);
  const next = useRedoable().at(-1);
  const tell = useStepWords([last, next].flatMap((step) => step ?? []));
  const named = (step: Step, plain: string, full: (what: string) => string) => {
    const what = tell(step);
    return what === null ? plain : full(what);
  };
  return (
    <>
      <IconButton
        label={last ? named(last, say.undo, say.undoThat) : words.reader.nothingToUndo}
        keys={keyOf("undo")}
        icon={<Undo2 aria-hidden="true" />}
        disabled={!last}
        onClick={() => store.undo()}
      />
      <IconButton
        label={next ? named(next, say.redo, say.redoThat) : words.reader.nothingToRedo}
        keys={keyOf("redo")}
        icon={<Redo2 aria-hidden="true" />}
        disabled={!next}
        onClick={() => store.redo()}
      />
    </>
  );
}
