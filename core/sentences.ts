import { trimSpan } from "./anchor";
import { quotationsIn } from "./quotations";
import { segmenter } from "./segment";
import type { Span } from "./tag";
import { paragraphAround } from "./text";

/**
 * Sentences, by Unicode's rules with two mends: an abbreviation's full stop does not end one, and a quotation
 * mark whose partner stands in another sentence belongs to neither.
 * @see https://www.unicode.org/reports/tr29/#Sentence_Boundaries
 */

/** After these, written with a capital, a name follows. */
const BEFORE_NAMES = new Set(
  (
    "mr mrs ms dr prof gen sen rep gov lt col capt cpl sgt maj cmdr adm rev hon st mt ft pres supt insp " +
    "hr fr mme mlle sr sra srta dott avv"
  ).split(" "),
);
/** After these a number follows, or the sentence is over. */
const BEFORE_NUMBERS = new Set(
  "no nos nr fig vol pp art abs jan feb mar apr jun jul aug sept oct nov dec".split(" "),
);
/** After these the sentence goes on. */
const NEVER_ENDS = new Set("vs approx cf bzw ca vgl sog".split(" "));
/** After these a sentence may end, and does so where the next word is one that sentences begin with. */
const MAY_END = new Set("inc ltd co corp jr bros etc usw".split(" "));
const SENTENCE_BEGINS = new Set(
  (
    "the a an he she it they we i you in on at by for from to of as if when while after before but and or yet so " +
    "this that these those his her its their our there then now no not what who how why where last next some many " +
    "most all one meanwhile however der die das ein eine er sie es wir ich im am le la les un une il elle ils"
  ).split(" "),
);

/** How far around a full stop the words are read, in UTF-16 code units. */
const LOOK = 24;

/** The sentence at an offset, within its paragraph, without white space at its edges; an empty line gives its own place. */
export function sentenceAt(text: string, offset: number, language: string): Span {
  const paragraph = paragraphAround(text, offset);
  const words = text.slice(paragraph.start, paragraph.end);
  const parts = segmenter("sentence", language).segment(words);
  const found = parts.containing(Math.min(offset - paragraph.start, words.length - 1));
  if (!found) return { start: offset, end: offset };
  let start = found.index;
  let end = found.index + found.segment.length;
  while (start > 0 && runsOn(words, start)) start = parts.containing(start - 1)?.index ?? 0;
  while (end < words.length && runsOn(words, end))
    end += parts.containing(end)?.segment.length ?? words.length;
  const sentence = { start: paragraph.start + start, end: paragraph.start + end };
  const trimmed = trimSpan(text, sentence);
  if (!trimmed) return sentence;
  return trimSpan(text, withoutLoneMarks(trimmed, quotationsIn(text, paragraph))) ?? trimmed;
}

/** Whether a sentence goes on at a place: after an abbreviation, or where “Why?” is followed by “she asked”. */
function runsOn(words: string, place: number): boolean {
  const before = words.slice(Math.max(0, place - LOOK), place);
  const after = words.slice(place, place + LOOK);
  if (/["'”’»」]\s*$/u.test(before) && /^\p{Ll}/u.test(after)) return true;
  const word = /([\p{L}.]+)\.\s*$/u.exec(before)?.[1];
  if (word === undefined) return false;
  const isInitials = /^\p{L}(?:\.\p{L})*$/u.test(word);
  const plain = word.toLowerCase();
  const isTitle = BEFORE_NAMES.has(plain) && word !== plain;
  if (isTitle || NEVER_ENDS.has(plain) || (BEFORE_NUMBERS.has(plain) && /^\p{Nd}/u.test(after))) return true;
  if (isInitials && word.length === 1 && word !== "I") return true;
  if (!isInitials && !MAY_END.has(plain)) return false;
  const next = /^[\p{L}\p{N}]+/u.exec(after)?.[0].toLowerCase();
  return next !== undefined && !SENTENCE_BEGINS.has(next);
}

/** The sentence without a mark at its edge whose partner lies outside. */
function withoutLoneMarks({ start, end }: Span, quotations: readonly Span[]): Span {
  const opensBeyond = quotations.some((pair) => pair.start === start && pair.end > end);
  const closesBeyond = quotations.some((pair) => pair.end === end && pair.start < start);
  const inner = { start: opensBeyond ? start + 1 : start, end: closesBeyond ? end - 1 : end };
  return inner.start < inner.end ? inner : { start, end };
}
