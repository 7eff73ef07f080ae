"use client";

import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { Dialog } from "~/app/_ui/dialog";
import { KeptList, saveKept } from "./kept-list";
import { type KeptOnDevice, takeAway } from "./records";

const say = words.unsent;

interface KeptDialogProps {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  person: string;
  kept: readonly KeptOnDevice[];
  onDiscarded: () => void;
}

/** What closed tabs left on this device that could not be sent: to be answered on its article's page, or taken along. */
export function KeptDialog({ open, onOpenChange, person, kept, onDiscarded }: KeptDialogProps) {
  const close = () => onOpenChange?.(false);
  const drop = async () => {
    await takeAway(person, kept);
    onDiscarded();
    close();
  };
  return (
    <Dialog
      open={open ?? false}
      {...(onOpenChange && { onOpenChange })}
      title={say.kept}
      description={say.keptWhy}
      footer={
        <>
          <Button variant="danger" onClick={() => void drop()}>
            {say.drop}
          </Button>
          <Button onClick={() => saveKept(kept)}>{say.download}</Button>
          <Button variant="primary" onClick={close}>
            {words.common.close}
          </Button>
        </>
      }
    >
      <KeptList kept={kept} />
    </Dialog>
  );
}
