import type { Span } from "./tag";

/** What somebody who searches has typed, and where it stands in a text. */

export type Sought =
  /** One word, or several that follow each other. */
  | { readonly how: "whole"; readonly words: readonly string[] }
  /** A word that is still being typed. */
  | { readonly how: "beginning"; readonly words: readonly [string] }
  /** Found as it stands: words of scripts without spaces, and signs. */
  | { readonly how: "piece"; readonly words: readonly [string] };

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}]/u;
/** What stands in quotation marks of any kind, or a run without blanks. A mark that is never closed is none. */
const PARTS = /["“”„«»]([^"“”„«»]*)["“”„«»]|\S+/gu;
const PIECES_OF_WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Whether the word is to be found as it stands, since no index of words has it. */
export function isPiece(word: string): boolean {
  return UNSPACED.test(word) || !WORD.test(word);
}

/** The letters and digits of a word, without what stands between them: “3.5” has two parts. */
export function partsOf(word: string): string[] {
  return word.match(PIECES_OF_WORD) ?? [];
}

/** Reads what was typed: words, of which the last is a beginning; “words in quotation marks” follow each other. */
export function readSought(typed: string): Sought[] {
  const parts = [...typed.trim().matchAll(PARTS)];
  return parts.flatMap(([all, quoted], place): Sought[] => {
    if (quoted !== undefined) return phraseOf(quoted);
    if (isPiece(all)) return [{ how: "piece", words: [all] }];
    if (place < parts.length - 1) return [{ how: "whole", words: [all] }];
    return [{ how: "beginning", words: [all] }];
  });
}

function phraseOf(quoted: string): Sought[] {
  const words = quoted.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return [];
  if (words.some((word) => UNSPACED.test(word))) return [{ how: "piece", words: [words.join(" ")] }];
  const whole = words.filter((word) => WORD.test(word));
  return [whole.length > 0 ? { how: "whole", words: whole } : { how: "piece", words: [words.join(" ")] }];
}

/** Signs between two parts of a word, or between two words; bounded, so that looking stays linear. */
const WITHIN = String.raw`[^\p{L}\p{N}\p{M}\s]{1,4}`;
const BETWEEN = String.raw`[^\p{L}\p{N}\p{M}]{1,20}`;

/** Finds what was sought, in any case of its letters. Holds nothing of the text, so it serves any number of them. */
export class Seeker {
  readonly #patterns: readonly RegExp[];

  constructor(sought: readonly Sought[]) {
    this.#patterns = sought.map(patternOf);
  }

  /** How many of the sought things the text has. */
  count(text: string): number {
    return this.#patterns.filter((pattern) => text.search(pattern) !== -1).length;
  }

  /** Where they stand, in order; none lies over another. */
  places(text: string): Span[] {
    const all = this.#patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const places: Span[] = [];
    for (const place of all) if (place.start >= (places.at(-1)?.end ?? 0)) places.push(place);
    return places;
  }
}

function patternOf({ how, words }: Sought): RegExp {
  if (how === "piece") return new RegExp(words[0].replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&"), "giu");
  const ends = how === "whole" ? String.raw`(?![\p{L}\p{N}\p{M}])` : "";
  const starts = String.raw`(?<![\p{L}\p{N}\p{M}])`;
  const parts = words.map((word) => partsOf(word).join(WITHIN));
  // The index may have found a word with signs inside by its parts.
  const apart = words.length === 1 ? partsOf(words[0]) : [];
  return new RegExp(`${starts}(?:${[parts.join(BETWEEN), ...apart].join("|")})${ends}`, "giu");
}
