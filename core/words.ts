import { z } from "zod";

/**
 * One text type for all strings that come in: well-formed UTF-16, no NUL (PostgreSQL text cannot hold
 * it), a maximum length in code units, otherwise stored as it came.
 */
export function line(maxLength: number, minLength = 0): z.ZodString {
  return z
    .string()
    .min(minLength)
    .max(maxLength)
    .refine((text) => text.isWellFormed() && !text.includes("\0"), {
      message: "The text holds a character that cannot be stored (NUL or half of a character pair).",
    });
}

/**
 * Free text that a person wrote and that the law or a source may demand to be removed: notes, reasons,
 * names of speakers, the text of a revision. The log never holds it; it holds a salted digest.
 * `ref` names the place in the log where the words were first written, as `seq/path`; it is absent until
 * the event is in the log. `words` is null once they were removed, at `removedAt` (milliseconds).
 */
export const Words = z.strictObject({
  ref: z.string().optional(),
  words: line(10_000).nullable(),
  removedAt: z.number().int().optional(),
});
export type Words = z.infer<typeof Words>;

/** Fresh words, as a person has just written them. */
export function wordsOf(text: string): Words {
  return { words: text };
}

/** True when both hold the same text, whether or not either is in the log yet. */
export function sameWords(a: Words | null, b: Words | null): boolean {
  if (a === null || b === null) return a === b;
  return a.words === b.words && a.removedAt === b.removedAt;
}

/** True for the words whose first place in the log is `ref`. */
export function isWords(value: unknown): value is Words {
  return typeof value === "object" && value !== null && "words" in value;
}
