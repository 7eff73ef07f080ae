import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";

import { bytesOf, keptText } from "./fixtures/dossiers";
import type { PackedFile } from "./format";
import { zipped } from "./zip";

const AT = "2026-03-02T10:00:00.000Z";

async function* eachFile(files: readonly PackedFile[]): AsyncGenerator<PackedFile> {
  for (const file of files) yield await Promise.resolve(file);
}

test("every file comes out of the archive as it went in", async () => {
  const texts = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}\/[a-zé漢]{1,8}$/),
    fc.array(keptText, { maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (contents) => {
      const files = Object.entries(contents).map(([name, content]) => ({ name, content }));
      const unpacked = unzipSync(await bytesOf(zipped(eachFile(files), AT)));
      expect(Object.keys(unpacked)).toEqual(files.map(({ name }) => name));
      for (const { name, content } of files) expect(strFromU8(unpacked[name]!)).toBe(content.join(""));
    }),
  );
});

test("is made while it is read, and the same files make the same archive", async () => {
  const line = "The wall cost 412 million. ".repeat(200);
  let made = 0;
  async function* long(): AsyncGenerator<string> {
    for (; made < 1_000; made += 1) yield await Promise.resolve(`${line}${made * 7919}\n`);
  }
  const archive = zipped(eachFile([{ name: "long.txt", content: long() }]), AT)[Symbol.asyncIterator]();
  await archive.next();
  await archive.next();
  expect(made).toBeLessThan(500);
  const files = [{ name: "a.txt", content: ["x"] }];
  expect(await bytesOf(zipped(eachFile(files), AT))).toEqual(await bytesOf(zipped(eachFile(files), AT)));
});
