import type { Change } from "./change";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** So many places of a word are looked at; passages of such words are taken to stand at all of them. */
const MOST_PLACES = 2_000;

/** The text that changes put in, to be asked whether words stand in it. */
export class NewWords {
  readonly #text: string;
  readonly #places = new Map<string, number[]>();

  constructor(text: string, changes: readonly Change[]) {
    this.#text = text;
    for (const { after } of changes) {
      for (const { 0: word, index } of text.slice(after.start, after.end).matchAll(WORD)) {
        const places = this.#places.get(word);
        if (places) places.push(after.start + index);
        else this.#places.set(word, [after.start + index]);
      }
    }
  }

  /** How many times the passage stands there, at least one of its words whole and in what is new. */
  times(passage: string): number {
    let rarest: { at: number; places: readonly number[] } | null = null;
    for (const { 0: word, index } of passage.matchAll(WORD)) {
      const places = this.#places.get(word) ?? [];
      if (rarest === null || places.length < rarest.places.length) rarest = { at: index, places };
    }
    if (rarest === null) return 0;
    const { at, places } = rarest;
    if (places.length > MOST_PLACES) return places.length;
    return places.filter((place) => this.#text.startsWith(passage, place - at)).length;
  }
}
