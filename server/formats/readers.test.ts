import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Dossier } from "~/core/shapes/dossier";
import { DomainError } from "~/core/errors";
import { brat } from "./brat";
import { filesOf, lawfulDossier } from "./fixtures/dossiers";
import { asFarAs } from "./fixtures/keeps";
import { READING, wholly } from "./fixtures/reading";
import type { FilesFormat } from "./format";
import { labelStudio } from "./label-studio";
import { readFile } from "./readers";

const zipOf = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
const read = (name: string, bytes: Uint8Array) => [...readFile({ name, bytes }, READING)];
const dossiers = fc.uniqueArray(lawfulDossier, {
  minLength: 1,
  maxLength: 2,
  selector: ({ article }) => article.id,
});

/** What brat makes of words: its comments are one line, and its fragments hold no line ends. */
const ENDS = /[\t\v\f\r\n\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]/gu;

describe.each([[labelStudio], [brat]])("$label", (format: FilesFormat) => {
  test("reads back from its archive to the dossiers, as far as it holds them", async () => {
    await fc.assert(
      fc.asyncProperty(dossiers, async (all) => {
        // A line end at a tag's edge is no part of brat's fragments; links of tags that brat cannot hold go with them.
        const written = all.map((dossier) => ({
          ...dossier,
          tags: dossier.tags
            .map((tag) => ({ ...tag, links: [] }))
            .filter(
              ({ exact }) =>
                format !== brat || !/^[\s\u{1C}-\u{1E}\u{85}]|[\s\u{1C}-\u{1E}\u{85}]$/u.test(exact),
            ),
        }));
        const articles = read("a.zip", zipOf(await filesOf(format, written)));
        expect(articles.map((one) => one.format)).toEqual(written.map(() => format.id));
        const back = wholly(articles.map(({ article }) => article));
        const held = (list: Dossier[]) =>
          list.map((dossier) =>
            asFarAs({ keeps: { ...format.keeps, links: "lost" } }, dossier, (words) =>
              format === brat ? words.replace(ENDS, " ") : words,
            ),
          );
        expect(held(back)).toEqual(held(written));
      }),
      { numRuns: 50 },
    );
  });
});

test("Label Studio’s own export reads: squeezed words, cancelled work, predictions, controls of any name", () => {
  const value = { start: 6, end: 18, text: "fell by 12 %", labels: ["CLAIM"] };
  const task = {
    id: 7,
    data: { body: "Crime fell  by 12 % 🙂." },
    annotations: [
      {
        id: 1,
        completed_by: 3,
        was_cancelled: false,
        lead_time: 4.2,
        result: [
          { id: "r1", from_name: "label", to_name: "body", type: "labels", value: { ...value, end: 19 } },
          {
            id: "r1",
            from_name: "Kind",
            to_name: "body",
            type: "choices",
            value: { start: 6, end: 19, choices: ["Quantity"] },
          },
          {
            id: "r2",
            from_name: "label",
            to_name: "body",
            type: "labels",
            value: { start: 0, end: 5, text: "Crime", labels: ["Quote"] },
          },
          { from_id: "r2", to_id: "r1", type: "relation", direction: "right", labels: ["supports"] },
        ],
      },
      { id: 2, was_cancelled: true, result: [] },
    ],
    predictions: [
      {
        id: 9,
        model_version: "x",
        score: 0.4,
        result: [
          {
            id: "r3",
            from_name: "label",
            to_name: "body",
            type: "labels",
            value: { start: 20, end: 21, text: "🙂", labels: ["uncertainty"] },
          },
        ],
      },
    ],
  };
  const [article, broken] = read("export.json", strToU8(JSON.stringify([task, { data: {} }]))).map(
    (one) => one.article,
  );
  if (!article?.ok) throw new Error("It is readable.");
  const [first, second, third] = article.dossier.tags;
  expect(first).toMatchObject({
    type: "claim",
    exact: "fell  by 12 %",
    attributes: { kind: "quantity" },
    state: "open",
  });
  expect(second).toMatchObject({ type: "quote", links: [{ kind: "supports", target: first!.id }] });
  expect(third).toMatchObject({ exact: "🙂", state: "suggested" });
  expect(article.problems).toEqual([]);
  expect(article.notes).toEqual(["1 annotations had been cancelled in Label Studio and were left out."]);
  expect(broken).toMatchObject({ ok: false, sentence: "Task 2 holds no text that Galley can read." });
});

test("brat’s own files read: relations, flags, and each bad line by its number", () => {
  const ann = [
    "T1\tClaim 0 5\tCrime",
    "T2\tQuote 8 12;13 15\tfell by",
    "T3\tClaim 0 5;13 15\tCrime by",
    "A1\tlegal T1",
    "A2\tKind T1 Quantity",
    "R1\tsupports Arg1:T2 Arg2:T1\t",
    "#1\tAnnotatorNotes T1\tsee p. 4",
    "E1\tEvent:T9 Theme:T1",
    "T4\tnonsense",
    "",
  ].join("\n");
  const [one] = read("brat.zip", zipOf({ "data/a.ann": ann, "data/a.txt": "Crime 🙂 fell\nby 12 %." }));
  if (!one?.article.ok) throw new Error("It is readable.");
  const { dossier, notes } = one.article;
  expect(dossier.tags).toMatchObject([
    { type: "claim", exact: "Crime", attributes: { legal: true, kind: "quantity" }, note: "see p. 4" },
    { type: "quote", exact: "fell\nby", links: [{ kind: "supports", target: dossier.tags[0]!.id }] },
  ]);
  expect(notes).toEqual([
    "data/a.ann, line 3: it is in pieces with other words between, which a tag cannot be; it was left out.",
    "data/a.ann, line 9: it has no type and place; it was left out.",
    "data/a.ann, line 8: it is about nothing that was read; it was left out.",
  ]);
});

test("a bad file in an archive does not block the others, and says its name", () => {
  const files = {
    "a.ann": "",
    "b.json": "{",
    "c.jsonl": '{"text":"Crime fell.","label":[[0,5,"claim"]]}',
    "d.png": "x",
  };
  expect(read("a.zip", zipOf(files)).map(({ article }) => article)).toMatchObject([
    { ok: false, title: "a.ann", sentence: expect.stringContaining("a.txt") as string },
    { ok: false, title: "b.json", sentence: expect.stringContaining("not valid JSON") as string },
    { ok: true },
  ]);
});

test.each([
  ["nothing known in the archive", "a.zip", zipOf({ "a.png": "x" }), /holds no file/],
  ["no known format", "a.tsv", strToU8("a\tb"), /no format that Galley reads/],
  ["bytes that are no text", "a.json", new Uint8Array([255, 254, 0, 200]), /not UTF-8/],
])("%s is refused with a sentence", (_, name, bytes, sentence) => {
  expect(() => read(name, bytes)).toThrow(DomainError);
  expect(() => read(name, bytes)).toThrow(sentence);
});
