import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { fold, foldCharacter } from "./fold";
import { firstAtOrAfter, matchFrom, SearchedText, type Sought } from "./matches";

const loosely = { matchCase: false, wholeWords: false };

function found(text: string, sought: Sought, part?: number): string[] {
  return [...new SearchedText(text, part).search(sought)]
    .flat()
    .map(({ start, end }) => text.slice(start, end));
}

describe("what is found in a text", () => {
  it.each([
    ["whatever the case", "Wall, WALL and wall", "wall", ["Wall", "WALL", "wall"]],
    ["whatever the accents", "café cafe CAFÉ", "cafe", ["café", "cafe", "CAFÉ"]],
    ["accents that stand by themselves", "cafe\u0301s", "café", ["cafe\u0301"]],
    ["ß as ss, and ss as ß", "Straße STRASSE", "strasse", ["Straße", "STRASSE"]],
    ["but not one s of an ß", "Maß", "s", []],
    ["a Turkish capital", "İstanbul istanbul", "istanbul", ["İstanbul", "istanbul"]],
    ["a final sigma", "ΛΟΓΟΣ λόγος", "λογοσ", ["ΛΟΓΟΣ", "λόγος"]],
    ["ligatures", "ﬁne fine", "fine", ["ﬁne", "fine"]],
    ["typed quotation marks", "“It’s so,” – she said", `"it's so," - she`, ["“It’s so,” – she"]],
    ["characters of two units", "a 🦀🦀 b 🦀", "🦀", ["🦀", "🦀", "🦀"]],
    ["Arabic without its vowel signs", "كَتَبَ", "كتب", ["كَتَبَ"]],
    ["none over another", "aaaa", "aa", ["aa", "aa"]],
    ["nothing for nothing", "a b", " ", []],
    ["nothing for a mark alone", "e\u0301", "\u0301", []],
  ])("%s", (_, text, words, expected) => {
    expect(found(text, { words, ...loosely })).toEqual(expected);
  });

  it.each([
    ["as it is written, if asked", "Wall wall café cafe", { words: "wall", matchCase: true }, ["wall"]],
    [
      "whole words, if asked",
      "wall walls (wall) drywall Wall’s",
      { wholeWords: true },
      ["wall", "wall", "Wall"],
    ],
    ["whole words without spaces around marks", "a wallé", { words: "wall", wholeWords: true }, []],
    ["signs are no part of words", "10% and 110%", { words: "10%", wholeWords: true }, ["10%"]],
  ])("%s", (_, text, how, expected) => {
    expect(found(text, { words: "wall", ...loosely, ...how })).toEqual(expected);
  });

  it("is the same however the text is cut for searching", () => {
    const characters = fc.constantFrom(
      "a",
      "A",
      "ß",
      "s",
      "S",
      "É",
      "e",
      "\u0301",
      "İ",
      "i",
      "🦀",
      "’",
      "'",
      " ",
      "\n",
    );
    const texts = fc.array(characters, { maxLength: 60 }).map((parts) => parts.join(""));
    const needles = fc.array(characters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        texts,
        needles,
        fc.integer({ min: 1, max: 30 }),
        fc.boolean(),
        fc.boolean(),
        (text, words, part, matchCase, wholeWords) => {
          fc.pre(!words.includes("\n"));
          const sought = { words, matchCase, wholeWords };
          const spans = [...new SearchedText(text, part).search(sought)].flat();
          expect(spans).toEqual([...new SearchedText(text).search(sought)].flat());
          let last = 0;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
            const exact = text.slice(start, end);
            expect(exact.isWellFormed()).toBe(true);
            expect(matchCase ? exact : fold(exact).text).toBe(matchCase ? words : fold(words).text);
          }
        },
      ),
    );
  });

  it("finds every word of a text where it stands", () => {
    const text = fc.array(fc.stringMatching(/^[\p{L}\p{N}]{1,8}$/u), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(), (words, pick) => {
        const place = pick % words.length;
        const start = words.slice(0, place).reduce((sum, word) => sum + word.length + 1, 0);
        const word = words[place]!;
        fc.pre(fold(word).text !== "");
        const spans = [...new SearchedText(words.join(" ")).search({ words: word, ...loosely })].flat();
        expect(spans.some((span) => span.start <= start && span.end >= start + 1)).toBe(true);
      }),
    );
  });
});

describe("a folded text", () => {
  it.each([
    ["a character of two units stays one", "🦀É", "🦀e", [0, 0, 2, 3]],
    ["one that becomes two begins once", "aß!", "ass!", [0, 1, 1, 2, 3]],
    ["a mark leaves nothing", "e\u0301x", "ex", [0, 2, 3]],
  ])("%s", (_, text, folded, offsets) => {
    expect(fold(text)).toEqual({ text: folded, offsets: Uint32Array.from(offsets) });
  });

  it("leads back to characters of the text, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { text: folded, offsets } = fold(text);
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (let unit = 0; unit < folded.length; unit += 1) {
          const at = offsets[unit]!;
          expect(at).toBeLessThanOrEqual(offsets[unit + 1]!);
          expect(foldCharacter(String.fromCodePoint(text.codePointAt(at)!))).toContain(folded[unit]);
        }
      }),
    );
  });
});

describe("the place among matches", () => {
  const matches = [2, 5, 9].map((start) => ({ start, end: start + 1 }));
  it.each([
    [0, 0],
    [2, 0],
    [3, 1],
    [9, 2],
    [10, 0],
  ])("from offset %i it is %i, and after the last the first again", (offset, expected) => {
    expect(matchFrom(matches, offset)).toBe(expected);
  });

  it("is nowhere without matches", () => {
    expect(matchFrom([], 0)).toBe(-1);
    expect(firstAtOrAfter(matches, 10)).toBe(3);
  });
});
