import fc from "fast-check";
import { expect, test } from "vitest";

import { QCU_1 } from "~/core/qcu";
import type { Dossier } from "~/core/shapes/dossier";
import { anyDossier, eachOf, joined, WRITING } from "./fixtures/dossiers";
import { iob2 } from "./iob2";

const write = (dossiers: Dossier[]) => joined(iob2.write(eachOf(dossiers), WRITING));

/** The entities of a column, by seqeval's strict reading: an I- after anything else is an error. */
function entities(rows: string[][], column: number): { type: string; from: string; to: string }[] {
  const found: { type: string; from: string; to: string }[] = [];
  let last = "O";
  for (const row of rows) {
    const [mark = "", type = ""] = (row[column] ?? "O").split(/-(.*)/s);
    if (mark === "B") found.push({ type, from: row[1]!, to: row[2]! });
    else if (mark === "I") {
      if (last !== `B-${type}` && last !== `I-${type}`) throw new Error(`I- after ${last}`);
      found.at(-1)!.to = row[2]!;
    } else if (mark !== "O") throw new Error(`No tag: ${row[column] ?? ""}`);
    last = row[column] ?? "O";
  }
  return found;
}

test("a strict reader finds each tag that is not counted as left out, with its words", async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async (dossier) => {
      const file = await write([dossier]);
      const points = Array.from(dossier.text);
      const [head, ...sentences] = file.split("\n\n").slice(0, -1);
      expect(head).toBe("-DOCSTART-\t-\t-\tO\tO\tO");
      let held = 0;
      for (const sentence of sentences) {
        const rows = sentence.split("\n").map((line) => line.split("\t"));
        for (const row of rows) {
          expect(row).toHaveLength(3 + QCU_1.types.length);
          expect(row[0]).toMatch(/^[^\s\p{Cc}]+$/u);
        }
        QCU_1.types.forEach(({ name }, index) => {
          for (const { type, from, to } of entities(rows, 3 + index)) {
            expect(type).toBe(name);
            const words = points.slice(Number(from), Number(to)).join("");
            expect(dossier.tags.some((tag) => tag.type === type && tag.exact.includes(words))).toBe(true);
            held += 1;
          }
        });
      }
      const left = iob2.omissions.map(({ count }) => count(dossier)).reduce((sum, count) => sum + count, 0);
      expect(held + left).toBe(dossier.tags.length);
    }),
  );
});

test("is written as CoNLL writes it; what it cannot hold is counted by its reason", async () => {
  const text = "Ana said “no 🙂”.\nNo\u200b.";
  const [base] = fc.sample(
    anyDossier.filter(({ tags }) => tags.length > 0),
    { seed: 5, numRuns: 1 },
  );
  const tagAt = (type: string, words: string) => {
    const start = text.indexOf(words);
    return { ...base!.tags[0]!, type, start, end: start + words.length, exact: words };
  };
  const tags = [
    tagAt("quote", "“no 🙂”"),
    tagAt("claim", "no"),
    tagAt("claim", "Ana said “no"),
    tagAt("uncertainty", "🙂”.\nNo"),
    tagAt("uncertainty", "\u200b"),
  ];
  const dossier = { ...base!, text, tags, article: { ...base!.article, language: "en" } };
  expect(await write([dossier])).toBe(
    [
      "-DOCSTART-\t-\t-\tO\tO\tO",
      "",
      "Ana\t0\t3\tO\tB-claim\tO",
      "said\t4\t8\tO\tI-claim\tO",
      "“\t9\t10\tB-quote\tI-claim\tO",
      "no\t10\t12\tI-quote\tI-claim\tO",
      "🙂\t13\t14\tI-quote\tO\tO",
      "”\t14\t15\tI-quote\tO\tO",
      ".\t15\t16\tO\tO\tO",
      "",
      "No\t17\t19\tO\tO\tO",
      ".\t20\t21\tO\tO\tO",
      "",
      "",
    ].join("\n"),
  );
  expect(iob2.omissions.map(({ count }) => count(dossier))).toEqual([1, 1, 1]);
});
