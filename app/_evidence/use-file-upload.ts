import { useEffect, useRef, useState } from "react";
import { v7 } from "uuid";

import { useLeaveWarning } from "~/app/_lib/use-leave-warning";
import * as words from "~/app/_lib/words";
import { asId, type CommandId, type EvidenceId } from "~/core/ids";
import { type FileFacts, sendFile } from "./send-file";

export type UploadState =
  | { readonly status: "idle" }
  | { readonly status: "sending"; readonly name: string; readonly share: number }
  | { readonly status: "failed"; readonly sentence: string };

export interface FileUpload {
  readonly state: UploadState;
  /** Sends the file; null where it did not arrive, which the state then says. */
  readonly send: (evidence: EvidenceId, file: File) => Promise<FileFacts | null>;
  readonly cancel: () => void;
}

/** One file on its way to an evidence item. It stops when whoever sends it goes to another page. */
export function useFileUpload(newsroom: string): FileUpload {
  const [state, setState] = useState<UploadState>({ status: "idle" });
  const running = useRef<AbortController | null>(null);
  const last = useRef<{ file: File; evidence: EvidenceId; commandId: CommandId } | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useLeaveWarning(state.status === "sending", words.files.leave);

  const send = async (evidence: EvidenceId, file: File) => {
    const known = last.current?.file === file && last.current.evidence === evidence ? last.current : null;
    const { commandId } = known ?? { commandId: asId("command", v7()) };
    last.current = { file, evidence, commandId };
    running.current = new AbortController();
    const report = (share: number) => setState({ status: "sending", name: file.name, share });
    report(0);
    const { signal } = running.current;
    const sent = await sendFile({ newsroom, evidence, commandId, file, signal, onProgress: report });
    setState(sent.ok ? { status: "idle" } : { status: "failed", sentence: sent.sentence });
    return sent.ok ? sent.file : null;
  };

  return { state, send, cancel: () => running.current?.abort() };
}
