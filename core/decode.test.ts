import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { decodeText, type Encoding, MAX_TEXT_BYTES } from "./decode";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, encoding: "utf-16le" | "utf-16be"): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === "utf-16le");
  }
  return new Uint8Array(view.buffer);
}

const bytes = (...parts: (number | string)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...utf8(part)])));

describe("what a file looks like", () => {
  test.each<[string, Uint8Array, Encoding | null]>([
    ["Windows-1252 quotation marks", bytes("He said ", 0x93, "no", 0x94, "."), "windows-1252"],
    ["Latin-1 letters", bytes("caf", 0xe9, "\n"), "windows-1252"],
    ["UTF-16LE with its mark", utf16("\u{FEFF}Hello", "utf-16le"), "utf-16le"],
    ["UTF-16BE with its mark", utf16("\u{FEFF}Hello", "utf-16be"), "utf-16be"],
    ["UTF-16LE without it", utf16("Hello, “world”\n", "utf-16le"), "utf-16le"],
    ["UTF-16BE without it", utf16("Hello, “world”\n", "utf-16be"), "utf-16be"],
    [
      "UTF-16LE Japanese without it",
      utf16("首相は「増税はしない」と述べた。\n記者団が質問した。\n", "utf-16le"),
      "utf-16le",
    ],
    ["noise", bytes(0xff, 0x01, 0x02, 0x00, 0x80, 0x00), null],
    ["controls", bytes("a", 0xff, 0x01), null],
    ["a PDF", bytes("%PDF-1.7 …"), null],
    ["a zip", bytes("PK", 3, 4, 20, 0), null],
    ["RTF", bytes("{\\rtf1 Hello}"), null],
    ["NULs all over", bytes(0, 0, 0, 0, 1, 2, 3, 4), null],
  ])("%s is refused, with the right offer", (_, file, offer) => {
    const answer = decodeText(file);
    expect(answer).toMatchObject({ ok: false, offer });
    expect(answer).toHaveProperty("sentence", expect.stringMatching(/\.$/));
  });

  it("names the line and column of the first byte that is not UTF-8", () => {
    const answer = decodeText(bytes("one 😀\r\nsay ", 0x93, "yes", 0x94));
    expect(answer).toMatchObject({ ok: false, line: 2, column: 5 });
  });

  it("names the end of a file that breaks off inside a character", () => {
    expect(decodeText(utf8("ab€").subarray(0, 4))).toMatchObject({ ok: false, line: 1, column: 3 });
  });

  it("leaves a stray NUL to be placed by acceptText", () => {
    expect(decodeText(utf8("hello\0world"))).toEqual({ ok: true, raw: "hello\0world", encoding: "utf-8" });
  });
});

describe("reading as agreed", () => {
  it("reads every byte of Windows-1252", () => {
    expect(decodeText(bytes(0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x9f, 0xe9), "windows-1252")).toEqual({
      ok: true,
      raw: "€‘’“”–—Ÿé",
      encoding: "windows-1252",
    });
  });

  it("keeps half a pair, so that its place can be shown", () => {
    expect(decodeText(utf16("a\uD83Db", "utf-16be"), "utf-16be")).toMatchObject({
      ok: true,
      raw: "a\uD83Db",
    });
  });

  it("refuses half a code unit", () => {
    expect(decodeText(utf16("ab", "utf-16le").subarray(0, 3), "utf-16le")).toMatchObject({
      ok: false,
      offer: null,
    });
  });

  it("reads a view into a larger buffer", () => {
    expect(decodeText(bytes(0, "é").subarray(1))).toMatchObject({ ok: true, raw: "é" });
    expect(decodeText(bytes(0, "a", 0).subarray(1), "utf-16le")).toMatchObject({ ok: true, raw: "a" });
  });

  it("gives back what was written", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.constantFrom("utf-16le" as const, "utf-16be" as const),
        (text, wide) => {
          expect(decodeText(utf16(text, wide), wide)).toEqual({ ok: true, raw: text, encoding: wide });
          expect(decodeText(utf8(`.${text}`))).toEqual({ ok: true, raw: `.${text}`, encoding: "utf-8" });
        },
      ),
    );
  });
});

describe("a file too large for one article", () => {
  const letters = (count: number) => new Uint8Array(count).fill(0x61);

  it("is refused with the limits that apply", () => {
    expect(decodeText(letters(MAX_TEXT_BYTES + 1))).toMatchObject({
      ok: false,
      sentence: expect.stringMatching(/4\.5 MB.*1,500,000 characters/) as string,
      offer: null,
    });
  });

  it("is read as long as its text need not be too long", () => {
    expect(decodeText(letters(MAX_TEXT_BYTES)).ok).toBe(true);
  });
});
