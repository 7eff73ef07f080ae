import { segmenter } from "./segment";
import type { Seeker } from "./sought";
import type { Span } from "./tag";

/** Some words of a text around what was found in it. */

/** A stretch of an excerpt, and whether it is what was sought. */
export interface Piece {
  readonly words: string;
  readonly isFound: boolean;
}

export interface Excerpt {
  readonly pieces: readonly Piece[];
  /** Whether the text goes on before the excerpt, and after it. */
  readonly isCut: { readonly before: boolean; readonly after: boolean };
}

/** So many code units are shown at most, and so many of them before the first place. */
const LONGEST = 280;
const BEFORE = 80;

/** What a text says around the first place; its beginning where nothing stands in it. Line ends become blanks. */
export function excerptOf(text: string, seeker: Seeker): Excerpt {
  const first = seeker.places(text)[0];
  const span =
    text.length <= LONGEST ? { start: 0, end: text.length } : windowAround(text, first?.start ?? 0);
  const shown = text.slice(span.start, span.end).replace(/\s/gu, " ");
  return {
    pieces: piecesOf(shown, seeker.places(shown)),
    isCut: { before: span.start > 0, after: span.end < text.length },
  };
}

function windowAround(text: string, at: number): Span {
  const start = at <= BEFORE ? 0 : breakAfter(text, at - BEFORE);
  return { start, end: breakBefore(text, Math.min(text.length, start + LONGEST)) };
}

/** A passage between the words around it. */
export interface Passage {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly isCut: Excerpt["isCut"];
}

/** So many code units of a passage are shown at most: most of them from its beginning, the others from its end. */
const LONGEST_PASSAGE = 1_200;
const ITS_END = 300;

/** A passage, a long one without its middle, and what stands around it, up to so many code units on either side. */
export function passageOf(text: string, { start, end }: Span, around: number): Passage {
  const from = start <= around ? 0 : breakAfter(text, start - around);
  const to = breakBefore(text, Math.min(text.length, end + around));
  return {
    before: text.slice(Math.min(from, start), start),
    words: withoutMiddle(text.slice(start, end)),
    after: text.slice(end, Math.max(to, end)),
    isCut: { before: from > 0, after: to < text.length },
  };
}

function withoutMiddle(passage: string): string {
  if (passage.length <= LONGEST_PASSAGE) return passage;
  const beginning = passage.slice(0, breakBefore(passage, LONGEST_PASSAGE - ITS_END));
  return `${beginning} … ${passage.slice(breakAfter(passage, passage.length - ITS_END))}`;
}

/** How far a cut is moved so that no word is cut, in code units. */
const REACH = 30;

function breakAfter(text: string, from: number): number {
  const blank = text.slice(from, from + REACH).search(/\s/u);
  return blank === -1 ? characterAt(text, from) : from + blank + 1;
}

function breakBefore(text: string, to: number): number {
  if (to === text.length) return to;
  const blank = /\s\S*$/u.exec(text.slice(to - REACH, to));
  return blank ? to - REACH + blank.index : characterAt(text, to);
}

/** Where the character at an offset begins. */
function characterAt(text: string, offset: number): number {
  const from = Math.max(0, offset - REACH);
  const around = segmenter("grapheme").segment(text.slice(from, offset + REACH));
  return from + (around.containing(offset - from)?.index ?? offset - from);
}

function piecesOf(text: string, places: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, isFound: boolean) => {
    if (end > at) pieces.push({ words: text.slice(at, end), isFound });
    at = Math.max(at, end);
  };
  for (const { start, end } of places) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}

/** The paragraph of a text that has most of what was sought, and how many others have as much. */
export interface FoundParagraph {
  /** Of the first place in it; code units into the whole text, end exclusive. */
  readonly place: Span;
  readonly excerpt: Excerpt;
  readonly others: number;
}

/** Null where no paragraph has any of it. */
export function bestParagraph(text: string, seeker: Seeker): FoundParagraph | null {
  let best: Span | null = null;
  let [most, others] = [0, 0];
  for (const paragraph of paragraphsOf(text)) {
    const count = seeker.count(text.slice(paragraph.start, paragraph.end));
    if (count > most) {
      best = paragraph;
      [most, others] = [count, 0];
    } else if (count === most && count > 0) others += 1;
  }
  if (!best) return null;
  const words = text.slice(best.start, best.end);
  const [first] = seeker.places(words);
  if (!first) return null;
  const place = { start: best.start + first.start, end: best.start + first.end };
  return { place, excerpt: excerptOf(words, seeker), others };
}

function* paragraphsOf(text: string): Generator<Span> {
  for (let start = 0; start < text.length;) {
    const cut = text.indexOf("\n", start);
    const end = cut === -1 ? text.length : cut;
    yield { start, end };
    start = end + 1;
  }
}
