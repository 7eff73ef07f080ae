import { trimSpan } from "./anchor";
import { segmenter } from "./segment";
import type { Span } from "./tag";

/** Every place where the same words stand again, as whole words, so that all of them can be tagged at once. */

export interface Sought {
  /** As they stand somewhere in the text; white space at their edges does not count. */
  readonly words: string;
  /** BCP 47; tells where words begin and end. */
  readonly language: string;
  /** False finds them in capitals, small letters and at the beginning of a sentence too. */
  readonly matchCase: boolean;
}

/**
 * The places of the words, in the order of the text, none in another. Each begins and ends where a word or a mark
 * does and cuts no character in two, so that each may carry a tag. Linear in the length of the text, where some
 * blank or mark stands in every few hundred characters.
 */
export function occurrencesOf(text: string, { words, language, matchCase }: Sought): Span[] {
  const within = trimSpan(words, { start: 0, end: words.length });
  if (!within) return [];
  const needle = words.slice(within.start, within.end);
  const starts = new Breaks(text, language);
  const ends = new Breaks(text, language);
  const found: Span[] = [];
  for (const start of matchStarts(matchCase ? text : caseless(text), matchCase ? needle : caseless(needle))) {
    const end = start + needle.length;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    if (starts.has(start) && ends.has(end)) found.push({ start, end });
  }
  return found;
}

/** The text with the case of its letters forgotten, every letter still in its place. */
export function caseless(text: string): string {
  // The one letter whose small form is longer, and the one whose small form depends on what follows it.
  return text.replaceAll("İ", "I").toLowerCase().replaceAll("ς", "σ");
}

/**
 * Where the needle begins in the text, overlapping ones too. In linear time whatever both are, which the runtime's
 * own search is not.
 * @see Knuth, Morris, Pratt: Fast pattern matching in strings. SIAM Journal on Computing 6 (1977)
 */
function* matchStarts(text: string, needle: string): Generator<number> {
  const fallbacks = fallbacksOf(needle);
  let matched = 0;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = fallbacks[matched - 1] ?? 0;
    if (needle.charCodeAt(matched) === unit) matched += 1;
    if (matched < needle.length) continue;
    yield place + 1 - matched;
    matched = fallbacks[matched - 1] ?? 0;
  }
}

/** For each beginning of the needle, how long the longest shorter beginning is that it ends with. */
function fallbacksOf(needle: string): Uint32Array {
  const fallbacks = new Uint32Array(needle.length);
  let matched = 0;
  for (let place = 1; place < needle.length; place += 1) {
    const unit = needle.charCodeAt(place);
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = fallbacks[matched - 1] ?? 0;
    if (needle.charCodeAt(matched) === unit) matched += 1;
    fallbacks[place] = matched;
  }
  return fallbacks;
}

/**
 * Where words and characters break. A look at the runtime's segmenter takes the longer the more text it is given,
 * so it is given no more than the run between two marks that always stand alone; and where blanks or plain letters
 * meet, no look is needed.
 */
class Breaks {
  readonly #text: string;
  readonly #segmenters: readonly Intl.Segmenter[];
  #run: Span = { start: 0, end: 0 };
  #parts: Part[] = [];

  constructor(text: string, language: string) {
    this.#text = text;
    this.#segmenters = [segmenter("word", language), segmenter("grapheme")];
  }

  has(offset: number): boolean {
    if (offset === 0 || offset === this.#text.length) return true;
    const [before, after] = [this.#text.charCodeAt(offset - 1), this.#text.charCodeAt(offset)];
    if (before === LINE_END || after === LINE_END) return true;
    const plain = Number(isPlain(before)) + Number(isPlain(after));
    if (plain === 2) return false;
    if (plain === 1 && (before === BLANK || after === BLANK)) return true;
    if (offset <= this.#run.start || offset >= this.#run.end) this.#enter(offset);
    return this.#parts.every((part) => part.begins(offset - this.#run.start));
  }

  #enter(offset: number): void {
    const start = lastAlone(this.#text, offset - 1);
    const end = nextAlone(this.#text, offset);
    this.#run = { start, end };
    const words = this.#text.slice(start, end);
    this.#parts = this.#segmenters.map((parts) => new Part(parts.segment(words)));
  }
}

/** The parts of a run, of which the one found last is remembered. */
class Part {
  readonly #segments: Intl.Segments;
  #start = 0;
  #end = 0;

  constructor(segments: Intl.Segments) {
    this.#segments = segments;
  }

  begins(offset: number): boolean {
    if (offset > this.#start && offset < this.#end) return false;
    const found = this.#segments.containing(offset);
    if (!found) return true;
    this.#start = found.index;
    this.#end = found.index + found.segment.length;
    return found.index === offset;
  }
}

const LINE_END = 0x0a;
const BLANK = 0x20;

/** Digits, the underscore, and letters of alphabets, from first to last: between two of them no word ends. */
const PLAIN: readonly (readonly [number, number])[] = [
  [0x61, 0x7a],
  [0x41, 0x5a],
  [0x30, 0x39],
  [0x5f, 0x5f],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x3a3, 0x3ce],
  [0x400, 0x481],
  [0x48a, 0x52f],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
];

function isPlain(unit: number): boolean {
  return PLAIN.some(([first, last]) => unit >= first && unit <= last);
}

/** Marks that belong to no word, whatever stands beside them. */
const ALONE = new Set(" \n\t—“”«»„()[]!?;…。、，「」『』！？；：（）".split(""));

function lastAlone(text: string, from: number): number {
  let place = from;
  while (place > 0 && !ALONE.has(text.charAt(place))) place -= 1;
  return place;
}

/** The place after the next such mark. */
function nextAlone(text: string, from: number): number {
  let place = from;
  while (place < text.length && !ALONE.has(text.charAt(place))) place += 1;
  return Math.min(text.length, place + 1);
}
