import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { acceptText, codePointsAt, lineAndColumn, MAX_TEXT, paragraphAround } from "./text";

/** Strings of any code units, lone surrogates and NUL among them, and line ends of every kind. */
const anything = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "\r\n",
      "\r",
      "\n",
      "\0",
      "\u{FEFF}",
      "\u2028",
      "\u00A0",
      "\uD83D",
      "\uDE00",
      "👩‍👩‍👧",
      "é",
      "שלום",
      "語",
    ),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
});

describe("acceptText", () => {
  test.each([
    ["LF stays", "one\ntwo", "one\ntwo"],
    ["CRLF", "one\r\ntwo", "one\ntwo"],
    ["CR", "one\rtwo", "one\ntwo"],
    ["CR before CRLF", "one\r\r\ntwo", "one\n\ntwo"],
    ["a leading byte-order mark", "\u{FEFF}one", "one"],
    ["a byte-order mark inside stays", "one\u{FEFF}two", "one\u{FEFF}two"],
    ["no normalisation", "e\u0301 é ﬁ", "e\u0301 é ﬁ"],
    ["line separators and blanks stay", "a\u2028b\u00A0c ", "a\u2028b\u00A0c "],
  ])("%s", (_, raw, text) => {
    expect(acceptText(raw)).toEqual({ ok: true, text, replaced: 0 });
  });

  test.each([
    ["NUL after an emoji", "one\r\ntwo 😀\0", 2, 6, "NUL"],
    ["a high half alone", "\uD83D.", 1, 1, "half"],
    ["a low half alone", "\u{FEFF}a\uDE00", 1, 2, "half"],
    ["halves the wrong way round", "a\uDE00\uD83D", 1, 2, "half"],
  ])("refuses %s with its place", (_, raw, line, column, word) => {
    const refusal = acceptText(raw);
    if (refusal.ok) expect.fail("accepted");
    expect(refusal.problems[0]).toMatchObject({ line, column, replaceable: true });
    expect(refusal.problems[0]?.sentence).toContain(word);
  });

  test.each(["", " \n\t\u00A0\u2028", "\u{FEFF}"])("refuses a text without words (%j)", (raw) => {
    const refusal = acceptText(raw, { replace: true });
    if (refusal.ok) expect.fail("accepted");
    expect(refusal.problems).toMatchObject([{ line: null, replaceable: false }]);
  });

  it("refuses a text that is too long, with both numbers", () => {
    expect(acceptText("x".repeat(MAX_TEXT)).ok).toBe(true);
    const refusal = acceptText("x".repeat(MAX_TEXT + 1));
    expect(refusal).toMatchObject({
      ok: false,
      problems: [{ sentence: expect.stringContaining("1,500,001") as string }],
    });
  });

  it("replaces when asked, and counts", () => {
    expect(acceptText("a\0b\uD83Dc😀", { replace: true })).toEqual({
      ok: true,
      text: "a\u{FFFD}b\u{FFFD}c😀",
      replaced: 2,
    });
  });

  it("tells of fifty problems and how many more there are", () => {
    const refusal = acceptText("x" + "\0".repeat(60));
    if (refusal.ok) expect.fail("accepted");
    expect(refusal.problems).toHaveLength(51);
    expect(refusal.problems.at(-1)?.sentence).toBe("10 more such characters follow.");
  });

  it("gives storable text, and the same again when given its own answer", () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const accepted = acceptText(raw, { replace: true });
        fc.pre(accepted.ok);
        expect(accepted.text.isWellFormed()).toBe(true);
        expect(accepted.text).not.toMatch(/[\0\r]/);
        fc.pre(!accepted.text.startsWith("\u{FEFF}"));
        expect(acceptText(accepted.text)).toEqual({ ok: true, text: accepted.text, replaced: 0 });
      }),
    );
  });
});

describe("codePointsAt", () => {
  it("counts as iterating over characters does, both ways", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const points = codePointsAt(text);
        let offset = 0;
        let count = 0;
        for (const character of text) {
          expect(points.toCodePoint(offset)).toBe(count);
          expect(points.toUtf16(count)).toBe(offset);
          if (character.length === 2)
            expect(() => points.toCodePoint(offset + 1)).toThrow("inside a character");
          offset += character.length;
          count += 1;
        }
        expect(points.toCodePoint(offset)).toBe(count);
        expect(points.toUtf16(count)).toBe(offset);
        expect(points.length).toBe(count);
      }),
    );
  });

  test.each([-1, 4, 0.5, NaN])("refuses %d", (offset) => {
    const points = codePointsAt("a😀");
    expect(() => points.toCodePoint(offset)).toThrow("outside the text");
    expect(() => points.toUtf16(offset)).toThrow("outside the text");
  });
});

test.each([
  ["the beginning", "ab\ncd", 0, 1, 1],
  ["before an LF", "ab\ncd", 2, 1, 3],
  ["after an LF", "ab\ncd", 3, 2, 1],
  ["after an emoji", "\n😀b", 3, 2, 2],
  ["the end", "ab\n", 3, 2, 1],
])("lineAndColumn at %s", (_, text, offset, line, column) => {
  expect(lineAndColumn(text, offset)).toEqual({ line, column });
});

test.each([
  ["\nab\n", 0, 0, 0],
  ["\nab\n", 1, 1, 3],
  ["\nab\n", 3, 1, 3],
  ["\nab\n", 4, 4, 4],
  ["ab", 1, 0, 2],
])("paragraphAround(%j, %d)", (text, offset, start, end) => {
  expect(paragraphAround(text, offset)).toEqual({ start, end });
});
