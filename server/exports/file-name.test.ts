import fc from "fast-check";
import { expect, test } from "vitest";

import { anyCharacter } from "~/server/formats/fixtures/dossiers";
import { attachment, attachmentNamed, safeName } from "./file-name";

test.each([
  ["Harbour wall", "Harbour wall"],
  ["../../etc/passwd", "etc passwd"],
  ["a\r\nSet-Cookie: x=1", "a Set-Cookie x=1"],
  ["exe\u202Egpj", "exe gpj"],
  ["CON", "export CON"],
  ["con.txt", "export con.txt"],
  ["...", "export"],
  ["", "export"],
  ["נמל חיפה", "נמל חיפה"],
  [" -rf ", "rf"],
])("%j becomes %j", (title, name) => {
  expect(safeName(title)).toBe(name);
});

test("what is not ASCII stands in full beside a plain name", () => {
  expect(attachment("Zürich’s (wall)", "csv")).toBe(
    "attachment; filename=\"Zurichs (wall).csv\"; filename*=UTF-8''Z%C3%BCrich%E2%80%99s%20%28wall%29.csv",
  );
  expect(attachment("漢字", "csv")).toBe(
    "attachment; filename=\"export.csv\"; filename*=UTF-8''%E6%BC%A2%E5%AD%97.csv",
  );
});

test("any title gives a header that a browser takes, and a name below 255 bytes", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 80 }), (title) => {
      const header = attachment(title, "json");
      expect(header).toMatch(
        /^attachment; filename="[ !#-[\]-~]+\.json"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+\.json$/,
      );
      expect(() => new Headers({ "content-disposition": header })).not.toThrow();
      expect(Buffer.byteLength(`${safeName(title)}.json`)).toBeLessThan(255);
    }),
  );
});

test.each([
  ["minutes.pdf", 'filename="minutes.pdf"'],
  ["Tape 4.final.WAV", 'filename="Tape 4.final.WAV"'],
  ["README", 'filename="README"'],
  [".env", 'filename="env"'],
  ["a.", 'filename="a"'],
  ["../../x\r\n.exe", 'filename="x.exe"'],
  ["漢字.txt", 'filename="export.txt"'],
  ["invoice.exe\u202Efdp", 'filename="invoice.exe fdp"'],
])("a file that came in as %j goes out as %s", (name, part) => {
  expect(attachmentNamed(name)).toContain(`attachment; ${part}; filename*=UTF-8''`);
});
