import { z } from "zod";

import { ownHeaders } from "~/app/_lib/own-headers";
import * as words from "~/app/_lib/words";
import type { ImportedArticle } from "~/server/imports/import-file";

export type Imported =
  | { readonly ok: true; readonly articles: readonly ImportedArticle[] }
  | { readonly ok: false; readonly sentence: string };

/** The most that a file may have, in bytes; the form around it takes some of the server's 15 MB. */
const FILE_BYTES = 14_900_000;

const Failure = z.object({ error: z.string() });

/** Sends a file to be imported. The same file again adds nothing twice. It always answers, and never throws. */
export async function sendImport(newsroom: string, file: File): Promise<Imported> {
  if (file.size > FILE_BYTES) return { ok: false, sentence: words.imports.tooLarge };
  const body = new FormData();
  body.set("file", file);
  const address = `/api/import?${new URLSearchParams({ newsroom })}`;
  try {
    const answer = await fetch(address, { method: "POST", body, headers: ownHeaders() });
    const told: unknown = await answer.json();
    if (answer.ok && isReport(told)) return { ok: true, articles: told.articles };
    return { ok: false, sentence: Failure.safeParse(told).data?.error ?? words.imports.noAnswer };
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError)
      return { ok: false, sentence: words.imports.noAnswer };
    throw error;
  }
}

function isReport(told: unknown): told is { articles: ImportedArticle[] } {
  return typeof told === "object" && told !== null && "articles" in told && Array.isArray(told.articles);
}
