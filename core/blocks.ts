import type { Block } from "./article";
import type { Span } from "./tag";

/**
 * What each paragraph of an article is to the page. A block is one paragraph that is not empty; the guess
 * reads form alone (place, length, marks, glue), so that it works in any language, and is corrected by hand.
 */

/** A line with something in it, while its kind is being guessed. */
interface Line extends Span {
  readonly words: string;
  /** No empty line lies between it and the line before. */
  readonly glued: boolean;
}

/** Lengths in UTF-16 code units, generous ones: a title beyond them is a paragraph. */
const LONGEST = { headline: 200, standfirst: 500, caption: 600, credit: 160 };

/** How far down the page headline, standfirst, bylines and their like may reach, in lines. */
const OPENING = 8;

const HEADING = /^#{1,6}\s/;
const CREDIT_WORD =
  /(?:^|[\s([])(?:photos?|photographs?|pictures?|images?|credits?|illustrations?|graphics?|fotos?|bild|crédit photo)(?: credits?| by)?\s?:/iu;
const AGENCY =
  /(?:\bvia |\/ ?|\bphoto by )(?:getty images|reuters|afp|ap photo|ap|tass|epa|dpa|shutterstock|bloomberg)\)?\.?$|\((?:ap|afp|reuters|epa|dpa)(?: photo)?\s?\//iu;
const IMAGE = /^!\[/;
const BYLINE =
  /^(?:By|Von|Par|Por|Text|Words|Story by|Reporting by|Additional reporting by|Edited by)[:\s]\s*/u;
const DATELINE =
  /^(?:(?:last )?updated|published|posted)\b|^\P{L}*\d{1,2}\P{L}*\p{L}{3,9}\.?\P{L}*\d{4}\P{L}*$/iu;
/** The small words that stand between the names of a byline. */
const BETWEEN_NAMES = new Set([
  "and",
  "by",
  "und",
  "et",
  "y",
  "e",
  "de",
  "of",
  "for",
  "in",
  "van",
  "von",
  "with",
  "the",
  "der",
  "la",
]);

/** The paragraphs of a text, empty ones too: each is one line, without its LF. */
export function paragraphsOf(text: string): Span[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    return span;
  });
}

/** A block for every paragraph that is not empty, in the text's order, its kind guessed. */
export function guessBlocks(text: string): Block[] {
  const lines = linesOf(text);
  const kinds = lines.map<Block["kind"]>((line, index) => aside(line, index, lines.length) ?? "body");
  const headline = lines.findIndex(
    (line, index) => kinds[index] === "body" && index < OPENING && isHeadline(line),
  );
  const isFirst = headline !== -1 && kinds.slice(0, headline).every((kind) => kind !== "body");
  if (isFirst && lines.length > 1) {
    kinds[headline] = "headline";
    const last = lastOfStandfirst(lines, kinds, headline);
    for (let index = headline + 1; index <= last; index += 1)
      if (kinds[index] === "body") kinds[index] = "standfirst";
  }
  return lines.map(({ start, end }, index) => ({ kind: kinds[index] ?? "body", start, end }));
}

function linesOf(text: string): Line[] {
  let glued = false;
  return paragraphsOf(text).flatMap((span) => {
    const words = text.slice(span.start, span.end).trim();
    const line = { ...span, words, glued };
    glued = words !== "";
    return glued ? [line] : [];
  });
}

/** Caption or credit, by their own marks; null for what stands in the article's own flow. */
function aside({ words }: Line, index: number, count: number): "caption" | "credit" | null {
  if (IMAGE.test(words)) return "caption";
  const mark = words.length <= LONGEST.caption ? CREDIT_WORD.exec(words) : null;
  if (mark) return mark.index === 0 && words.length <= LONGEST.credit ? "credit" : "caption";
  if (words.length <= LONGEST.caption && AGENCY.test(words)) return "caption";
  const isAtEdge = index < OPENING || index === count - 1;
  if (isAtEdge && words.length <= LONGEST.credit && (isByline(words) || DATELINE.test(words)))
    return "credit";
  return null;
}

/** “By” and names alone: “By Monday the water had gone.” is a sentence. */
function isByline(words: string): boolean {
  const opening = BYLINE.exec(words.replace(/^[*_]+/, ""));
  if (!opening || /[.!?]$/.test(words)) return false;
  const names = words.slice(opening[0].length).split(/[\s,;&*_]+/);
  return names.every((name) => name === "" || BETWEEN_NAMES.has(name) || /^\P{Ll}/u.test(name));
}

function isHeadline({ words }: Line): boolean {
  return words.length <= LONGEST.headline && (HEADING.test(words) || !/[.。．]["'”’»」]?$/u.test(words));
}

/**
 * The last line of the standfirst, or the headline's own where there is none. What stands between headline
 * and body is a standfirst when something sets it off: it is glued to the headline or to a caption, a byline
 * follows it, it is a heading or set in italics, or it is short and does not end as a sentence.
 */
function lastOfStandfirst(lines: readonly Line[], kinds: readonly Block["kind"][], headline: number): number {
  const hasGaps = lines.some((line, index) => index > 0 && !line.glued);
  let last = headline;
  for (let index = headline + 1; index < Math.min(lines.length - 1, headline + OPENING); index += 1) {
    const [line, next] = [lines[index], lines[index + 1]];
    if (!line || !next) break;
    if (kinds[index] !== "body") continue;
    const setOff =
      (hasGaps && line.glued && !next.glued) ||
      (hasGaps && next.glued && kinds[index + 1] !== "body") ||
      isByline(next.words) ||
      HEADING.test(line.words) ||
      /^[*_].*[*_]$/u.test(line.words) ||
      isHeadline(line);
    if (!setOff || line.words.length > LONGEST.standfirst) break;
    last = index;
  }
  return last;
}

/** The block that holds an offset; null between blocks. `blocks` are in the text's order. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = blocks[low];
  return found && found.start <= offset ? found : null;
}

/** True in headline, standfirst and first body paragraph: what a reader is sure to see. */
export function isProminent(blocks: readonly Block[], offset: number): boolean {
  const block = blockAt(blocks, offset);
  if (!block) return false;
  if (block.kind === "headline" || block.kind === "standfirst") return true;
  return block.kind === "body" && block === blocks.find(({ kind }) => kind === "body");
}
