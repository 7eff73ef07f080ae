import { z } from "zod";

import { isStorable } from "~/core/words";

/** Words as they come in and are stored. */

/**
 * One text type for all strings that come in: well-formed UTF-16, no NUL (PostgreSQL text cannot hold
 * it), a maximum length in code units, otherwise stored as it came.
 */
export function line(maxLength: number, minLength = 0): z.ZodString {
  return z.string().min(minLength).max(maxLength).refine(isStorable, {
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
