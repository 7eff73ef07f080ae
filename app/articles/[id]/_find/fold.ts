/** A text without differences of case, accents and typography, and the way back into the text as it is. */
export interface Folded {
  readonly text: string;
  /** For each unit of the folded text, and for its end, where the character that gave it begins. */
  readonly offsets: Uint32Array;
}

/** What typography writes differently from a keyboard. */
const TYPED: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "‛": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "‐": "-",
  "‑": "-",
  "–": "-",
  "—": "-",
  "−": "-",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
};

/** A character as it is compared: "É" as "e", "ß" as "ss", a combining mark as nothing. */
export function foldCharacter(character: string): string {
  const bare = TYPED[character] ?? withoutMarks(character);
  return withoutMarks(bare.toUpperCase().toLowerCase());
}

function withoutMarks(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "");
}

/** What characters beyond ASCII come to: a text has few of them, again and again. */
const known = new Map<string, string>();

/** @param from where in the whole text the part begins, so that the offsets are the whole text's */
export function fold(part: string, from = 0): Folded {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  while (at < part.length) {
    // Runs of ASCII, most of most texts, go together: a long text is folded while somebody types.
    const begun = at;
    for (; part.charCodeAt(at) < 0x80; at += 1) offsets.push(from + at);
    if (at > begun) pieces.push(part.slice(begun, at).toLowerCase());
    if (at === part.length) break;
    const character = String.fromCodePoint(part.codePointAt(at) ?? 0);
    const piece = known.get(character) ?? foldCharacter(character);
    known.set(character, piece);
    for (let unit = 0; unit < piece.length; unit += 1) offsets.push(from + at);
    pieces.push(piece);
    at += character.length;
  }
  offsets.push(from + part.length);
  return { text: pieces.join(""), offsets: Uint32Array.from(offsets) };
}
