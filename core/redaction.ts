import type { Span, Tag } from "./tag";
import type { Attributes } from "./scheme";
import { isWords, type Words } from "./words";

/**
 * Removing words from the record: what was at a place in the log is gone everywhere it was shown, while
 * the log, its chain and every offset still hold.
 */

/** What stands for a removed character: one UTF-16 code unit, so that offsets hold. */
export const BLOT = "█";

/** The text with each character of the passage blotted out; line ends stay, so that paragraphs hold. */
export function blotOut(text: string, passage: Span): string {
  const removed = text
    .slice(passage.start, passage.end)
    .replace(/[^\n]/gu, (character) => BLOT.repeat(character.length));
  return text.slice(0, passage.start) + removed + text.slice(passage.end);
}

/** The words without their text, if they are those at `ref`. */
export function removeWords<Held extends Words | null>(
  held: Held,
  ref: string,
  removedAt: number,
): Held | Words {
  return held?.ref === ref ? { ref, words: null, removedAt } : held;
}

/** The tag without the words at `ref`, wherever it shows them. */
export function removeFromTag(tag: Tag, ref: string, removedAt: number): Tag {
  const attributes: Attributes = {};
  for (const [name, value] of Object.entries(tag.attributes)) {
    attributes[name] = isWords(value) ? removeWords(value, ref, removedAt) : value;
  }
  const { verdict } = tag.review;
  const former = tag.imported?.verdict;
  return {
    ...tag,
    attributes,
    note: removeWords(tag.note, ref, removedAt),
    waiver: tag.waiver && { ...tag.waiver, reason: removeWords(tag.waiver.reason, ref, removedAt) },
    review: {
      ...tag.review,
      verdict: verdict && { ...verdict, note: removeWords(verdict.note, ref, removedAt) },
    },
    imported:
      tag.imported && former
        ? { ...tag.imported, verdict: { ...former, note: removeWords(former.note, ref, removedAt) } }
        : tag.imported,
  };
}
