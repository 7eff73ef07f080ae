import fc from "fast-check";
import { expect, test } from "vitest";

import { filesOf, lawfulDossier } from "./fixtures/dossiers";
import { asFarAs } from "./fixtures/keeps";
import { readAll, wholly } from "./fixtures/reading";
import { tei } from "./tei";
import { teiReader } from "./tei-read";
import { writable } from "./xml";
import { elementsNamed, parseXml, wordsIn } from "./xml-read";

const dossiers = fc.uniqueArray(lawfulDossier, { maxLength: 2, selector: ({ article }) => article.id });

test("reads back to the dossiers, but for characters that XML cannot hold", async () => {
  await fc.assert(
    fc.asyncProperty(dossiers, async (written) => {
      const read = wholly(readAll(teiReader, await filesOf(tei, written)));
      const held = (list: typeof written) => list.map((dossier) => asFarAs(tei, dossier, writable));
      expect(held(read)).toEqual(held(written));
    }),
    { numRuns: 50 },
  );
});

test("every pointer selects its words in code points; no part that may not be empty is", async () => {
  await fc.assert(
    fc.asyncProperty(lawfulDossier, async (dossier) => {
      const [file] = Object.values(await filesOf(tei, [dossier]));
      const root = parseXml(file!);
      const [block] = elementsNamed("ab", root);
      const points = Array.from(wordsIn(block!));
      const annotations = [...elementsNamed("annotation", root)];
      expect([...elementsNamed("standOff", root)]).toHaveLength(dossier.tags.length > 0 ? 1 : 0);
      expect(annotations).toHaveLength(dossier.tags.length);
      annotations.forEach(({ attributes }, index) => {
        expect(attributes["xml:id"]).toMatch(/^[A-Za-z_][\w.-]*$/);
        expect(attributes.motivation).toBe("tagging");
        const [, start, length] = /^#string-range\(text,(\d+),(\d+)\)$/.exec(attributes.target!)!;
        const words = points.slice(Number(start), Number(start) + Number(length)).join("");
        expect(words).toBe(writable(dossier.tags[index]!.exact));
      });
    }),
    { numRuns: 50 },
  );
});

test("of another hand: an annotation that points elsewhere is told, one beside its place is found and told", () => {
  const file = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff><listAnnotation>
    <annotation xml:id="a1" motivation="tagging" target="#string-range(art,7, 4)"><note type="type">Claim</note><note type="exact">fell</note></annotation>
    <annotation xml:id="a2" motivation="tagging" target="#string-range(art,0,4)"><note type="type">Quote</note><note type="exact">fell</note></annotation>
    <annotation xml:id="a3" motivation="tagging" target="#elsewhere"/>
    </listAnnotation></standOff><text><body><ab xml:id="art" xml:space="preserve">Crime <hi>🙂</hi>fell.</ab></body></text></TEI>`;
  const [article] = readAll(teiReader, { "a.xml": file });
  expect(article).toMatchObject({
    dossier: {
      text: "Crime 🙂fell.",
      tags: [
        { type: "claim", exact: "fell", start: 8 },
        { type: "quote", start: 8 },
      ],
    },
    problems: [
      { kept: true, sentence: expect.stringMatching(/^Found by its words at line 1, column 8/) as string },
    ],
    notes: ["Annotation a3 points to no stretch of the text; it was left out."],
  });
});
