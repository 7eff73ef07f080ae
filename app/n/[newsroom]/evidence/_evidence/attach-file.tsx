"use client";

import { type SyntheticEvent, useState } from "react";

import { FileField } from "~/app/_evidence/file-field";
import { UploadState } from "~/app/_evidence/upload-state";
import { useFileUpload } from "~/app/_evidence/use-file-upload";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { showToast } from "~/app/_ui/toasts";
import type { EvidenceId } from "~/core/ids";

const say = words.files;

interface AttachFileProps {
  newsroom: string;
  evidence: EvidenceId;
  /** The most that the file may have, in bytes. */
  most: number;
  onAttached: () => void;
}

/** Gives a file to an item that has none. */
export function AttachFile({ newsroom, evidence, most, onAttached }: AttachFileProps) {
  const [file, setFile] = useState<File | null>(null);
  const upload = useFileUpload(newsroom);
  const isSending = upload.state.status === "sending";
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (!file || isSending || !(await upload.send(evidence, file))) return;
    showToast({ title: say.attached });
    onAttached();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-2 flex flex-col gap-2">
      <FileField file={file} onChange={setFile} most={most} disabled={isSending} />
      <UploadState upload={upload} />
      {file && (
        <Button type="submit" variant="primary" busy={isSending} className="self-start">
          {upload.state.status === "failed" ? say.sendAgain : say.attach}
        </Button>
      )}
    </form>
  );
}
