import { decodeText, type Encoding } from "~/core/decode";
import type { Conversion, Problem } from "./add-article";

/** What a plain-text file is called at its end. Its name is shown to people and used for nothing else. */
const ENDINGS = [".txt", ".text", ".md", ".markdown"];

export type ReadFile =
  | { readonly ok: true; readonly raw: string }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly offer: Conversion | null };

/** The text in a plain-text file, told by its ending and its content both. */
export function readTextFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  conversions: readonly Conversion[] = [],
): ReadFile {
  const name = file.name.toLowerCase();
  if (!ENDINGS.some((ending) => name.endsWith(ending))) {
    return refuse(
      "Only plain text can be read: files that end in .txt or .md. Save it as plain text, or paste its text.",
    );
  }
  if (file.bytes.length === 0) return refuse("The file is empty. Nothing was added.");
  const decoded = decodeText(file.bytes, conversions.find(isEncoding));
  if (decoded.ok) return { ok: true, raw: decoded.raw };
  const { sentence, line = null, column = null, offer } = decoded;
  return { ok: false, problems: [{ sentence, line, column }], offer: offer === "utf-8" ? null : offer };
}

function isEncoding(conversion: Conversion): conversion is Exclude<Encoding, "utf-8"> {
  return conversion !== "replace";
}

function refuse(sentence: string): ReadFile {
  return { ok: false, problems: [{ sentence, line: null, column: null }], offer: null };
}
