"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";

import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Field } from "~/app/_ui/field";
import { ConfirmDialog } from "~/app/_ui/on-demand";
import { Select } from "~/app/_ui/select";
import { showToast } from "~/app/_ui/toasts";
import type { Evidence } from "~/core/newsroom";
import { type RemovablePart, removableParts } from "./removable";
import type { AboutItemProps } from "./withdraw-dialog";

const say = words.evidencePage.item;

/** Asks which words of an item, or its file, are to be removed from the record for good, and why. */
export function RemoveDialog({ newsroom, item, open, onDone, onClose }: AboutItemProps) {
  const trpc = useTRPC();
  const redaction = useMutation(trpc.evidence.redact.mutationOptions());
  const fileRemoval = useMutation(trpc.evidence.removeFile.mutationOptions());
  const parts = removableParts(item);
  const [chosen, setChosen] = useState<RemovablePart["part"] | null>(null);
  const part = parts.find((one) => one.part === chosen) ?? parts[0];
  const error = redaction.error ?? fileRemoval.error;
  const done = {
    onSuccess: () => {
      showToast({ title: say.removeDone });
      setChosen(null);
      onClose();
      onDone();
    },
  };
  const remove = (reason: string) => {
    if (!part) return;
    const asked = { newsroom, commandId: v7() };
    if (part.part === "file") {
      const command = { type: "removeFile", evidence: item.id, reason } as const;
      fileRemoval.mutate({ ...asked, command }, done);
    } else {
      const command = { type: "redactNewsroomText", ref: part.ref, reason } as const;
      redaction.mutate({ ...asked, command }, done);
    }
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={say.removeTitle}
      description={say.removeWhat}
      confirm={say.removeConfirm}
      danger
      reason={{ required: true, hint: say.removeHint }}
      busy={redaction.isPending || fileRemoval.isPending}
      {...(error && { error: refusalOf(error).sentence })}
      onConfirm={remove}
    >
      {part && <Parts item={item} value={part.part} onChange={setChosen} />}
    </ConfirmDialog>
  );
}

interface PartsProps {
  item: Evidence;
  value: RemovablePart["part"];
  onChange: (part: RemovablePart["part"]) => void;
}

function Parts({ item, value, onChange }: PartsProps) {
  const choices = removableParts(item).map(({ part }) => ({ value: part, label: say.parts[part] }));
  return (
    <Field label={say.removeWhich}>
      <Select choices={choices} value={value} onChange={onChange} />
    </Field>
  );
}
