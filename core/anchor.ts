import { DomainError } from "./errors";
import { segmenter } from "./segment";
import type { Anchor, Span } from "./tag";
import { lineAndColumn, paragraphAround } from "./text";

/**
 * Passages of a text: which spans may carry a tag, how one is described so that it can be found again, and
 * how a selection becomes one. A span never begins or ends with white space and never splits a character as
 * people see it (a grapheme cluster). All work stays within the paragraphs that the span touches.
 */

/** How much context an anchor keeps on either side, in UTF-16 code units. */
export const CONTEXT = 32;

/** A span whose edges a keyboard moves by words or by characters as people see them. */
export interface EdgeMove {
  readonly edge: "start" | "end";
  /** How many units, towards the end of the text when positive. */
  readonly by: number;
  readonly unit: "word" | "character";
  readonly language?: string;
}

/**
 * Passes a span that may carry a tag.
 * @throws DomainError bad-input, saying what is wrong with the span
 */
export function checkSpan(text: string, { start, end }: Span): void {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) {
    throw refused(`The passage ${start}–${end} lies outside the text, which ends at ${text.length}.`);
  }
  if (start >= end) throw refused("The passage is empty. Select at least one character.");
  for (const edge of [start, end]) {
    if (graphemeAcross(text, edge) !== null) {
      const { line, column } = lineAndColumn(text, edge);
      throw refused(
        `The passage cuts a character in two at line ${line}, column ${column}. Include all of it.`,
      );
    }
  }
  if (isBlank(graphemeAfter(text, start, end)) || isBlank(graphemeBefore(text, end, start))) {
    throw refused("The passage begins or ends with white space. Leave the white space out.");
  }
}

/**
 * How a passage is found again: its place, its words and up to 32 code units of context on either side.
 * @throws DomainError bad-input for a span that may not carry a tag
 */
export function describePassage(text: string, revision: number, span: Span): Anchor {
  checkSpan(text, span);
  const { start, end } = span;
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return {
    revision,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.min(start, graphemeAcross(text, from)?.end ?? from), start),
    suffix: text.slice(end, Math.max(end, graphemeAcross(text, to)?.start ?? to)),
  };
}

/** The span without the white space at its edges; null if nothing else is in it. */
export function trimSpan(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end) {
    const first = graphemeAfter(text, start, end);
    if (!isBlank(first)) break;
    start += first.length;
  }
  while (start < end) {
    const last = graphemeBefore(text, end, start);
    if (!isBlank(last)) break;
    end -= last.length;
  }
  return start < end ? { start, end } : null;
}

/**
 * The selection grown to whole words. Quotation marks and other punctuation stay as they were selected:
 * in if they were in, out if they were out.
 * @throws DomainError bad-input if the selection holds nothing but white space
 */
export function snapToWords(text: string, span: Span, language: string): Span {
  const selected = trimSpan(text, toGraphemes(text, span));
  if (!selected) throw refused("Nothing but white space is selected. Select the words to tag.");
  const first = partAt(text, selected.start, { unit: "word", language });
  const last = partAt(text, selected.end - 1, { unit: "word", language });
  const grown = {
    start: !first || isBlank(first.words) ? selected.start : first.start,
    end: !last || isBlank(last.words) ? selected.end : last.end,
  };
  return trimSpan(text, toGraphemes(text, grown)) ?? selected;
}

/**
 * The span with one edge moved. It stays where it is when there is nothing left to take in, and keeps at
 * least one word or character when it shrinks.
 */
export function moveEdge(text: string, span: Span, move: EdgeMove): Span {
  let moved = span;
  for (let step = 0; step < Math.abs(move.by); step += 1) {
    const next = stepEdge(text, moved, move);
    if (next === null) break;
    moved = next;
  }
  return moved;
}

function stepEdge(text: string, span: Span, move: EdgeMove): Span | null {
  const { edge, by } = move;
  let place = span[edge];
  do {
    const next = by > 0 ? partAt(text, place, move)?.end : partAt(text, place - 1, move)?.start;
    place = next ?? place + Math.sign(by);
    if (place < 0 || place > text.length) return null;
  } while (!isStop(text, place, move));
  const moved = { ...span, [edge]: place };
  return moved.start < moved.end ? moved : null;
}

/**
 * Whether an edge may stop at a place: beside what is not white space; by words, only at a word's own edge or
 * where white space begins or ends, so that closing punctuation takes one step more.
 */
function isStop(text: string, place: number, move: EdgeMove): boolean {
  const around = [partAt(text, place - 1, move), partAt(text, place, move)] as const;
  const [inside, outside] = move.edge === "end" ? around : [around[1], around[0]];
  if (!inside || isBlank(inside.words) || graphemeAcross(text, place) !== null) return false;
  // A character can hold a blank beside a letter, as a number sign does with what follows it.
  const edge = move.edge === "end" ? graphemeBefore(text, place, 0) : graphemeAfter(text, place, text.length);
  if (isBlank(edge)) return false;
  return move.unit === "character" || inside.isWord || !outside || isBlank(outside.words);
}

function refused(sentence: string): DomainError {
  return new DomainError("bad-input", sentence);
}

/** True for a character that begins or ends with white space, as a blank with an accent does. */
function isBlank(grapheme: string): boolean {
  return /^[\s\u{85}]|[\s\u{85}]$/u.test(grapheme);
}

/** The character that a position cuts in two; null where it lies between characters. */
function graphemeAcross(text: string, offset: number): Span | null {
  if (offset <= 0 || offset >= text.length) return null;
  const { start, end } = paragraphAround(text, offset);
  if (offset === start || offset === end) return null;
  const found = segmenter("grapheme")
    .segment(text.slice(start, end))
    .containing(offset - start);
  if (!found || found.index === offset - start) return null;
  return { start: start + found.index, end: start + found.index + found.segment.length };
}

/** The first character of a passage, as much of it as lies within. */
function graphemeAfter(text: string, start: number, end: number): string {
  return text.slice(start, Math.min(end, graphemeAcross(text, start + 1)?.end ?? start + 1));
}

/** The last character of a passage, as much of it as lies within. */
function graphemeBefore(text: string, end: number, start: number): string {
  return text.slice(Math.max(start, graphemeAcross(text, end - 1)?.start ?? end - 1), end);
}

/** The span with its edges moved out to whole characters. */
export function toGraphemes(text: string, { start, end }: Span): Span {
  return { start: graphemeAcross(text, start)?.start ?? start, end: graphemeAcross(text, end)?.end ?? end };
}

/** The word, mark, white space or character that a code unit belongs to; null for a line end and outside. */
function partAt(
  text: string,
  offset: number,
  { unit, language }: Pick<EdgeMove, "unit" | "language">,
): (Span & { words: string; isWord: boolean }) | null {
  if (offset < 0 || offset >= text.length) return null;
  const { start, end } = paragraphAround(text, offset);
  const granularity = unit === "word" ? "word" : "grapheme";
  const found = segmenter(granularity, language)
    .segment(text.slice(start, end))
    .containing(offset - start);
  if (!found) return null;
  const from = start + found.index;
  return {
    start: from,
    end: from + found.segment.length,
    words: found.segment,
    isWord: found.isWordLike === true,
  };
}
