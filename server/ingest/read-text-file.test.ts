import { describe, expect, it } from "vitest";

import { acceptText } from "~/core/text";
import type { Conversion } from "./add-article";
import { readTextFile } from "./read-text-file";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());
const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("a file that is read", () => {
  const cases: [what: string, name: string, bytes: Uint8Array, conversions: Conversion[], text: string][] = [
    ["plain text", "a.txt", utf8("Wall\n"), [], "Wall\n"],
    ["Markdown, in capitals", "NOTES.MD", utf8("# Wall\n"), [], "# Wall\n"],
    ["a byte-order mark and CRLF", "a.txt", utf8("\uFEFFWall\r\nquay\r"), [], "Wall\nquay\n"],
    ["emoji, combining marks and Arabic", "a.markdown", utf8("👩🏽‍🚒 e\u0301 نعم\n"), [], "👩🏽‍🚒 e\u0301 نعم\n"],
    ["UTF-16, agreed", "a.txt", utf16le("\uFEFFWall “quay”\n"), ["utf-16le"], "Wall “quay”\n"],
    ["UTF-16 the other way round, agreed", "a.txt", utf16be("\uFEFFWall\n"), ["utf-16be"], "Wall\n"],
    ["Windows-1252, agreed", "a.txt", latin("\x93caf\xe9\x94\n"), ["windows-1252"], "“café”\n"],
    ["a name that is a path", "../../etc/passwd.txt", utf8("Wall\n"), [], "Wall\n"],
  ];

  it.each(cases)("%s", (_, name, bytes, conversions, text) => {
    const read = readTextFile({ name, bytes }, conversions);
    expect(read.ok && acceptText(read.raw)).toEqual({ ok: true, text, replaced: 0 });
  });
});

describe("a file that is refused", () => {
  it.each([
    ["another ending", "a.docx", utf8("Wall\n"), /\.txt or \.md/, null],
    ["no ending", "wall", utf8("Wall\n"), /\.txt or \.md/, null],
    ["nothing in it", "a.txt", new Uint8Array(), /empty/, null],
    ["a PDF by another name", "a.txt", utf8("%PDF-1.7 …"), /PDF/, null],
    ["a Word file by another name", "a.md", utf8("PK\u0003\u0004 …"), /Word/, null],
    ["bytes that are no text", "a.txt", new Uint8Array([0, 159, 1, 200, 3, 0, 7, 255]), /not text/, null],
    ["UTF-16", "a.txt", utf16le("\uFEFFWall\n"), /UTF-16/, "utf-16le"],
    ["UTF-16 without its mark", "a.txt", utf16be("Wall and quay\n"), /UTF-16/, "utf-16be"],
  ] as const)("%s", (_, name, bytes, sentence, offer) => {
    const read = readTextFile({ name, bytes });
    expect(read).toMatchObject({
      ok: false,
      offer,
      problems: [{ sentence: expect.stringMatching(sentence) as string }],
    });
  });

  it("Windows-1252, with the place of its first such character and the offer to read it so", () => {
    const read = readTextFile({ name: "a.txt", bytes: latin("Fine.\nA caf\xe9.\n") });
    expect(read).toMatchObject({ ok: false, offer: "windows-1252", problems: [{ line: 2, column: 6 }] });
  });
});
