import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";

import type { Dossier } from "~/core/shapes/dossier";
import { docx } from "./docx";
import { bytesOf, eachOf, lawfulDossier, WRITING } from "./fixtures/dossiers";
import { writable } from "./xml";
import { elementsNamed, parseXml, wordsIn, type XmlElement } from "./xml-read";

/** The parts of each document. */
async function documentsOf(dossiers: Dossier[]): Promise<Record<string, string>[]> {
  const documents: Record<string, string>[] = [];
  for await (const { content } of docx.files(eachOf(dossiers), WRITING)) {
    async function* bytes() {
      for await (const piece of content) {
        if (typeof piece === "string") throw new Error("A document is bytes.");
        yield piece;
      }
    }
    const parts = Object.entries(unzipSync(await bytesOf(bytes())));
    documents.push(Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)])));
  }
  return documents;
}

/** What a word processor sees: the text, and the words inside of each comment's range. */
function read(document: XmlElement): { text: string; ranges: Map<string, string>; references: string[] } {
  const open = new Set<string>();
  const ranges = new Map<string, string>();
  const references: string[] = [];
  let text = "";
  const add = (words: string) => {
    text += words;
    for (const id of open) ranges.set(id, (ranges.get(id) ?? "") + words);
  };
  const walk = (element: XmlElement): void => {
    const { local, attributes } = element;
    if (local === "commentRangeStart") open.add(attributes.id!);
    else if (local === "commentRangeEnd") open.delete(attributes.id!);
    else if (local === "commentReference") references.push(attributes.id!);
    else if (local === "tab") add("\t");
    else if (local === "t") add(wordsIn(element));
    for (const child of element.children) if (typeof child !== "string" && local !== "t") walk(child);
  };
  [...elementsNamed("p", document)].forEach((paragraph, index) => {
    if (index > 0) add("\n");
    walk(paragraph);
  });
  if (open.size > 0) throw new Error("A range does not end.");
  return { text, ranges, references };
}

test("the document is the text; each tag is a comment by its author on its very words", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lawfulDossier, { maxLength: 2 }), async (dossiers) => {
      const documents = await documentsOf(dossiers);
      expect(documents).toHaveLength(dossiers.length);
      documents.forEach((parts, index) => {
        const { text, tags } = dossiers[index]!;
        const { text: there, ranges, references } = read(parseXml(parts["word/document.xml"]!));
        expect(there).toBe(writable(text));
        const comments = [...elementsNamed("comment", parseXml(parts["word/comments.xml"]!))];
        expect(comments).toHaveLength(tags.length);
        expect([...references].sort()).toEqual(tags.map((_, id) => String(id)).sort());
        tags.forEach((tag, id) => {
          expect(ranges.get(String(id))).toBe(writable(tag.exact));
          const comment = comments.find(({ attributes }) => attributes.id === String(id))!;
          expect(comment.attributes).toMatchObject({ author: writable(tag.author), date: tag.at });
          expect(wordsIn(comment)).toContain(`State: ${tag.state}`);
        });
      });
    }),
    { numRuns: 40 },
  );
});

test("every part is declared, every relation leads to a part, and none leads outside", async () => {
  const [parts] = await documentsOf(fc.sample(lawfulDossier, { seed: 3, numRuns: 1 }));
  const types = parseXml(parts!["[Content_Types].xml"]!);
  const declared = [...elementsNamed("Override", types)].map(({ attributes }) =>
    attributes.PartName!.slice(1),
  );
  expect(Object.keys(parts!)).toEqual(expect.arrayContaining(declared));
  for (const [name, base] of [
    ["_rels/.rels", ""],
    ["word/_rels/document.xml.rels", "word/"],
  ] as const) {
    for (const { attributes } of elementsNamed("Relationship", parseXml(parts![name]!))) {
      expect(attributes.TargetMode).toBeUndefined();
      expect(Object.keys(parts!)).toContain(base + attributes.Target!);
    }
  }
});

test("text from right to left says so in every paragraph", async () => {
  const [base] = fc.sample(lawfulDossier, { seed: 3, numRuns: 1 });
  const dossier = {
    ...base!,
    text: "שלום\nעולם",
    tags: [],
    article: { ...base!.article, direction: "rtl" as const },
  };
  const [parts] = await documentsOf([dossier]);
  const document = parseXml(parts!["word/document.xml"]!);
  expect([...elementsNamed("bidi", document)]).toHaveLength(2);
  expect([...elementsNamed("rtl", document)]).toHaveLength(2);
});
