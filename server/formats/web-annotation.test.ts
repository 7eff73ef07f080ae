import fc from "fast-check";
import jsonld from "jsonld";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { anyDossier, eachOf, joined, WRITING } from "./fixtures/dossiers";
import { CONTEXT, webAnnotation } from "./web-annotation";

const write = async (dossiers: Parameters<typeof eachOf>[0]) =>
  JSON.parse(await joined(webAnnotation.write(eachOf(dossiers), WRITING))) as jsonld.NodeObject;

const Body = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("TextualBody"), value: z.string() }),
  z.strictObject({
    type: z.literal("SpecificResource"),
    purpose: z.literal("linking"),
    source: z.string().startsWith("urn:uuid:"),
    "galley:link": z.string(),
  }),
]);
const Item = z.looseObject({
  id: z.string().startsWith("urn:uuid:"),
  type: z.literal("Annotation"),
  created: z.iso.datetime(),
  body: z.array(Body).min(1),
  target: z.strictObject({
    source: z.looseObject({ id: z.url() }),
    selector: z.tuple([
      z.strictObject({
        type: z.literal("TextQuoteSelector"),
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
      }),
      z.strictObject({
        type: z.literal("TextPositionSelector"),
        start: z.int().nonnegative(),
        end: z.int().positive(),
      }),
    ]),
  }),
});
const Collection = z.strictObject({
  "@context": z.tuple([z.literal(CONTEXT[0]), z.object()]),
  id: z.url(),
  type: z.literal("AnnotationCollection"),
  generated: z.iso.datetime(),
  first: z.strictObject({
    id: z.url(),
    type: z.literal("AnnotationPage"),
    startIndex: z.literal(0),
    items: z.array(Item),
  }),
  total: z.int(),
});

/** The terms of the recommendation's context that we use. @see https://www.w3.org/TR/annotation-vocab/ */
const link = (id: string) => ({ "@id": id, "@type": "@id" });
const dateTime = (id: string) => ({ "@id": id, "@type": "xsd:dateTime" });
const whole = (id: string) => ({ "@id": id, "@type": "xsd:nonNegativeInteger" });
const ANNO: object = {
  "@context": {
    oa: "http://www.w3.org/ns/oa#",
    as: "http://www.w3.org/ns/activitystreams#",
    dcterms: "http://purl.org/dc/terms/",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    id: "@id",
    type: "@type",
    Annotation: "oa:Annotation",
    AnnotationCollection: "as:OrderedCollection",
    AnnotationPage: "as:OrderedCollectionPage",
    TextualBody: "oa:TextualBody",
    SpecificResource: "oa:SpecificResource",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    Text: "http://purl.org/dc/dcmitype/Text",
    Person: "http://xmlns.com/foaf/0.1/Person",
    tagging: "oa:tagging",
    classifying: "oa:classifying",
    commenting: "oa:commenting",
    linking: "oa:linking",
    ltr: "oa:ltrDirection",
    rtl: "oa:rtlDirection",
    first: link("as:first"),
    items: { "@id": "as:items", "@type": "@id", "@container": "@list" },
    body: link("oa:hasBody"),
    target: link("oa:hasTarget"),
    source: link("oa:hasSource"),
    selector: link("oa:hasSelector"),
    creator: link("dcterms:creator"),
    via: link("oa:via"),
    motivation: { "@id": "oa:motivatedBy", "@type": "@vocab" },
    purpose: { "@id": "oa:hasPurpose", "@type": "@vocab" },
    textDirection: { "@id": "oa:textDirection", "@type": "@vocab" },
    value: "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    format: "http://purl.org/dc/elements/1.1/format",
    language: "http://purl.org/dc/elements/1.1/language",
    name: "http://xmlns.com/foaf/0.1/name",
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    created: dateTime("dcterms:created"),
    generated: dateTime("dcterms:issued"),
    start: whole("oa:start"),
    end: whole("oa:end"),
    total: whole("as:totalItems"),
    startIndex: whole("as:startIndex"),
  },
};

/** Expands the file, and refuses it where something of it would be lost. */
async function expand(file: jsonld.JsonLdDocument): Promise<jsonld.NodeObject[]> {
  const options: jsonld.Options.Expand & { safe: boolean } = {
    safe: true,
    documentLoader(url) {
      if (url !== CONTEXT[0]) throw new Error(`The file needs ${url}.`);
      return Promise.resolve({ documentUrl: url, document: ANNO as jsonld.NodeObject });
    },
  };
  return jsonld.expand(file, options);
}

describe("W3C Web Annotation", () => {
  test("every position selects its exact words in code points, as the quote beside it says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDossier, { maxLength: 3 }), async (dossiers) => {
        const { first, total } = Collection.parse(await write(dossiers));
        const tags = dossiers.flatMap((dossier) =>
          dossier.tags.map((tag) => ({ tag, points: Array.from(dossier.text) })),
        );
        expect(total).toBe(tags.length);
        expect(first.items).toHaveLength(total);
        tags.forEach(({ tag, points }, index) => {
          const [quote, position] = first.items[index]!.target.selector;
          expect(points.slice(position.start, position.end).join("")).toBe(tag.exact);
          expect(quote).toMatchObject({ exact: tag.exact, prefix: tag.prefix, suffix: tag.suffix });
        });
      }),
    );
  });

  test("no JSON-LD reader drops a property: each expands to an address", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDossier, { maxLength: 2 }), async (dossiers) => {
        const [collection] = await expand(await write(dossiers));
        expect(Object.keys(collection!)).toContain("http://www.w3.org/ns/activitystreams#totalItems");
      }),
      { numRuns: 40 },
    );
  });

  test("the check for dropped properties would see one", async () => {
    const file = { ...(await write([])), speaker: "Ana" };
    await expect(expand(file)).rejects.toThrow();
  });

  test("removed words are a mark, never words, and self-approval is said", async () => {
    const [base] = fc.sample(
      anyDossier.filter(({ tags }) => tags.length > 0),
      { seed: 3, numRuns: 1 },
    );
    const mark = { removed: true, at: null } as const;
    const approval = { by: "Ana", at: "2026-03-01T09:30:00.000Z", self: true };
    const tags = base!.tags.map((tag) => ({ ...tag, note: mark, attributes: { speaker: mark }, approval }));
    const [item] = Collection.parse(await write([{ ...base!, tags }])).first.items;
    expect(item!.body).toContainEqual(
      expect.objectContaining({ "galley:attribute": "speaker", value: "", "galley:removed": true }),
    );
    expect(item!["galley:approval"]).toMatchObject({ "galley:selfApproved": true });
  });
});
