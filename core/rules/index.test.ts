import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { guessBlocks } from "~/core/blocks";
import { QCU_1 } from "~/core/qcu";
import { applicableAttributes, parseAttributes, typeNamed } from "~/core/scheme";

import { proposeAttributes } from "./index";
import { passageOf, propose } from "./testing";

describe("proposeAttributes", () => {
  it("gives the standard values in a language without a lexicon", () => {
    const german = { language: "de" };
    expect(propose("uncertainty", "Die Brücke [könnte] brechen.", german)).toEqual({
      kind: "hedge",
      level: "unspecified",
      holder: "author",
    });
    expect(propose("claim", "Die Stadt sagte, [die Brücke sei zu].", german)).toMatchObject({
      kind: "event",
      voice: "own",
    });
    expect(propose("claim", "Die Brücke [kostet 3 Millionen].", german)).toMatchObject({ kind: "quantity" });
  });

  it("passes over a rule that is not there, or proposes what is not allowed", () => {
    const [quote] = QCU_1.types;
    const form = { ...quote.attributes[0], rule: "no-such-rule" };
    const source = { ...quote.attributes[2], rule: "quote-form-by-marks" };
    const scheme = { ...QCU_1, types: [{ ...quote, attributes: [form, source] }] };
    expect(proposeAttributes(scheme, "quote", passageOf("She said [“We are done.”]"))).toEqual({
      form: "indirect",
      sourceKind: "unknown",
    });
  });

  it("refuses a type that the scheme does not have", () => {
    expect(() => propose("rumour", "[a]")).toThrow("rumour");
  });

  it("always gives what the scheme allows, with no standing tag of any kind in its way", () => {
    const piece = fc.constantFrom(
      "“",
      "”",
      '"',
      "‘",
      "’",
      "said ",
      "told ",
      "according to ",
      "Ada Osmond ",
      "Osmond ",
      "the mayor ",
      "he ",
      ", ",
      ". ",
      ": ",
      "3 ",
      "may ",
      "U.S. ",
      "\n",
      "👩‍👩‍👧 ",
      "e\u0301",
      "שלום ",
      "政府",
      "\u00A0",
      "\u2028",
      "(",
      "and ",
      "İ",
      "ﬀ",
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 40 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const text = pieces.join("");
        const start = a % text.length;
        const span = { start, end: start + 1 + (b % (text.length - start)) };
        for (const { name } of QCU_1.types) {
          const type = typeNamed(QCU_1, name);
          const attributes = proposeAttributes(QCU_1, name, {
            text,
            blocks: guessBlocks(text),
            span,
            language: "en",
            earlier: [],
          });
          expect(parseAttributes(type, attributes)).toEqual(attributes);
          const required = applicableAttributes(type, attributes).filter(({ kind }) => kind !== "words");
          expect(Object.keys(attributes)).toEqual(
            expect.arrayContaining(required.map((attribute) => attribute.name)),
          );
        }
      }),
      { numRuns: 100 },
    );
  });
});
