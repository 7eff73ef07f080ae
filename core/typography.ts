/** What a house style changes without touching what is said: the shape of quotation marks, dashes and spaces. */

const INVISIBLE = /[\u{AD}\u{200B}\u{2060}\u{FEFF}]/gu;
const QUOTES = /["'`´‘’‚‛“”„‟‹›«»]/gu;
const DASHES = /-{2,3}|[-‐‑‒–—―−]/gu;
const SPACES = /[^\S\n]+/gu;

/**
 * True for words that differ in nothing but the style of quotation marks, apostrophes and dashes and the kind and
 * number of spaces. A quotation mark, dash or space more or less is another matter, but for the spaces about a dash.
 */
export function isSameButForTypography(one: string, other: string): boolean {
  const [plainOne, plainOther] = [plain(one), plain(other)];
  return plainOne === plainOther || withLongDashes(one) === withLongDashes(other);
}

function plain(words: string): string {
  return words.replace(INVISIBLE, "").replace(QUOTES, "'").replace(SPACES, " ").replace(DASHES, "-");
}

/** Some houses set a dash—so, others – so. */
function withLongDashes(words: string): string {
  return plain(words.replace(/[^\S\n]+(?:-{1,3}|[‐‑‒–—―−])[^\S\n]+|—|-{2,3}/gu, "\u{2E3A}"));
}
