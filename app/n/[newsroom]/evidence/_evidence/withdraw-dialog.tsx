"use client";

import { useMutation } from "@tanstack/react-query";
import { v7 } from "uuid";

import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { ConfirmDialog } from "~/app/_ui/on-demand";
import { showToast } from "~/app/_ui/toasts";
import type { Evidence } from "~/core/newsroom";

const say = words.evidencePage.item;

export interface AboutItemProps {
  newsroom: string;
  item: Evidence;
  open: boolean;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before evidence is withdrawn, which takes the ground from what rests on it, and why. */
export function WithdrawDialog({ newsroom, item, open, onDone, onClose }: AboutItemProps) {
  const withdrawal = useMutation(useTRPC().evidence.withdraw.mutationOptions());
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={say.withdrawTitle}
      description={say.withdrawWhat}
      confirm={say.withdrawConfirm}
      danger
      reason={{ required: true }}
      busy={withdrawal.isPending}
      {...(withdrawal.isError && { error: refusalOf(withdrawal.error).sentence })}
      onConfirm={(reason) => {
        const command = { type: "withdrawEvidence", evidence: item.id, reason } as const;
        withdrawal.mutate(
          { newsroom, commandId: v7(), command },
          {
            onSuccess: () => {
              showToast({ title: say.withdrawDone });
              onClose();
              onDone();
            },
          },
        );
      }}
    />
  );
}
