import type { Span } from "./tag";

/**
 * Whether a word goes on across a place, so that what was put there changed the word: "10" in "110", "lethal" in
 * "non-lethal", "5" in "5.5". Scripts that write words together have no such places.
 */

const UNSPACED = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
  .map((script) => `\\p{Script=${script}}`)
  .join("");
const INNER = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}_]`;
const ENDS = new RegExp(`(?:${INNER}|${INNER}[-‐‑–'’]|\\p{N}[.,:])$`, "u");
const BEGINS = new RegExp(`^(?:${INNER}|[-‐‑–'’]${INNER}|[.,:]\\p{N})`, "u");
const ENDS_IN_LETTER = new RegExp(`${INNER}$`, "u");
const BEGINS_WITH_LETTER = new RegExp(`^${INNER}`, "u");

/** Enough of the text on either side to see a word's last two characters. */
const NEAR = 4;

/** True where the same word stands on both sides. */
export function isJoined(text: string, place: number): boolean {
  const last = text.slice(Math.max(0, place - NEAR), place);
  const next = text.slice(place, place + NEAR);
  if (!ENDS.test(last) || !BEGINS.test(next)) return false;
  return ENDS_IN_LETTER.test(last) || BEGINS_WITH_LETTER.test(next);
}

/** How far an edge is moved at most to take in the rest of a word. */
const LONGEST = 100;

/** The span grown by the rest of the words that go on across its edges. */
export function toWholeWords(text: string, { start, end }: Span): Span {
  let [first, last] = [start, end];
  while (start - first < LONGEST && isJoined(text, first)) first -= 1;
  while (last - end < LONGEST && isJoined(text, last)) last += 1;
  return { start: first, end: last };
}
