import { quotationAt, quotationsIn } from "~/core/quotations";
import { segmenter } from "~/core/segment";
import { isStanding } from "~/core/tag";
import { paragraphAround } from "~/core/text";

import type { Rule, RuleContext } from "./rule";
import { quotationOf } from "./speech";

/** A sentence has at least so many words; fewer, even with a capital, are a name or a title. */
const SENTENCE = 3;

/**
 * Direct for marks around a capital and three words or more, mixed for other marks, indirect without marks.
 * The second half of a direct quote, which the attribution splits, is direct as well.
 */
export const quoteFormByMarks: Rule = (context) => {
  const { text, span, language } = context;
  const quotation = quotationOf(text, span);
  if (!quotation) {
    const marks = quotationsIn(text, paragraphAround(text, span.start));
    return marks.some(({ start, end }) => start < span.end && span.start < end) ? "mixed" : "indirect";
  }
  const words = text.slice(quotation.start, quotation.end);
  const first = /\p{L}/u.exec(words)?.[0] ?? "";
  // Scripts without capitals begin a sentence with any letter.
  const isBeginning = /[^\p{Ll}]/u.test(first);
  if (isBeginning && countWords(words, language) >= SENTENCE) return "direct";
  return isSecondHalf(context) ? "direct" : "mixed";
};

function countWords(words: string, language: string): number {
  let count = 0;
  for (const part of segmenter("word", language).segment(words.slice(0, 100)))
    if (part.isWordLike) count += 1;
  return count;
}

/** True after a direct quote that broke off at a comma in the same sentence: “We won,” she said, “and …”. */
function isSecondHalf({ text, span, earlier, type, attribute }: RuleContext): boolean {
  const { start } = paragraphAround(text, span.start);
  return earlier.some(({ anchor, attributes, review, ...tag }) => {
    if (tag.type !== type.name || attributes[attribute.name] !== "direct") return false;
    if (
      !isStanding({ anchor, attributes, review, ...tag }) ||
      anchor.start < start ||
      anchor.end > span.start
    )
      return false;
    const brokeOff = /,["”»]$/u.test(anchor.exact);
    return (
      brokeOff &&
      quotationAt(text, anchor.start) !== null &&
      !/[.!?]\s/u.test(text.slice(anchor.end, span.start))
    );
  });
}
