import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { DomainError } from "~/core/errors";
import { anyDossier, eachOf, joined, WRITING } from "./fixtures/dossiers";
import { GalleyFile, galleyJson, galleyJsonSchema } from "./galley-json";
import { readGalleyJson } from "./galley-json-read";

const [sample] = fc.sample(anyDossier, { seed: 3, numRuns: 1 });
const write = (dossiers: Parameters<typeof eachOf>[0]) => joined(galleyJson.write(eachOf(dossiers), WRITING));

describe("Galley JSON", () => {
  test("reads back to the dossiers that were written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDossier, { maxLength: 3 }), async (dossiers) => {
        const file = await write(dossiers);
        expect(GalleyFile.safeParse(JSON.parse(file)).error).toBeUndefined();
        const read = [...readGalleyJson(file).articles];
        expect(read).toEqual(
          dossiers.map((dossier) => ({
            ok: true,
            dossier,
            exportedAt: WRITING.exportedAt,
            problems: [],
            notes: [],
          })),
        );
      }),
    );
  });

  test("counts code points: every tag selects its words in them", async () => {
    await fc.assert(
      fc.asyncProperty(anyDossier, async (dossier) => {
        const [filed] = GalleyFile.parse(JSON.parse(await write([dossier]))).dossiers;
        const points = Array.from(filed!.text);
        for (const tag of filed!.tags) expect(points.slice(tag.start, tag.end).join("")).toBe(tag.exact);
      }),
    );
  });

  test("keeps each dossier on one line for every reader's idea of a line", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDossier, { minLength: 1, maxLength: 3 }), async (dossiers) => {
        const lines = (await write(dossiers)).split(/[\n\r\u2028\u2029\u0085]/);
        expect(lines).toHaveLength(dossiers.length + 3);
      }),
    );
  });

  test("of version 1, from before there were links, is read as having none", async () => {
    const samples = fc.sample(anyDossier, { seed: 3, numRuns: 5 });
    const file = JSON.parse(await write(samples), (key, value: unknown) => {
      if (key === "version" && value === 3) return 1;
      return key === "links" || key === "threads" ? undefined : value;
    }) as unknown;
    const read = [...readGalleyJson(JSON.stringify(file)).articles];
    const links = read.flatMap((article) => (article.ok ? article.dossier.tags.map((tag) => tag.links) : []));
    expect(samples.some(({ tags }) => tags.some((tag) => tag.links.length > 0))).toBe(true);
    expect(links).toEqual(samples.flatMap(({ tags }) => tags.map(() => [])));
  });

  test("publishes the schema that docs/ holds", () => {
    const published: unknown = JSON.parse(readFileSync("docs/galley-json.schema.json", "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(galleyJsonSchema())));
  });
});

describe("reading what is not right", () => {
  const cases: [string, string, RegExp][] = [
    ["nothing", "", /not valid JSON from line 1, column 1/],
    ["cut off", '{"format":"galley-json",\n"dossiers":[', /not valid JSON from line 2/],
    ["another JSON", '{"a":1}', /not Galley’s own/],
    ["a list", "[]", /not Galley’s own/],
    ["deep nesting", "[".repeat(200_000) + "]".repeat(200_000), /not Galley’s own/],
    ["a later version", '{"format":"galley-json","version":5}', /later Galley/],
  ];
  test.each(cases)("%s is refused with a sentence", (_, file, sentence) => {
    expect(() => readGalleyJson(file)).toThrow(DomainError);
    expect(() => readGalleyJson(file)).toThrow(sentence);
  });

  async function changed(change: (file: ReturnType<typeof GalleyFile.parse>) => unknown): Promise<string> {
    const file = GalleyFile.parse(JSON.parse(await write([sample!, sample!])));
    change(file);
    return JSON.stringify(file);
  }

  test("a bad article does not spoil the others", async () => {
    const file = await changed(({ dossiers: [first] }) => Object.assign(first!, { text: 5 }));
    const [bad, good] = readGalleyJson(file).articles;
    expect(bad).toMatchObject({ ok: false, sentence: expect.stringContaining("text") as string });
    expect(good).toMatchObject({ ok: true });
  });

  test.each([
    ["too far", { start: 1e15, end: 2e15 }, /outside the text/],
    ["turned round", { start: 3, end: 1 }, /outside the text/],
  ])("a tag that is %s is left out and told", async (_, span, sentence) => {
    const file = await changed(({ dossiers: [first] }) => Object.assign(first!.tags[0]!, span));
    const [article] = readGalleyJson(file).articles;
    if (!article?.ok) throw new Error("The article is readable.");
    expect(article.dossier.tags).toHaveLength(sample!.tags.length - 1);
    expect(article.problems).toHaveLength(1);
    expect(article.problems[0]?.sentence).toMatch(sentence);
  });

  test("other words at a tag's place are told with line and column, and nothing moves", async () => {
    const file = await changed(({ dossiers: [first] }) =>
      Object.assign(first!.tags[0]!, { exact: "no such words" }),
    );
    const [article] = readGalleyJson(file).articles;
    if (!article?.ok) throw new Error("The article is readable.");
    expect(article.problems).toMatchObject([
      { kept: false, words: "no such words", at: { line: expect.any(Number) as number } },
    ]);
    expect(article.dossier.tags).toEqual(sample!.tags.slice(1));
  });

  test("a changed text is said", async () => {
    const file = await changed(({ dossiers: [first] }) =>
      Object.assign(first!, { text: `${first!.text} more` }),
    );
    const [article] = readGalleyJson(file).articles;
    expect(article).toMatchObject({
      ok: true,
      notes: [expect.stringContaining("changed after the export") as string],
    });
  });
});
