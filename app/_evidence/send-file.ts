import { z } from "zod";

import { ownHeaders } from "~/app/_lib/own-headers";
import * as words from "~/app/_lib/words";
import type { CommandId, EvidenceId } from "~/core/ids";
import type { EvidenceFile } from "~/core/newsroom";

/** Sending a file to belong to an evidence item, with its progress. */

/** What the server found the file to be. */
export type FileFacts = Omit<EvidenceFile, "name">;

export type SentFile =
  { readonly ok: true; readonly file: FileFacts } | { readonly ok: false; readonly sentence: string };

interface Sending {
  newsroom: string;
  evidence: EvidenceId;
  /** The same when the file is sent again, so that it is attached once. */
  commandId: CommandId;
  file: File;
  signal: AbortSignal;
  /** Told as it goes, from 0 to 1. */
  onProgress: (share: number) => void;
}

const say = words.files;

const Failure = z.object({ error: z.string() });

/** Sends the file. It always answers, and never throws. */
export function sendFile({ newsroom, evidence, commandId, file, signal, onProgress }: Sending) {
  const address = new URLSearchParams({ newsroom, evidence, command: commandId });
  return new Promise<SentFile>((resolve) => {
    // Only XMLHttpRequest tells how far an upload is.
    const request = new XMLHttpRequest();
    const fail = (sentence: string) => resolve({ ok: false, sentence });
    request.open("POST", `/api/evidence?${address}`);
    for (const [name, value] of Object.entries(ownHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name.toWellFormed()));
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request.status, request.response));
    request.onerror = () => fail(say.lost);
    request.onabort = () => fail(say.stopped);
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function isAttached(body: unknown): body is { file: FileFacts } {
  return typeof body === "object" && body !== null && "file" in body;
}

function answerOf(status: number, body: unknown): SentFile {
  if (status === 200 && isAttached(body)) return { ok: true, file: body.file };
  const failure = Failure.safeParse(body);
  return { ok: false, sentence: failure.success ? failure.data.error : say.lost };
}

/** Why the file cannot be attached, before it is sent; null where it can. */
export function fileProblem({ name, size }: Pick<File, "name" | "size">, most: number): string | null {
  if (size === 0) return say.empty(name);
  if (size <= most) return null;
  return say.tooLarge({ name, size: say.bytes(size), most: say.bytes(most) });
}
