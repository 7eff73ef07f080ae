import { segmenter } from "~/core/segment";
import type { Span } from "~/core/tag";

/**
 * Words for formats whose annotations are made of tokens: what Unicode calls words, and each sign by itself,
 * without white space; cut wherever a tag begins or ends, so that every tag is whole tokens.
 * @see https://www.unicode.org/reports/tr29/#Word_Boundaries
 */

/** The tokens of each line of the text, in UTF-16 code units; lines without any are left out. */
export function tokensOf(text: string, language: string, tags: readonly Span[]): Span[][] {
  const cuts = new Set(tags.flatMap(({ start, end }) => [start, end]));
  const lines: Span[][] = [];
  for (let start = 0; start < text.length;) {
    const end = (text.indexOf("\n", start) + 1 || text.length + 1) - 1;
    const tokens = tokensOfLine(text.slice(start, end), start, language, cuts);
    if (tokens.length > 0) lines.push(tokens);
    start = end + 1;
  }
  return lines;
}

function tokensOfLine(line: string, from: number, language: string, cuts: ReadonlySet<number>): Span[] {
  const tokens: Span[] = [];
  for (const { segment, index } of segmenter("word", language).segment(line)) {
    for (const { 0: dark, index: within } of segment.matchAll(/\S+/g)) {
      tokens.push(...cut({ start: from + index + within, end: from + index + within + dark.length }, cuts));
    }
  }
  return tokens;
}

/** The span in pieces, cut where there is a cut inside of it. */
function cut({ start, end }: Span, cuts: ReadonlySet<number>): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let at = start + 1; at < end; at += 1) {
    if (!cuts.has(at)) continue;
    pieces.push({ start: from, end: at });
    from = at;
  }
  return [...pieces, { start: from, end }];
}

/** The place of the first token that begins at the offset or after it. */
export function firstFrom(tokens: readonly Span[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
