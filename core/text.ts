import { DomainError } from "./errors";

/**
 * Text as Galley keeps it: LF line ends, no leading byte-order mark, no NUL, no half of a character pair,
 * otherwise exactly as it came, without Unicode normalisation. Offsets inside are UTF-16 code units; at
 * every edge they are code points, and `codePointsAt` is the one place that converts.
 */

/**
 * The longest text, in UTF-16 code units: 200,000 words, the longest that Galley is built for, come to about
 * 1.2 million; the rest is room for a language with longer words.
 */
export const MAX_TEXT = 1_500_000;

/** So many problems are told one by one; beyond them their number is enough. */
const TOLD = 50;

/** What keeps a text from being accepted; line and column (in code points) count from 1. */
export interface TextProblem {
  readonly line: number | null;
  readonly column: number | null;
  readonly sentence: string;
  /** Accepting with `replace` would settle it. */
  readonly replaceable: boolean;
}

export type AcceptedText =
  | { readonly ok: true; readonly text: string; readonly replaced: number }
  | { readonly ok: false; readonly problems: readonly TextProblem[] };

const UNSTORABLE = /\p{Surrogate}|\u{0}/gu;

/**
 * The text as it will be kept: CRLF and CR become LF and a leading byte-order mark is dropped. NUL and lone
 * surrogates are refused with their place, or with `replace` become U+FFFD, and `replaced` counts them.
 */
export function acceptText(raw: string, { replace = false }: { replace?: boolean } = {}): AcceptedText {
  const text = raw.replace(/^\u{FEFF}/u, "").replace(/\r\n?/g, "\n");
  const whole = refusalOfWhole(text);
  if (whole) return { ok: false, problems: [whole] };
  if (!replace) {
    const problems = unstorableIn(text);
    return problems.length > 0 ? { ok: false, problems } : { ok: true, text, replaced: 0 };
  }
  let replaced = 0;
  const mended = text.replace(UNSTORABLE, () => {
    replaced += 1;
    return "\u{FFFD}";
  });
  return { ok: true, text: mended, replaced };
}

function refusalOfWhole(text: string): TextProblem | null {
  const nowhere = { line: null, column: null, replaceable: false };
  if (!/\S/.test(text))
    return { ...nowhere, sentence: "The text is empty. Paste or upload an article that has words." };
  if (text.length <= MAX_TEXT) return null;
  const [length, limit] = [text.length, MAX_TEXT].map((count) => count.toLocaleString("en"));
  return {
    ...nowhere,
    sentence: `The text has ${length ?? ""} characters; ${limit ?? ""} is the most. Split it into several articles.`,
  };
}

function unstorableIn(text: string): TextProblem[] {
  const problems: TextProblem[] = [];
  let more = 0;
  for (const { 0: character, index } of text.matchAll(UNSTORABLE)) {
    if (problems.length === TOLD) {
      more += 1;
      continue;
    }
    const { line, column } = lineAndColumn(text, index);
    const what = character === "\0" ? "a NUL character" : "half of a character pair";
    const sentence = `Line ${line}, column ${column} holds ${what}, which cannot be stored. Remove it, or have it replaced by “\u{FFFD}”.`;
    problems.push({ line, column, sentence, replaceable: true });
  }
  if (more > 0) {
    const sentence = `${more} more such characters follow.`;
    problems.push({ line: null, column: null, sentence, replaceable: true });
  }
  return problems;
}

/** Where an offset lies for a reader: line and column from 1, the column in code points. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < offset; end = text.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: codePointsAt(text.slice(start, offset)).length + 1 };
}

/** The line that holds an offset, without its LF: a paragraph is one line. */
export function paragraphAround(text: string, offset: number): { start: number; end: number } {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end === -1 ? text.length : end };
}

/** Conversion between UTF-16 code units and code points in one text. */
export interface CodePoints {
  /** How many code points the text has; a lone surrogate counts as one. */
  readonly length: number;
  /** @throws DomainError bad-input for an offset outside the text or inside a character */
  toCodePoint(utf16Offset: number): number;
  /** @throws DomainError bad-input for an offset outside the text */
  toUtf16(codePointOffset: number): number;
}

/** The conversion for a text: one pass when made, then O(log n) for each offset. */
export function codePointsAt(text: string): CodePoints {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) pairs.push(index);
  const length = text.length - pairs.length;

  /** How many pairs begin before the place, where pair `i` begins at `beginOf(start, i)`. */
  function pairsBefore(place: number, beginOf: (start: number, index: number) => number): number {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (beginOf(pairs[middle] ?? Infinity, middle) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    length,
    toCodePoint(offset) {
      mustLieIn(offset, text.length);
      const before = pairsBefore(offset, (start) => start);
      if (before > 0 && pairs[before - 1] === offset - 1) {
        throw new DomainError("bad-input", `Position ${offset} lies inside a character.`);
      }
      return offset - before;
    },
    toUtf16(offset) {
      mustLieIn(offset, length);
      return offset + pairsBefore(offset, (start, index) => start - index);
    },
  };
}

function mustLieIn(offset: number, length: number): void {
  if (Number.isInteger(offset) && offset >= 0 && offset <= length) return;
  throw new DomainError("bad-input", `Position ${offset} lies outside the text, which ends at ${length}.`);
}
