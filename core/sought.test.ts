import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readSought, Seeker } from "./sought";

const whole = (...words: string[]) => ({ how: "whole", words });
const beginning = (word: string) => ({ how: "beginning", words: [word] });
const piece = (word: string) => ({ how: "piece", words: [word] });

describe("reading what was typed", () => {
  it.each([
    ["", []],
    ["harb", [beginning("harb")]],
    ["  harbour   wa ", [whole("harbour"), beginning("wa")]],
    ["“harbour wall” 412", [whole("harbour", "wall"), beginning("412")]],
    ['412 "harbour"', [whole("412"), whole("harbour")]],
    ['"harbour wall', [whole('"harbour'), beginning("wall")]],
    ["«»", []],
    ["“ & ”", [piece("&")]],
    ["港の壁 wall", [piece("港の壁"), beginning("wall")]],
    ["“港 壁”", [piece("港 壁")]],
    ["% wall", [piece("%"), beginning("wall")]],
  ])("%s", (typed, sought) => {
    expect(readSought(typed)).toEqual(sought);
  });
});

describe("finding it in a text", () => {
  const found = (typed: string, text: string) =>
    new Seeker(readSought(typed)).places(text).map(({ start, end }) => text.slice(start, end));

  it.each([
    ["harb", "Harbours, arbours, HARBOUR", ["Harb", "HARB"]],
    ["“harbour”", "Harbours and a harbour", ["harbour"]],
    ["“harbour wall”", "Harbour wall; harbour\nwall; wall harbour", ["Harbour wall", "harbour\nwall"]],
    ["3.5", "3.5 metres, 35, 5", ["3.5", "3", "5"]],
    ["o’brien", "O’Brien and O'Brien", ["O’Brien", "O'Brien"]],
    ["C++ wall", "c++ walls", ["c", "wall"]],
    ["港", "入港した", ["港"]],
    ["wall wa", "wall way", ["wall", "wa"]],
    [".* w", "a.* wall", [".*", "w"]],
  ])("%s in %s", (typed, text, places) => {
    expect(found(typed, text)).toEqual(places);
  });

  it("takes whatever is typed, and gives places in order, none over another", () => {
    const text = "Harbour wall (“3.5”) — 港の壁 a.b*c [d] ^e$ \\f | g-h";
    const anything = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.constantFrom(...text.split(" ")),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        let last = 0;
        for (const { start, end } of new Seeker(readSought(typed)).places(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });
});
