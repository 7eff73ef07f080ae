import type { Words } from "./shapes/words";

export type { Words } from "./shapes/words";

/** True for text of that length, in code units, that can be stored: well-formed UTF-16 without NUL. */
export function isLine(text: string, maxLength: number, minLength = 0): boolean {
  return text.length >= minLength && text.length <= maxLength && isStorable(text);
}

/** True for well-formed UTF-16 without NUL, which PostgreSQL text cannot hold. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

/** Fresh words, as a person has just written them. */
export function wordsOf(text: string): Words {
  return { words: text };
}

/** True when both hold the same text, whether or not either is in the log yet. */
export function sameWords(a: Words | null, b: Words | null): boolean {
  if (a === null || b === null) return a === b;
  return a.words === b.words && a.removedAt === b.removedAt;
}

/** True for words among what else an event or an answer holds. */
export function isWords(value: unknown): value is Words {
  if (typeof value !== "object" || value === null || !("words" in value)) return false;
  return typeof value.words === "string" || value.words === null;
}
