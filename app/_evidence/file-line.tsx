"use client";

import { Copy, Paperclip } from "lucide-react";

import * as words from "~/app/_lib/words";
import { IconButton } from "~/app/_ui/icon-button";
import { showToast } from "~/app/_ui/toasts";
import type { EvidenceId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";

const say = words.files;

interface FileLineProps {
  newsroom: string;
  evidence: EvidenceId;
  file: NonNullable<Evidence["file"]>;
}

/** An item's file: its name, by which it is downloaded, its size, and its hash to compare and to copy. */
export function FileLine({ newsroom, evidence, file }: FileLineProps) {
  const { name, bytes, sha256, removal } = file;
  if (removal) {
    return (
      <p className="flex items-center gap-1 text-xs text-muted italic">
        <Paperclip className="size-3.5 shrink-0" aria-hidden="true" />
        {say.removed}
      </p>
    );
  }
  const called = name.words ?? say.nameRemoved;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
      <a
        href={`/api/evidence?${new URLSearchParams({ newsroom, evidence })}`}
        download
        aria-label={say.download(called)}
        className="inline-flex items-center gap-1 text-accent underline decoration-1 underline-offset-2 hover:decoration-2 pointer-coarse:min-h-11"
      >
        <Paperclip className="size-3.5 shrink-0" aria-hidden="true" />
        <span dir="auto" className="wrap-anywhere">
          {called}
        </span>
      </a>
      <span className="whitespace-nowrap">{say.bytes(bytes)}</span>
      <span className="inline-flex items-center whitespace-nowrap">
        {say.hash}&nbsp;
        <code title={sha256}>{sha256.slice(0, 12)}…</code>
        <IconButton
          small
          label={say.copyHash}
          icon={<Copy aria-hidden="true" />}
          onClick={() => void copyHash(sha256)}
        />
      </span>
    </p>
  );
}

/** Without permission, or without https, there is no clipboard: then it is shown in full. */
async function copyHash(sha256: string): Promise<void> {
  const isCopied = await navigator.clipboard.writeText(sha256).then(
    () => true,
    () => false,
  );
  showToast({ title: isCopied ? say.copied : say.notCopied, description: sha256, id: "hash" });
}
