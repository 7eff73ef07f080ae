import { z } from "zod";

import { ownHeaders } from "~/app/_lib/own-headers";
import * as words from "~/app/_lib/words";
import { MAX_TEXT_BYTES, TEXT_FILE_TOO_LARGE } from "~/core/decode";
import type { Conversion, Ingested, NewArticle } from "~/server/ingest/add-article";

/** Sending a file to become an article, with its progress. */

export type Uploaded =
  | Ingested
  /** No article came of it; `again` when the same may do better in a moment. */
  | { readonly status: "failed"; readonly sentence: string; readonly again: boolean };

interface UploadRequest {
  newsroom: string;
  file: File;
  about: NewArticle;
  conversions?: readonly Conversion[];
  /** Told as it goes, from 0 to 1. */
  onProgress?: (share: number) => void;
}

const Failure = z.object({ error: z.string() });

/** Uploads a file. The same ids again add nothing twice. It always answers, and never throws. */
export function uploadArticle({
  newsroom,
  file,
  about,
  conversions = [],
  onProgress,
}: UploadRequest): Promise<Uploaded> {
  if (file.size > MAX_TEXT_BYTES) {
    return Promise.resolve({ status: "failed", sentence: TEXT_FILE_TOO_LARGE, again: false });
  }
  const address = new URLSearchParams({ newsroom, convert: conversions.join(",") });
  return new Promise((resolve) => {
    // Only XMLHttpRequest tells how far an upload is.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/upload?${address}`);
    for (const [name, value] of Object.entries(ownHeaders())) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request.status, request.response));
    request.onerror = () => resolve({ status: "failed", sentence: words.newArticle.noAnswer, again: true });
    request.send(formOf(file, about));
  });
}

function formOf(file: File, about: NewArticle): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(about)) {
    if (typeof value === "string" || typeof value === "boolean") form.set(name, String(value));
  }
  form.set("file", file);
  return form;
}

function isIngested(body: unknown): body is Ingested {
  return typeof body === "object" && body !== null && "status" in body;
}

function answerOf(status: number, body: unknown): Uploaded {
  if (status === 200 && isIngested(body)) return body;
  const failure = Failure.safeParse(body);
  const sentence = failure.success ? failure.data.error : words.newArticle.noAnswer;
  return { status: "failed", sentence, again: status >= 500 || status === 401 || !failure.success };
}
