import type { Block, Direction } from "./article";
import { guessBlocks } from "./blocks";

/**
 * What a text says about itself, as a first proposal that people correct: its title, its language and the
 * direction that it is written in.
 */

/** How much of a text is read: enough to tell, whatever its length. UTF-16 code units. */
const LOOKED_AT = 20_000;
const LONGEST_TITLE = 300;

/** The headline, else the first words of the text; Markdown's signs around it are left out. */
export function guessTitle(text: string): string {
  const opening = text.slice(0, LOOKED_AT);
  const blocks = guessBlocks(opening);
  const block = blocks.find(({ kind }) => kind === "headline") ?? firstOf(blocks);
  const line = block ? opening.slice(block.start, block.end) : "";
  const title = line
    .replace(/^\s*#{1,6}\s+/u, "")
    .replace(/^(\*\*|__|\*|_)(.+)\1$/u, "$2")
    .replace(/\s+/gu, " ")
    .trim();
  return shortened(title || line.trim());
}

function firstOf(blocks: readonly Block[]): Block | undefined {
  return blocks.find(({ kind }) => kind === "body") ?? blocks[0];
}

/** Cut at a space where there is one, never inside a character. */
function shortened(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE - 1);
  const space = cut.lastIndexOf(" ");
  const whole = space > LONGEST_TITLE / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${whole}…`;
}

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;

/** By the first letter, as `dir="auto"` does. @see https://www.unicode.org/reports/tr9/#P2 */
export function guessDirection(text: string): Direction {
  const first = /\p{L}/u.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first) ? "rtl" : "ltr";
}

/** Scripts that one language of news is most written in. Japanese before Chinese: it uses Chinese signs too. */
const BY_SCRIPT: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["fa", /[پچژگک]/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["uk", /[іїєґ]/giu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
];
/** A script counts when it has this share of the letters; the telling letters of fa and uk are rare ones. */
const SHARE: Record<string, number> = { ja: 0.1, fa: 0.02, uk: 0.02 };

/** Small words that are frequent in one language and rare in the others. */
const SMALL_WORDS: Record<string, string> = {
  en: "the and of to that was with for said his this not have from which would had were",
  de: "der die und das ist nicht mit den von dem ein eine sich auf auch wurde dass im zu",
  fr: "les des est une dans pour que qui sur avec pas par sont au du il elle cette été",
  es: "los las una por con para del que como más pero sus fue este según también dijo el",
  pt: "não uma com para dos das que foi mais pelo pela são também ao em disse os as",
  it: "che della con gli non una per sono dei del nel alla anche più questo ha di è",
  nl: "het een van dat niet met voor zijn ook aan bij naar maar werd hij ze uit er",
  sv: "och att det som inte för är på med till den av ett har om var han så",
  da: "og det at af ikke er til på for med den en som har blev også fra der",
  pl: "się nie na że jest to przez od jak ale po oraz który jego był dla są za",
  tr: "bir ve bu için ile olarak daha da de olan gibi çok ama kadar sonra dedi ancak",
};
const SMALL = new Map(
  Object.entries(SMALL_WORDS).map(([language, words]) => [language, new Set(words.split(" "))]),
);

/** The language by its script, else by its small words; `otherwise` where too little tells. BCP 47. */
export function guessLanguage(text: string, otherwise = "en"): string {
  const opening = text.slice(0, LOOKED_AT);
  const letters = opening.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return otherwise;
  for (const [language, sign] of BY_SCRIPT) {
    if ((opening.match(sign)?.length ?? 0) >= letters * (SHARE[language] ?? 0.4)) return language;
  }
  return bySmallWords(opening) ?? otherwise;
}

function bySmallWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = [...SMALL]
    .map(([language, small]) => ({ language, count: words.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [best, second] = scores;
  if (!best || best.count < 3 || best.count === second?.count) return null;
  return best.language;
}
