import type { Span } from "~/core/tag";
import { fold, type Folded } from "./fold";

/** What is looked for, and how exactly. */
export interface Sought {
  readonly words: string;
  /** Case, accents and typography count. */
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** So many characters are searched at a time: about a millisecond or two. */
const PART = 10_000;

interface Part {
  readonly start: number;
  readonly end: number;
  folded?: Folded;
}

/** A text to search again and again: it is cut at line ends into parts, each folded when it is first searched. */
export class SearchedText {
  readonly #text: string;
  readonly #parts: Part[] = [];

  constructor(text: string, part = PART) {
    this.#text = text;
    for (let start = 0; start < text.length;) {
      const cut = text.indexOf("\n", start + part);
      const end = cut === -1 ? text.length : cut + 1;
      this.#parts.push({ start, end });
      start = end;
    }
  }

  /** The places of the sought words, part by part, in order; none lies over another, nor over a line end. */
  *search(sought: Sought): Generator<Span[]> {
    if (sought.words.trim() === "") return;
    for (const part of this.#parts) {
      const found = sought.matchCase ? this.#exactly(part, sought.words) : this.#alike(part, sought.words);
      yield sought.wholeWords ? found.filter((span) => this.#isWhole(span)) : found;
    }
  }

  #exactly({ start, end }: Part, words: string): Span[] {
    const spans: Span[] = [];
    const part = this.#text.slice(start, end);
    for (let at = part.indexOf(words); at !== -1; at = part.indexOf(words, at + words.length))
      spans.push({ start: start + at, end: start + at + words.length });
    return spans;
  }

  #alike(part: Part, words: string): Span[] {
    part.folded ??= fold(this.#text.slice(part.start, part.end), part.start);
    const { text, offsets } = part.folded;
    const needle = fold(words).text;
    const spans: Span[] = [];
    if (needle === "") return spans;
    const begins = (unit: number) => unit === 0 || offsets[unit] !== offsets[unit - 1];
    for (let at = text.indexOf(needle); at !== -1;) {
      const end = at + needle.length;
      // Half of what one character stands for, as one s of ß, is no place in the text.
      const isPlace = begins(at) && begins(end);
      if (isPlace) spans.push({ start: offsets[at] ?? 0, end: offsets[end] ?? 0 });
      at = text.indexOf(needle, isPlace ? end : at + 1);
    }
    return spans;
  }

  #isWhole({ start, end }: Span): boolean {
    return !(
      (isWordy(this.#before(start)) && isWordy(this.#after(start))) ||
      (isWordy(this.#before(end)) && isWordy(this.#after(end)))
    );
  }

  #before(offset: number): string {
    return /.$/su.exec(this.#text.slice(Math.max(0, offset - 2), offset))?.[0] ?? "";
  }

  #after(offset: number): string {
    return /^./su.exec(this.#text.slice(offset, offset + 2))?.[0] ?? "";
  }
}

function isWordy(character: string): boolean {
  return /^[\p{L}\p{N}\p{M}_]$/u.test(character);
}

/** The first match that begins at the offset or later; the first of all where none does. -1 without matches. */
export function matchFrom(matches: readonly Span[], offset: number): number {
  if (matches.length === 0) return -1;
  const at = firstAtOrAfter(matches, offset);
  return at === matches.length ? 0 : at;
}

/** How many of the matches, which are in order, begin before the offset. */
export function firstAtOrAfter(matches: readonly Span[], offset: number): number {
  let [low, high] = [0, matches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
