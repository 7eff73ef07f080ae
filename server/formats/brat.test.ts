import fc from "fast-check";
import { expect, test } from "vitest";

import { QCU_1 } from "~/core/qcu";
import { brat } from "./brat";
import { filesOf, lawfulDossier } from "./fixtures/dossiers";
import { plainValue } from "./tell";

/** Lines as Python's str.splitlines ends them, which is how brat reads. */
const splitLines = (file: string) =>
  file.split(/\r\n|[\n\r\v\f\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]/u).slice(0, -1);

/** What brat makes of a line, by its own checks (annotation.py); a line that it would refuse throws. */
function readAnnotations(text: string, file: string) {
  const points = Array.from(text);
  const spans = new Map<string, { type: string; start: number; end: number }>();
  const said: { of: string; name: string; value: string; kind: string }[] = [];
  const ids = new Set<string>();
  const links: [from: string, kind: string, to: string][] = [];
  for (const line of splitLines(file)) {
    const [id = "", data = "", ...tail] = line.split("\t");
    if (ids.has(id)) throw new Error(`Twice: ${id}`);
    ids.add(id);
    const rest = tail.join("\t");
    if (id.startsWith("T")) {
      const match = /^([A-Za-z][\w-]*) (\d+ \d+(?:;\d+ \d+)*)$/.exec(data);
      if (!match) throw new Error(`No text-bound annotation: ${line}`);
      const places = match[2]!.split(";").map((place) => place.split(" ").map(Number) as [number, number]);
      const words = places.map(([start, end]) => points.slice(start, end).join("")).join(" ");
      if (rest.trim() === "" || rest !== words) throw new Error(`Other words: ${line}`);
      places.reduce((last, [start, end]) => {
        if (start < last || end <= start) throw new Error(`Fragments overlap: ${line}`);
        return end;
      }, 0);
      spans.set(id, { type: match[1]!, start: places[0]![0], end: places.at(-1)![1] });
    } else if (id.startsWith("R")) {
      const match = /^([A-Za-z][\w-]*) Arg1:(T\d+) Arg2:(T\d+)$/.exec(data);
      if (!match || rest !== "") throw new Error(`No relation: ${line}`);
      links.push([match[2]!, match[1]!, match[3]!]);
    } else {
      const [name = "", of = "", value] = data.split(" ");
      if (!spans.has(of) || !/^[A-Za-z][\w-]*$/.test(name)) throw new Error(`Of nothing: ${line}`);
      const isAttribute = /^A\d+$/.test(id) && value !== undefined && rest === "";
      if (!isAttribute && !(/^#\d+$/.test(id) && value === undefined)) throw new Error(`Odd: ${line}`);
      said.push({ of, name, value: value ?? rest, kind: id[0]! });
    }
  }
  return { spans, said, links };
}

const blanked = (words: string) => words.replace(/[\t\v\f\r\n\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]/gu, " ");
const ENDS =
  /^[\n\r\v\f\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]+|[\n\r\v\f\u{1C}-\u{1E}\u{85}\u{2028}\u{2029}]+$/gu;

test("brat takes every line; spans, attributes and notes are the dossier’s", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lawfulDossier, { maxLength: 2 }), async (dossiers) => {
      const files = await filesOf(brat, dossiers);
      const annotations = Object.keys(files).filter((name) => name.endsWith(".ann"));
      expect(annotations).toHaveLength(dossiers.length);
      dossiers.forEach((dossier, index) => {
        const text = files[annotations[index]!.replace(/\.ann$/, ".txt")]!;
        expect(text).toBe(dossier.text);
        const { spans, said, links } = readAnnotations(text, files[annotations[index]!]!);
        const left = brat.omissions[0]!.count(dossier);
        expect(spans.size).toBe(dossier.tags.length - left);
        const points = Array.from(text);
        const held = dossier.tags.filter(
          ({ exact }) => exact.replace(/[\u{1C}-\u{1E}\u{85}]/gu, " ").trim() !== "",
        );
        [...spans].forEach(([id, span], place) => {
          const tag = held[place]!;
          expect(span.type).toBe(tag.type);
          expect(points.slice(span.start, span.end).join("")).toBe(tag.exact.replace(ENDS, ""));
          const targets = tag.links.flatMap(({ kind, target }) => {
            const at = held.findIndex(({ id: other }) => other === target);
            return at === -1 ? [] : [[id, kind, `T${at + 1}`]];
          });
          expect(links.filter(([from]) => from === id)).toEqual(targets);
          const own = Object.fromEntries(
            said.filter(({ of }) => of === id).map(({ name, value }) => [name, value]),
          );
          expect(own).toMatchObject({
            ...Object.fromEntries(
              Object.entries(tag.attributes).map(([name, value]) => [name, blanked(plainValue(value))]),
            ),
            ...(tag.note !== null && { AnnotatorNotes: blanked(plainValue(tag.note)) }),
            Review: expect.stringContaining(`State: ${tag.state}`) as string,
          });
        });
      });
    }),
  );
});

test("the configuration names the types and, for each attribute, its types and values", async () => {
  const { "annotation.conf": configuration } = await filesOf(brat, []);
  expect(configuration).toContain(
    `[entities]\n${QCU_1.types.map(({ name }) => name).join("\n")}\n\n[relations]\n`,
  );
  expect(configuration).toContain("\nlegal\tArg:claim, Value:yes|no\n");
  expect(configuration).toMatch(/\nkind\tArg:claim\|uncertainty, Value:event\|[\w|]*hedge/);
  expect(configuration).not.toContain("speaker");
});

test("white space alone is left out and counted; a tag over lines has a fragment for each", async () => {
  const [dossier] = fc.sample(lawfulDossier, { seed: 5, numRuns: 1 });
  const text = "One.\n\nTwo 🙂.\nThree.";
  const [base] = fc.sample(
    lawfulDossier.filter(({ tags }) => tags.length > 0),
    { seed: 5, numRuns: 1 },
  );
  const tagAt = (start: number, end: number) => ({
    ...base!.tags[0]!,
    start,
    end,
    exact: text.slice(start, end),
    attributes: {},
  });
  const story = { ...dossier!, text, tags: [tagAt(0, text.length), tagAt(4, 6)] };
  const [, ann] = Object.entries(await filesOf(brat, [story])).find(([name]) => name.endsWith(".ann"))!;
  expect(ann).toMatch(/^T1\t\w+ 0 4;6 12;13 19\tOne\. Two 🙂\. Three\.\n/);
  expect(ann).not.toContain("T2");
  expect(brat.omissions.map(({ count }) => count(story))).toEqual([1]);
});
