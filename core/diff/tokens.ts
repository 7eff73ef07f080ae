import type { Run } from "./change";
import type { Match } from "./landmarks";

/**
 * Texts as rows of numbers, which is how two revisions are compared: a word is one token, and so are a mark, the
 * blanks between two words and a line end; scripts that write words together are taken character by character.
 */
export interface Tokens {
  /** The same number for the same words, in every text that one vocabulary read. */
  readonly ids: readonly number[];
  /** Where each token begins in the text, and behind them where the last one ends. */
  readonly starts: readonly number[];
}

const WORD = 1;
const BLANK = 2;
const ALONE = 3;
const PAIR = 4;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What each code unit is, found out when it is first met; 0 until then. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  const found = kindOf(String.fromCharCode(unit));
  kinds[unit] = found;
  return found;
}

function kindOf(character: string): number {
  if (/[\u{D800}-\u{DBFF}]/u.test(character)) return PAIR;
  if (character !== "\n" && /\s/.test(character)) return BLANK;
  return /[\p{L}\p{M}\p{N}_]/u.test(character) && !UNSPACED.test(character) ? WORD : ALONE;
}

/** Gives every word its number. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  /** The tokens of a stretch of the text, in order; together they are all of it. */
  read(text: string, start = 0, end = text.length): Tokens {
    const ids: number[] = [];
    const starts: number[] = [];
    for (let place = start; place < end;) {
      const kind = kindAt(text, place);
      let next = Math.min(end, place + (kind === PAIR ? 2 : 1));
      if (kind === WORD || kind === BLANK) while (next < end && kindAt(text, next) === kind) next += 1;
      starts.push(place);
      ids.push(this.#numberOf(text.slice(place, next)));
      place = next;
    }
    starts.push(end);
    return { ids, starts };
  }

  #numberOf(words: string): number {
    const known = this.#numbers.get(words);
    if (known !== undefined) return known;
    const next = this.#numbers.size;
    this.#numbers.set(words, next);
    return next;
  }
}

/** The text that equal tokens stand for. */
export function inText({ a, b, length }: Match, before: Tokens, after: Tokens): Run {
  const start = before.starts[a] ?? 0;
  return {
    before: start,
    after: after.starts[b] ?? 0,
    length: (before.starts[a + length] ?? start) - start,
  };
}
