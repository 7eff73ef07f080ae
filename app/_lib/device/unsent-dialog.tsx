"use client";

import { useState } from "react";

import { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { alone, discard, keptFor, type KeptOnDevice } from "./drawers";
import { sendLeft } from "./send-left";

const say = words.unsent;

interface UnsentDialogProps {
  open: boolean;
  person: string;
  kept: readonly KeptOnDevice[];
  onClose: () => void;
  /** Signs out. */
  onLeave: () => Promise<void>;
}

/** Asks, before somebody signs out, what is to become of work that is on this device alone: nothing is dropped unasked. */
export function UnsentDialog({ open, person, kept, onClose, onLeave }: UnsentDialogProps) {
  const client = useTRPCClient();
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const count = kept.reduce((sum, { items }) => sum + items.length, 0);
  const close = () => {
    setTrouble(null);
    onClose();
  };
  const send = async () => {
    setIsBusy(true);
    await alone(person, true, async () => {
      const { trouble: why } = await sendLeft(client, person, await keptFor(person));
      const isLeft = (await keptFor(person)).length > 0;
      setTrouble(why ?? (isLeft ? say.unanswered : null));
      if (!isLeft) await onLeave();
    });
    setIsBusy(false);
  };
  const drop = async () => {
    await discard(person, kept);
    await onLeave();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={say.title}
      description={say.what(count)}
      closeOnOutsidePress={false}
      footer={
        <>
          <Button variant="plain" onClick={close}>
            {words.common.cancel}
          </Button>
          <Button onClick={() => save(kept)}>{say.download}</Button>
          <Button variant="danger" onClick={() => void drop()}>
            {say.discard}
          </Button>
          <Button variant="primary" busy={isBusy} onClick={() => void send()}>
            {say.send}
          </Button>
        </>
      }
    >
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {kept.map(({ key, title, items }) => (
          <li key={key} dir="auto">
            {say.item(title ?? say.untitled, items.length)}
          </li>
        ))}
      </ul>
      {trouble !== null && <ErrorNote happened={trouble} />}
    </Dialog>
  );
}

/** Gives it to the person as a file, in words that they can read and a program can. */
function save(kept: readonly KeptOnDevice[]): void {
  const told = kept.map(({ article, title, drawer, items }) => ({ article, title, drawer, items }));
  const file = new Blob([JSON.stringify(told, null, 2)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = say.fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
