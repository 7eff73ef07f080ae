import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { checkSpan } from "./anchor";
import { caseless, occurrencesOf, type Sought } from "./occurrences";

function find(text: string, words: string, choices: Partial<Sought> = {}): string[] {
  return occurrencesOf(text, { words, language: "en", matchCase: true, ...choices }).map(
    ({ start, end }) => `${start} ${text.slice(start, end)}`,
  );
}

describe("the places of words", () => {
  it.each([
    ["every one", "wall, a wall; the wall", "wall", ["0 wall", "8 wall", "18 wall"]],
    ["whole words alone", "walls wallpaper wall sea-wall", "wall", ["16 wall", "25 wall"]],
    ["several words, over a hyphen", "sea wall sea-wall sea wall", "sea wall", ["0 sea wall", "18 sea wall"]],
    ["marks with the words", "“Yes,” “Yes,” Yes,", "“Yes,”", ["0 “Yes,”", "7 “Yes,”"]],
    ["numbers whole", "2 of 12, 2.5 and 2", "2", ["0 2", "17 2"]],
    ["without those in each other", "ha ha ha ha", "ha ha", ["0 ha ha", "6 ha ha"]],
    ["without white space at the edges", "wall wall", " wall\n", ["0 wall", "5 wall"]],
    ["over line ends", "a b\nc a b\nc", "b\nc", ["2 b\nc", "8 b\nc"]],
    ["none of blanks alone", "a  b", " ", []],
    ["what looks like a pattern as it is", "a.c abc (a.c)", "a.c", ["0 a.c", "9 a.c"]],
    ["no half of a character", "e e\u0301 e", "e", ["0 e", "5 e"]],
    ["pictures of several code points", "👩‍👧 👩 👩‍👧", "👩", ["6 👩"]],
    ["words of writing without blanks", "議会は議会だ", "議会", ["0 議会", "3 議会"], "ja"],
  ] as const)("finds %s", (_, text, words, expected, language: string = "en") => {
    expect(find(text, words, { language })).toEqual(expected);
  });

  it.each([
    ["Wall wall WALL", "wall", ["0 Wall", "5 wall", "10 WALL"]],
    ["İstanbul istanbul", "Istanbul", ["0 İstanbul", "9 istanbul"]],
    ["ΟΔΟΣ οδος οδοσ", "οδος", ["0 ΟΔΟΣ", "5 οδος", "10 οδοσ"]],
    ["straße STRASSE", "Straße", ["0 straße"]],
  ])("without regard to case, in “%s”", (text, words, expected) => {
    expect(find(text, words, { matchCase: false })).toEqual(expected);
  });
});

const text = fc.string({
  unit: fc.constantFrom("a", "A", "b", " ", "’", "-", "\n", "e\u0301", "👩‍👧", "7", "ß", "İ"),
});

/** The same by walking all parts of the whole text's paragraphs and comparing at each break. */
function byWalking(whole: string, { words, language, matchCase }: Sought): string[] {
  const breaks = (granularity: "word" | "grapheme") => {
    const places = new Set<number>();
    let start = 0;
    for (const paragraph of whole.split("\n")) {
      for (const { index } of new Intl.Segmenter(language, { granularity }).segment(paragraph))
        places.add(start + index);
      start += paragraph.length + 1;
      places.add(start - 1).add(start);
    }
    return places;
  };
  const characters = breaks("grapheme");
  const places = new Set([...breaks("word")].filter((place) => characters.has(place)));
  const needle = words.trim();
  const fold = (part: string) => (matchCase ? part : caseless(part));
  const found: string[] = [];
  for (let start = 0; needle !== "" && start < whole.length; start += 1) {
    const end = start + needle.length;
    if (!places.has(start) || !places.has(end) || fold(whole.slice(start, end)) !== fold(needle)) continue;
    found.push(`${start} ${whole.slice(start, end)}`);
    start = end - 1;
  }
  return found;
}

describe("in any text", () => {
  it("are what walking through all of it finds, and may each carry a tag", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 6 }), fc.boolean(), (whole, from, length, matchCase) => {
        const start = whole.length === 0 ? 0 : from % whole.length;
        const sought = { words: whole.slice(start, start + length), language: "en", matchCase };
        const found = occurrencesOf(whole, sought);
        for (const span of found) checkSpan(whole, span);
        expect(found.map((span) => `${span.start} ${whole.slice(span.start, span.end)}`)).toEqual(
          byWalking(whole, sought),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("keep their places when case is forgotten", () => {
    // No letter of a higher plane has a case.
    const codes = Array.from({ length: 0x20000 }, (_, code) => code);
    const letters = codes.filter((code) => code < 0xd800 || code > 0xdfff);
    const every = letters.map((code) => String.fromCodePoint(code)).join(" ");
    expect(caseless(every)).toHaveLength(every.length);
  });
});
