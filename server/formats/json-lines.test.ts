import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import type { Dossier } from "~/core/shapes/dossier";
import { doccano } from "./doccano";
import { doccanoReader } from "./doccano-read";
import { anyDossier, eachOf, joined, lawfulDossier, WRITING } from "./fixtures/dossiers";
import { asFarAs } from "./fixtures/keeps";
import { readAll, wholly } from "./fixtures/reading";
import type { TextFormat } from "./format";
import { galleyJsonl } from "./galley-jsonl";
import { galleyJsonlReader } from "./galley-jsonl-read";
import { prodigy } from "./prodigy";
import { prodigyReader } from "./prodigy-read";

const write = (format: TextFormat, dossiers: Dossier[]) => joined(format.write(eachOf(dossiers), WRITING));
const some = (dossier: fc.Arbitrary<Dossier>) => fc.array(dossier, { minLength: 1, maxLength: 3 });

describe.each([
  [galleyJsonl, galleyJsonlReader],
  [doccano, doccanoReader],
  [prodigy, prodigyReader],
])("$label", (format, reader) => {
  test("reads back to the dossiers, as far as it holds them, a line for each", async () => {
    await fc.assert(
      fc.asyncProperty(some(lawfulDossier), async (written) => {
        const file = await write(format, written);
        expect(file.split(/[\n\r\u2028\u2029\u0085]/)).toHaveLength(written.length + 1);
        const read = wholly(readAll(reader, { "a.jsonl": file }));
        expect(read.map((dossier) => asFarAs(format, dossier))).toEqual(
          written.map((dossier) => asFarAs(format, dossier)),
        );
      }),
    );
  });

  test("a bad line is told by its number and does not block the others", async () => {
    const written = fc.sample(lawfulDossier, { seed: 4, numRuns: 2 });
    const [first, second] = (await write(format, written)).split("\n");
    const read = readAll(reader, { "a.jsonl": [first, '{"text":', '{"text":5}', second, ""].join("\n") });
    expect(read.map(({ ok }) => ok)).toEqual([true, false, false, true]);
    expect(read[1]).toMatchObject({ sentence: "Line 2 is not valid JSON." });
    expect(read[2]).toMatchObject({ sentence: expect.stringMatching(/^Line 3 is not as /) as string });
  });
});

test("Galley JSON Lines holds all of any dossier, removal marks too", async () => {
  await fc.assert(
    fc.asyncProperty(some(anyDossier), async (written) => {
      expect(wholly(readAll(galleyJsonlReader, { "a.jsonl": await write(galleyJsonl, written) }))).toEqual(
        written,
      );
    }),
  );
});

test("doccano’s file is ASCII and counts as its labels are counted in the browser", async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async (dossier) => {
      const file = await write(doccano, [dossier]);
      expect(file).toMatch(/^[\x20-\x7e]*\n$/);
      const line = z
        .looseObject({ text: z.string(), label: z.array(z.tuple([z.int(), z.int(), z.string()])) })
        .parse(JSON.parse(file));
      expect(line.label.map(([start, end]) => line.text.slice(start, end))).toEqual(
        dossier.tags.map(({ exact }) => exact),
      );
    }),
  );
});

test("doccano’s own export reads, with relations and without", () => {
  const lines = [
    { id: 7, text: "Crime 🙂 fell.", label: [[9, 13, "CLAIM"]], Comments: [] },
    {
      id: 8,
      text: "Crime fell.",
      entities: [
        { id: 1, label: "Quote", start_offset: 0, end_offset: 5 },
        { id: 2, label: "X", start_offset: 0, end_offset: 99 },
      ],
      relations: [],
    },
  ];
  const [plain, related] = readAll(doccanoReader, {
    "all.jsonl": lines.map((line) => JSON.stringify(line)).join("\n"),
  });
  expect(plain).toMatchObject({ dossier: { tags: [{ type: "claim", exact: "fell" }] }, problems: [] });
  expect(related).toMatchObject({
    dossier: { tags: [{ type: "quote", exact: "Crime" }] },
    problems: [{ sentence: "Left out: 0–99 lies outside the text.", kept: false }],
  });
});

const Task = z.looseObject({
  text: z.string(),
  tokens: z.array(
    z.strictObject({ text: z.string(), start: z.int(), end: z.int(), id: z.int(), ws: z.boolean() }),
  ),
  spans: z.array(
    z.looseObject({
      start: z.int(),
      end: z.int(),
      label: z.string(),
      token_start: z.int(),
      token_end: z.int(),
    }),
  ),
});

test("Prodigy’s tokens make up the text, and every span lies on them", async () => {
  await fc.assert(
    fc.asyncProperty(anyDossier, async (dossier) => {
      const { text, tokens, spans } = Task.parse(JSON.parse(await write(prodigy, [dossier])));
      expect(tokens.map((token) => token.text + (token.ws ? " " : "")).join("")).toBe(text);
      const points = Array.from(text);
      tokens.forEach((token, id) => {
        expect(token.id).toBe(id);
        expect(points.slice(token.start, token.end).join("")).toBe(token.text);
      });
      spans.forEach((span, index) => {
        expect(points.slice(span.start, span.end).join("")).toBe(dossier.tags[index]!.exact);
        expect([tokens[span.token_start]!.start, tokens[span.token_end]!.end]).toEqual([
          span.start,
          span.end,
        ]);
      });
    }),
  );
});

test("Prodigy’s own export reads: other counting is found out and told, what was rejected stays out", () => {
  const task = (answer: string, spans: object[]) =>
    JSON.stringify({ text: "Crime 🙂 fell. Crime rose.", spans, answer, _input_hash: 1 });
  const file = [
    task("accept", [
      { start: 8, end: 12, label: "CLAIM", text: "fell" },
      { start: 9, end: 13, label: "CLAIM", text: "fell" },
      { start: 0, end: 4, label: "CLAIM", text: "rose" },
      { start: 3, end: 8, label: "CLAIM", text: "Crime" },
    ]),
    task("reject", []),
  ].join("\n");
  const [accepted, rejected] = readAll(prodigyReader, { "a.jsonl": file });
  expect(accepted).toMatchObject({
    dossier: { tags: [{ start: 9, end: 13 }, { start: 9, end: 13 }, { exact: "rose" }] },
    problems: [
      {
        kept: true,
        sentence: "Its words were found by counting UTF-16 code units, which this format does not do.",
      },
      { kept: true, sentence: expect.stringMatching(/^Found by its words at line 1, column 21/) as string },
      {
        kept: false,
        sentence: expect.stringMatching(/^Left out: its words stand in several places/) as string,
      },
    ],
  });
  expect(rejected).toMatchObject({ ok: false, sentence: "Line 2 was not accepted in Prodigy (“reject”)." });
});
