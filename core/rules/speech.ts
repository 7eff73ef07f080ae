import { quotationAt } from "~/core/quotations";
import { sentenceAt } from "~/core/sentences";
import type { Span } from "~/core/tag";
import { paragraphAround } from "~/core/text";

import { type Attribution, attributionsAround } from "./attribution";
import type { Passage } from "./rule";

/**
 * Which attribution a passage stands under: that of the quotation it is in, or that of its sentence.
 */

/** A new thought begins: what was attributed before it need not be after. */
const BREAK = /;|\b(?:while|but|although|though|whereas|despite)\b/u;
/** So many words may follow an attribution that ends its sentence: “…, he told reporters on Tuesday”. */
const TAIL = 9;
/** An attribution within the passage leads it when it begins this close to its start, in UTF-16 code units. */
const LEAD = 30;

/** The quotation that holds the passage or that the passage begins with; null for words without marks. */
export function quotationOf(text: string, span: Span): Span | null {
  const quotation = quotationAt(text, span.start);
  if (!quotation) return null;
  return quotation.start === span.start || quotation.end >= span.end ? quotation : null;
}

/** The attribution that words stand under, spoken or reported; null for the article's own voice. */
export function attributionOver(passage: Passage): Attribution | "speech" | null {
  const quotation = quotationOf(passage.text, passage.span);
  if (quotation) return nearestAttribution({ ...passage, span: quotation }) ?? "speech";
  return reportedBy(passage);
}

/** The attribution nearest to a quotation in its paragraph, one in its own sentence before others. */
export function nearestAttribution({ text, span, language }: Passage): Attribution | null {
  const around = attributionsAround(text, span.start, language);
  const beyond =
    paragraphAround(text, span.start).end < span.end ? attributionsAround(text, span.end, language) : [];
  const ranked = [...around, ...beyond]
    .filter(({ cueSpan }) => cueSpan.end <= span.start || cueSpan.start >= span.end)
    .map((attribution) => ({ attribution, far: distance(text, span, attribution) }))
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.attribution ?? null;
}

/** In UTF-16 code units; the end of a sentence in between counts far more, most of all one after the quotation. */
function distance(text: string, span: Span, { start, end, cueSpan }: Attribution): number {
  if (cueSpan.start >= span.end) {
    const ended = /[.。][\p{Pf}"'»」]?$/u.test(text.slice(span.end - 2, span.end));
    return Math.max(0, start - span.end) + (ended || hasEnd(text.slice(span.end, start)) ? 2_000 : 0);
  }
  const between = text.slice(Math.min(end, span.start), span.start);
  return between.length + (hasEnd(between) ? 1_000 : 0);
}

function hasEnd(between: string): boolean {
  return /[.!?]["'”’»]?(?:\s|$)/u.test(between);
}

/** The attribution of unmarked speech: before it in its sentence, at its head, or after it at the sentence's end. */
function reportedBy({ text, span, language }: Passage): Attribution | null {
  const sentence = sentenceAt(text, span.start, language);
  const own = attributionsAround(text, span.start, language).filter(
    ({ start, end }) => start < Math.max(sentence.end, span.end) && end > sentence.start,
  );
  const before = own.findLast(
    (attribution) =>
      attribution.cueSpan.end <= span.start &&
      !followsSpeech(text, attribution) &&
      !BREAK.test(text.slice(attribution.cueSpan.end, span.start)),
  );
  if (before) return before;
  const leading = own.find(
    ({ start, cueSpan }) => start >= span.start && cueSpan.end <= span.end && start - span.start <= LEAD,
  );
  if (leading) return leading;
  return (
    own.find((attribution) => closes(text, attribution, { start: span.start, end: sentence.end })) ?? null
  );
}

/** True for “…,” she said: what it attributes stands before it, in marks. */
function followsSpeech(text: string, { start }: Attribution): boolean {
  return /["”’»」],?\s*$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** True where an attribution at the end of its sentence covers what stands before it. */
function closes(text: string, { start, end, cue }: Attribution, { start: from, end: to }: Span): boolean {
  if (start < from || BREAK.test(text.slice(from, start))) return false;
  if (/^according to$/i.test(cue)) return true;
  const tail = text.slice(end, to);
  const isSetOff = /,\s*$/u.test(text.slice(from, start));
  return isSetOff && tail.split(/\s+/).length <= TAIL && !/\bthat\b|["“«:]/u.test(tail);
}
