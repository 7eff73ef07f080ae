import fc from "fast-check";
import { expect, test } from "vitest";

import { anyCharacter } from "~/server/formats/fixtures/dossiers";
import { attachment, safeName } from "./file-name";

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
