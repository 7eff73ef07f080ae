import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";

import { DomainError } from "~/core/errors";
import { unzipped } from "./unzip";

const LIMITS = { files: 3, bytes: 1_000_000 };
const all = () => true;

test("gives the wanted files by name", () => {
  const archive = zipSync({ "a.txt": strToU8("one 🙂"), "b/c.ann": strToU8(""), "d.png": strToU8("x") });
  const files = unzipped(archive, LIMITS, (name) => !name.endsWith(".png"));
  expect([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
    ["a.txt", "one 🙂"],
    ["b/c.ann", ""],
  ]);
});

test.each([
  ["one file that swells", { a: new Uint8Array(5_000_000) }, /more than 1 MB/],
  ["many files", { a: strToU8("1"), b: strToU8("2"), c: strToU8("3"), d: strToU8("4") }, /more than 3 files/],
])("%s is refused while it is unpacked", (_, files, sentence) => {
  const archive = zipSync(files, { level: 1 });
  expect(() => unzipped(archive, LIMITS, all)).toThrow(sentence);
  expect(() => unzipped(archive, LIMITS, all)).toThrow(DomainError);
});

test("a broken archive is refused with a sentence", () => {
  const archive = zipSync({ a: strToU8("The wall cost 412 million. ".repeat(50)) });
  archive.fill(255, 40, 80);
  expect(() => unzipped(archive, LIMITS, all)).toThrow(/broken/);
});
