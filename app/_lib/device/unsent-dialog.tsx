"use client";

import { useState } from "react";

import { useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { ErrorNote } from "~/app/_ui/error-note";
import { discardAll, unsettledFor } from "./drawers";
import { isKeptCommand } from "./kept-command";
import { KeptList, saveKept } from "./kept-list";
import { alone, type KeptOnDevice } from "./records";
import { sendLeft } from "./send-left";

const say = words.unsent;
/** Another tab that is sending is waited for so long, in milliseconds. */
const WAIT = 5_000;

interface UnsentDialogProps {
  open: boolean;
  person: string;
  kept: readonly KeptOnDevice[];
  onClose: () => void;
  /** Signs out, and does something when that went, before the page is left. @returns why it did not go, or null */
  onLeave: (then?: () => Promise<void>) => Promise<string | null>;
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
  const during = async (act: () => Promise<string | null>) => {
    setIsBusy(true);
    try {
      setTrouble(await act());
    } finally {
      setIsBusy(false);
    }
  };
  const send = async () => {
    const tried = await alone(person, WAIT, async () => {
      const sent = await sendLeft(client, person, await unsettledFor(person));
      const isSent = (item: unknown) => isKeptCommand(item) && sent.done.has(item.id);
      const left = (await unsettledFor(person)).filter(({ items }) => !items.every(isSent));
      return { trouble: sent.trouble ?? (left.length > 0 ? say.refused : null) };
    });
    if (tried === null) return say.busy;
    return tried.trouble ?? (await onLeave());
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
          <Button onClick={() => saveKept(kept)}>{say.download}</Button>
          <Button variant="danger" onClick={() => void during(() => onLeave(() => discardAll(person)))}>
            {say.discard}
          </Button>
          <Button variant="primary" busy={isBusy} onClick={() => void during(send)}>
            {say.send}
          </Button>
        </>
      }
    >
      <KeptList kept={kept} />
      {trouble !== null && <ErrorNote happened={trouble} />}
    </Dialog>
  );
}
