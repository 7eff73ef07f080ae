import { quotationsIn } from "~/core/quotations";
import type { Span } from "~/core/tag";
import { paragraphAround } from "~/core/text";

import {
  BETWEEN,
  CLAUSE_BEGINS,
  CLAUSE_WORDS,
  CUES,
  DETERMINERS,
  DOUBTFUL_CUES,
  hasLexicon,
  NO_CUE_AFTER,
  PREPOSITIONS,
  PRONOUNS,
} from "./lexicon";
import { nameIn } from "./names";

/**
 * Who is said to have said it: the attributions of a paragraph, each a source and a cue (PARC 3.0 names the
 * three parts source, cue and content).
 * @see https://aclanthology.org/L16-1619/
 */

/** Source and cue together are the span. */
export interface Attribution extends Span {
  /** The attributing words: “said”, “according to”. */
  readonly cue: string;
  readonly cueSpan: Span;
  /** The source as printed; null where none could be told. */
  readonly source: string | null;
  /** The source stands after the cue: “said the mayor”. */
  readonly inverted: boolean;
}

/** What hides a quotation, so that a verb within it attributes nothing. */
const HIDDEN = "\u{FFFC}";
/** What lies further away attributes nothing here, and the work stays small in a paragraph of any length. */
const WINDOW = 1_000;
/** A source reaches no further than this, in UTF-16 code units. */
const REACH = 160;
/** A source has no more words than this. */
const LONGEST = 12;

interface Word extends Span {
  readonly plain: string;
}
type Phrase = Span & { readonly words: string };

/**
 * The attributions around an offset, within its paragraph and some 1,000 code units to either side, in order;
 * none in a language without a lexicon.
 */
export function attributionsAround(text: string, offset: number, language: string): readonly Attribution[] {
  if (!hasLexicon(language)) return [];
  if (latest?.text !== text || latest.offset !== offset)
    latest = { text, offset, found: findAround(text, offset) };
  return latest.found;
}

/** Several rules ask about one passage in turn. */
let latest: { text: string; offset: number; found: readonly Attribution[] } | null = null;

function findAround(text: string, offset: number): Attribution[] {
  const paragraph = paragraphAround(text, offset);
  const from = Math.max(paragraph.start, offset - WINDOW);
  const hidden = hideQuotations(text, paragraph).slice(
    from - paragraph.start,
    offset + WINDOW - paragraph.start,
  );
  const words = wordsIn(hidden);
  return words.flatMap((_, index) => {
    const cue = cueAt(words, index, hidden);
    return cue ? [attributionOf(hidden, cue, from)] : [];
  });
}

function attributionOf(hidden: string, cue: Span, offset: number): Attribution {
  const isAccording = hidden.slice(cue.start, cue.end).toLowerCase() === "according to";
  const before = isAccording ? null : sourceBefore(hidden, cue);
  const after = sourceAfter(hidden, cue);
  const closesSpeech = /[\u{FFFC},?!]\s*$/u.test(hidden.slice(Math.max(0, cue.start - 3), cue.start));
  const inverted =
    isAccording || (after !== null && isSource(after.words) && (before === null || closesSpeech));
  const source = inverted ? after : before;
  return {
    start: offset + Math.min(cue.start, source?.start ?? cue.start),
    end: offset + Math.max(cue.end, source?.end ?? cue.end),
    cue: hidden.slice(cue.start, cue.end),
    cueSpan: { start: offset + cue.start, end: offset + cue.end },
    source: source?.words ?? null,
    inverted,
  };
}

function hideQuotations(text: string, paragraph: Span): string {
  let shown = "";
  let at = paragraph.start;
  const quotations = quotationsIn(text, paragraph).sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end } of quotations) {
    if (start < at) continue;
    shown += text.slice(at, start) + HIDDEN.repeat(end - start);
    at = end;
  }
  return shown + text.slice(at, paragraph.end);
}

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.’'-]*/gu), ({ 0: found, index }) => {
    const isAbbreviation = /\p{L}\.\p{L}\.$/u.test(found);
    const word = isAbbreviation ? found : found.replace(/[.’'-]$/u, "");
    return { plain: word.toLowerCase(), start: index, end: index + word.length };
  });
}

/** The cue that begins with a word; null where the word attributes nothing. */
function cueAt(words: readonly Word[], index: number, text: string): Span | null {
  const word = words[index];
  if (!word) return null;
  const next = words[index + 1];
  const before = words[index - 1]?.plain ?? "";
  if (word.plain === "according") return next?.plain === "to" ? { start: word.start, end: next.end } : null;
  const putsNumber =
    word.plain === "put" &&
    /^put (?:the|its|their) (?:number|toll|total)\b/u.test(text.slice(word.start, word.start + 24));
  const hasClause = DOUBTFUL_CUES.has(word.plain) && next !== undefined && CLAUSE_BEGINS.has(next.plain);
  if (!CUES.has(word.plain) && !hasClause && !putsNumber) return null;
  const isPassive = before.endsWith("ly") && NO_CUE_AFTER.has(words[index - 2]?.plain ?? "");
  const isRequest = word.plain === "asked" && /^(?:not|to|for)$/.test(next?.plain ?? "");
  return NO_CUE_AFTER.has(before) || isPassive || isRequest ? null : { start: word.start, end: word.end };
}

/** The subject before a cue: “U.S. officials directly [accused]”, “the spokesperson, Ada Osmond, [said]”. */
function sourceBefore(text: string, cue: Span): Phrase | null {
  const from = Math.max(0, cue.start - REACH);
  const pieces = piecesOf(text.slice(from, cue.start), from);
  const last = pieces.at(-1);
  if (!last) return null;
  const candidates = last.words === "" ? pieces.slice(0, -1).slice(-2) : [last];
  const chosen = candidates.find(({ words }) => nameIn(words)) ?? candidates[0];
  return chosen ? trimSource(chosen) : null;
}

/** What stands between the commas of the clause that ends the text; `offset` is added to the places. */
function piecesOf(text: string, offset: number): Phrase[] {
  let at = lastClause(text);
  return text
    .slice(at)
    .split(",")
    .map((raw) => {
      const start = offset + at + raw.length - raw.trimStart().length;
      at += raw.length + 1;
      const words = raw.trim();
      return { words, start, end: start + words.length };
    });
}

const BOUNDARY = /[;:—–(\u{FFFC}]|[.!?]\s(?=\p{Lu})|, and |\band (?=\p{Ll})|\b\p{Ll}+\b/gu;

/** Where the last clause of the text begins. */
function lastClause(text: string): number {
  let boundary = 0;
  for (const { 0: found, index } of text.matchAll(BOUNDARY)) {
    const lead = text.slice(Math.max(0, index - 6), index);
    const isAbbreviation = found.startsWith(".") && /(?:^|[\s.])\p{Lu}\p{Ll}{0,3}$/u.test(lead);
    const isOtherWord = /^\p{Ll}+$/u.test(found) && !CLAUSE_WORDS.has(found);
    if (!isAbbreviation && !isOtherWord) boundary = index + found.length;
  }
  return boundary;
}

/** The source without the adverbs after it and the circumstances before it. */
function trimSource(piece: Phrase): Phrase | null {
  let list = wordsIn(piece.words);
  const end = list.findLastIndex(({ plain }) => !BETWEEN.has(plain) && !/..ly$/.test(plain));
  const begin = list.findIndex(
    ({ plain }) => !/^(?:but|and|so|yet|still|also|meanwhile|then|later|instead)$/.test(plain),
  );
  list = list.slice(Math.max(0, begin), end + 1);
  if (PREPOSITIONS.has(list[0]?.plain ?? "")) {
    const head = list.findLastIndex(({ plain }) => DETERMINERS.has(plain) || PRONOUNS.has(plain));
    if (head <= 0) return null;
    list = list.slice(head);
  }
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || list.length > LONGEST) return null;
  const words = piece.words.slice(first.start, last.end);
  return { words, start: piece.start + first.start, end: piece.start + last.end };
}

const AFTER_SOURCE =
  /[,;:—–(\u{FFFC}]|(?<![\s.]\p{Lu}\p{Ll}?)[.!?](?=\s+[\p{Lu}\u{FFFC}]|\s*$)| (?:who|that|which|on|after|before|during|when|while|as|in an?|in the|told|and said|and added)\b/u;

/** The subject after a cue: “[said] an official in Brussels, who …”. */
function sourceAfter(text: string, cue: Span): Phrase | null {
  const rest = text.slice(cue.end, cue.end + REACH);
  const lead = rest.length - rest.trimStart().length;
  const words = rest.slice(lead, AFTER_SOURCE.exec(rest)?.index ?? rest.length).trim();
  if (words === "" || words.split(/\s+/).length > LONGEST) return null;
  return { words, start: cue.end + lead, end: cue.end + lead + words.length };
}

function isSource(words: string): boolean {
  const list = words.split(/\s+/);
  const first = list[0] ?? "";
  if (PRONOUNS.has(first.toLowerCase())) return list.length === 1;
  return DETERMINERS.has(first.toLowerCase()) || /^\p{Lu}/u.test(first) || nameIn(words) !== null;
}
