import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { layerOf } from "./cas";
import { casJson } from "./cas-json";
import { casJsonReader } from "./cas-json-read";
import { casXmi } from "./cas-xmi";
import { casXmiReader } from "./cas-xmi-read";
import { filesOf, lawfulDossier } from "./fixtures/dossiers";
import { asFarAs } from "./fixtures/keeps";
import { readAll, wholly } from "./fixtures/reading";
import { elementsNamed, parseXml, wordsIn } from "./xml-read";
import { writable } from "./xml";

const dossiers = fc.uniqueArray(lawfulDossier, { maxLength: 2, selector: ({ article }) => article.id });

describe("CAS JSON", () => {
  test("reads back to the dossiers, as far as it holds them", async () => {
    await fc.assert(
      fc.asyncProperty(dossiers, async (written) => {
        const read = wholly(readAll(casJsonReader, await filesOf(casJson, written)));
        expect(read.map((dossier) => asFarAs(casJson, dossier))).toEqual(
          written.map((dossier) => asFarAs(casJson, dossier)),
        );
      }),
    );
  });

  test("declares what it uses, in the specification’s order, and every structure is a member of the view", async () => {
    const Structure = z.looseObject({ "%ID": z.int(), "%TYPE": z.string() });
    const File = z.strictObject({
      "%TYPES": z.record(z.string(), z.looseObject({ "%NAME": z.string(), "%SUPER_TYPE": z.string() })),
      "%FEATURE_STRUCTURES": z.tuple(
        [z.looseObject({ "%ID": z.literal(1), "%TYPE": z.literal("uima.cas.Sofa") })],
        Structure,
      ),
      "%VIEWS": z.strictObject({
        _InitialView: z.strictObject({ "%SOFA": z.literal(1), "%MEMBERS": z.array(z.int()) }),
      }),
    });
    await fc.assert(
      fc.asyncProperty(lawfulDossier, async (dossier) => {
        const [file] = Object.values(await filesOf(casJson, [dossier]));
        const parsed = File.parse(JSON.parse(file!));
        const [sofa, ...structures] = parsed["%FEATURE_STRUCTURES"];
        expect(sofa.sofaString).toBe(dossier.text);
        expect(parsed["%VIEWS"]._InitialView["%MEMBERS"]).toEqual(
          structures.map((structure) => structure["%ID"]),
        );
        for (const structure of structures) {
          expect(Object.keys(structure).slice(0, 3)).toEqual(["%ID", "%TYPE", "@sofa"]);
          if (structure["%TYPE"].startsWith("uima.")) continue;
          const declared = parsed["%TYPES"][structure["%TYPE"]];
          const features = Object.keys(structure).filter(
            (name) => !["%ID", "%TYPE", "@sofa", "begin", "end"].includes(name),
          );
          expect(Object.keys(declared!)).toEqual(expect.arrayContaining(features));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("of another tool: layers are types, what tells of tokens is not, and what is unknown here stays as it is", () => {
    const text = "Crime fell 🙂 by 12 percent.";
    const file = {
      "%TYPES": {},
      "%FEATURE_STRUCTURES": [
        {
          "%ID": 1,
          "%TYPE": "uima.cas.Sofa",
          sofaNum: 1,
          sofaID: "_InitialView",
          mimeType: "text",
          sofaString: text,
        },
        { "%ID": 2, "%TYPE": "uima.tcas.DocumentAnnotation", "@sofa": 1, begin: 0, end: 28, language: "en" },
        {
          "%ID": 3,
          "%TYPE": "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token",
          "@sofa": 1,
          begin: 0,
          end: 5,
        },
        {
          "%ID": 4,
          "%TYPE": "webanno.custom.Claim",
          "@sofa": 1,
          begin: 17,
          end: 27,
          Kind: "Quantity",
          legal: true,
        },
        { "%ID": 5, "%TYPE": "custom.Span", "@sofa": 1, begin: 0, end: 5, label: "topic" },
      ],
      "%VIEWS": { _InitialView: { "%SOFA": 1, "%MEMBERS": [2, 3, 4, 5] } },
    };
    const [dossier] = wholly(readAll(casJsonReader, { "a.json": JSON.stringify(file) }));
    expect(dossier!.tags).toMatchObject([
      { type: "claim", exact: "12 percent", attributes: { kind: "quantity", legal: true }, state: "open" },
      { type: "Span", exact: "Crime", attributes: { label: "topic" } },
    ]);
  });

  test.each([
    ["no structures", "{}", /not CAS JSON/],
    ["no text", '{"%FEATURE_STRUCTURES":[]}', /holds no text/],
  ])("a file with %s is refused with a sentence", (_, text, sentence) => {
    const [article] = [
      ...casJsonReader.read({ name: "a.json", text }, { scheme: { ...readingScheme }, readAt: "" }, []),
    ];
    expect(article).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) as string });
  });
});

const readingScheme = { id: "X", version: 1, label: "X", types: [], grades: [] };

describe("CAS XMI", () => {
  test("reads back to the dossiers, but for characters that XML cannot hold, which are counted", async () => {
    await fc.assert(
      fc.asyncProperty(dossiers, async (written) => {
        const read = wholly(readAll(casXmiReader, await filesOf(casXmi, written)));
        const held = (list: typeof written) => list.map((dossier) => asFarAs(casXmi, dossier, writable));
        expect(held(read)).toEqual(held(written));
        for (const [index, { text }] of written.entries()) {
          const changed = Array.from(text).filter(
            (character, place) => Array.from(read[index]!.text)[place] !== character,
          );
          expect(casXmi.omissions[0]!.count(written[index]!)).toBe(changed.length);
        }
      }),
    );
  });

  test("the type system declares each layer with the features that structures have", async () => {
    await fc.assert(
      fc.asyncProperty(lawfulDossier, async (dossier) => {
        const files = await filesOf(casXmi, [dossier]);
        const declared = new Map(
          [...elementsNamed("typeDescription", parseXml(files["TypeSystem.xml"]!))].map((type) => {
            const [name] = elementsNamed("name", type);
            const features = [...elementsNamed("featureDescription", type)].map((feature) =>
              wordsIn([...elementsNamed("name", feature)][0]!),
            );
            return [wordsIn(name!), features];
          }),
        );
        const [, document] = Object.entries(files).find(([name]) => name.endsWith(".xmi"))!;
        for (const { type } of dossier.tags) {
          const [, ...names] = layerOf(type).split(".").slice(1);
          for (const { attributes } of elementsNamed(names[0]!, parseXml(document))) {
            const features = Object.keys(attributes).filter(
              (name) => !["xmi:id", "sofa", "begin", "end"].includes(name),
            );
            expect(declared.get(layerOf(type))).toEqual(expect.arrayContaining(features));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ["a document type", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', /document type/],
    ["an unknown entity", "<x>&e;</x>", /not well-formed/],
    ["its end cut off", "<x><y>", /not well-formed/],
    ["elements nested without end", "<x>".repeat(300), /nested too deeply/],
    ["nothing in it", "", /not well-formed|empty/],
  ])("%s is refused", (_, text, sentence) => {
    expect(() => [
      ...casXmiReader.read({ name: "a.xmi", text }, { scheme: readingScheme, readAt: "" }, []),
    ]).toThrow(sentence);
  });
});
