import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { guessBlocks } from "~/core/blocks";
import { QCU_1 } from "~/core/qcu";
import { applicableAttributes, type Attributes, parseAttributes, Scheme, typeNamed } from "~/core/scheme";
import { Tag } from "~/core/tag";

import { isRuleId, proposeAttributes, RULES } from "./index";
import type { Passage } from "./rule";

/** `[…]` marks the passage, in an article of its own after a headline and a first paragraph. */
function passageOf(
  marked: string,
  {
    language = "en",
    earlier = [],
    head = "Town closes bridge\n\nFirst.\n\n",
  }: Partial<Passage> & { head?: string } = {},
) {
  const whole = head + marked;
  const start = whole.indexOf("[");
  const end = whole.indexOf("]") - 1;
  const text = whole.replace("[", "").replace("]", "");
  return { text, blocks: guessBlocks(text), span: { start, end }, language, earlier };
}

function read(attributes: Attributes, name: string): unknown {
  const value = attributes[name];
  return typeof value === "object" ? value.words : value;
}

const propose = (type: string, marked: string, options = {}) =>
  proposeAttributes(QCU_1, type, passageOf(marked, options));

function tagOn(text: string, words: string, attributes: Attributes, type = "quote"): Tag {
  const start = text.indexOf(words);
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  return Tag.parse({
    id,
    article: id,
    type,
    attributes,
    anchor: { revision: 1, start, end: start + words.length, exact: words, prefix: "", suffix: "" },
    note: null,
    review: { state: "open", verdict: null, approval: null },
    evidence: [],
    author: id,
    at: 0,
    schemeVersion: 1,
    imported: null,
    answered: false,
    touched: 1,
  });
}

describe("the form of a quote", () => {
  test.each([
    ["marks, capital, three words", "She said [“We are done.”]", "direct"],
    ["straight marks", 'She said ["We are done."]', "direct"],
    ["two words", "She said [“We won.”]", "mixed"],
    ["no capital", "She called it [“a very bad idea”].", "mixed"],
    ["one word", "She called it [“theft”].", "mixed"],
    ["no marks", "She said [she was tired of it].", "indirect"],
    ["marks within", "She said [it was “theft” and no more].", "mixed"],
    ["a bracket first", "[“[The] bridge is gone,”] she said".replace("[The]", "(The)"), "direct"],
    ["without its marks", "She said “[We are done here]” twice", "direct"],
  ])("%s", (_, marked, form) => {
    expect(propose("quote", marked).form).toBe(form);
  });

  test.each([
    ["de", "Sie sagte: [„Wir sind am Ende.“]", "direct"],
    ["fr", "Il a dit : [« Nous avons fini. »]", "direct"],
    ["ja", "首相は[「増税はしない」]と述べた。", "direct"],
    ["ar", "قال [«انتهينا من كل شيء»] أمس", "direct"],
  ])("in %s", (language, marked, form) => {
    expect(propose("quote", marked, { language }).form).toBe(form);
  });

  it("takes the second half of a split quote as direct", () => {
    const passage = passageOf("“We won,” she said, [“and they know it.”]");
    expect(proposeAttributes(QCU_1, "quote", passage).form).toBe("mixed");
    const first = tagOn(passage.text, "“We won,”", { form: "direct" });
    expect(proposeAttributes(QCU_1, "quote", { ...passage, earlier: [first] }).form).toBe("direct");
  });
});

describe("who said it", () => {
  test.each([
    ["a name before", "Ada Osmond said: [“It is over now.”]", "Ada Osmond", "named", "said"],
    ["a name after", "[“It is over now,”] said Ada Osmond.", "Ada Osmond", "named", "said"],
    [
      "a name after, the other way",
      "[“It is over now,”] Ada Osmond told reporters.",
      "Ada Osmond",
      "named",
      "told",
    ],
    [
      "a title before the name",
      "[“It is over now,”] foreign minister Ada Osmond said.",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "a capitalised title",
      "President Ada van Osmond warned: [“It is over now.”]",
      "Ada van Osmond",
      "named",
      "warned",
    ],
    [
      "an apposition",
      "The mayor’s deputy, Ada Osmond, claimed, [“It is over now.”]",
      "Ada Osmond",
      "named",
      "claimed",
    ],
    [
      "an apposition after the name",
      "Ada Osmond, the mayor, said: [“It is over now.”]",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "a surname by its fullest form",
      "Ada Osmond arrived.\n\n[“It is over now,”] Osmond said.",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "a surname of two people",
      "Ada Osmond and Tom Osmond arrived.\n\n[“It is over now,”] Osmond said.",
      "Osmond",
      "named",
      "said",
    ],
    ["a pronoun", "Ada Osmond left early. [“It is over now,”] she said.", "Ada Osmond", "named", "said"],
    [
      "a role with one name",
      "Mayor Ada Osmond came late.\n\n[“It is over now,”] said the mayor.",
      "Ada Osmond",
      "named",
      "said",
    ],
    ["a role without a name", "[“It is over now,”] said the mayor.", "the mayor", "anonymous", "said"],
    [
      "somebody described",
      "[“It is over now,”] said a council official in Arle, who had seen it.",
      "a council official in Arle",
      "anonymous",
      "said",
    ],
    [
      "an institution",
      "[“It is over now,”] the ministry said in a note.",
      "the ministry",
      "organization",
      "said",
    ],
    ["a country", "Norway said: [“It is over now.”]", "Norway", "organization", "said"],
    ["officials", "U.S. officials said it was [“a bad sign”].", "U.S. officials", "organization", "said"],
    [
      "a document",
      "[“It is over now,”] according to a report by the council.",
      "a report by the council",
      "document",
      "according to",
    ],
    ["nobody", "The sign was clear. [“It is over now.”]", undefined, "unknown", undefined],
    ["nobody: a passive", "It is said to be [“a bad sign”].", undefined, "unknown", undefined],
    [
      "nobody: a verb inside another quotation",
      "“He said no” was written under [“It is over now.”]",
      undefined,
      "unknown",
      undefined,
    ],
    [
      "the nearer of two",
      "Tom Reed said it was late. [“It is over now,”] said Ada Osmond.",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "the one that introduces it",
      "Ada Osmond said: [“It is over now.”] Tom Reed said: “No, it is not.”",
      "Ada Osmond",
      "named",
      "said",
    ],
    [
      "the one before a second quotation",
      "“It is late,” said Ada Osmond. [“It is over now.”]",
      "Ada Osmond",
      "named",
      "said",
    ],
    ["across initials", "[“It is over now,”] said J. K. Osmond on Monday.", "J. K. Osmond", "named", "said"],
    [
      "in reported speech",
      "Last week, Ada Osmond also said [she was tired of it].",
      "Ada Osmond",
      "named",
      "said",
    ],
  ])("%s", (_, marked, speaker, sourceKind, cue) => {
    const attributes = propose("quote", marked);
    expect([read(attributes, "speaker"), attributes.sourceKind, read(attributes, "cue")]).toEqual([
      speaker,
      sourceKind,
      cue,
    ]);
  });

  it("takes the previous quote’s speaker where the paragraph attributes nothing, and a described source’s full description", () => {
    const passage = passageOf("Wer weiß. „Es ist vorbei.“ Dann: [„Wir gehen jetzt.“]", { language: "de" });
    const before = tagOn(passage.text, "„Es ist vorbei.“", { speaker: { words: "Ada Osmond" } });
    expect(read(proposeAttributes(QCU_1, "quote", { ...passage, earlier: [before] }), "speaker")).toBe(
      "Ada Osmond",
    );

    const later = passageOf(
      "“Too late,” said a council official in Arle.\n\n[“It is over now,”] said the official.",
    );
    const first = tagOn(later.text, "“Too late,”", { speaker: { words: "a council official in Arle" } });
    expect(read(proposeAttributes(QCU_1, "quote", { ...later, earlier: [first] }), "speaker")).toBe(
      "a council official in Arle",
    );
  });

  it("gives a claim inside a quote that quote’s speaker", () => {
    const passage = passageOf("She wrote: “It is over: [the bridge cost 3 million].”");
    const around = tagOn(passage.text, "“It is over: the bridge cost 3 million.”", {
      speaker: { words: "Ada Osmond" },
    });
    const attributes = proposeAttributes(QCU_1, "claim", { ...passage, earlier: [around] });
    expect([attributes.voice, read(attributes, "speaker"), attributes.kind]).toEqual([
      "attributed",
      "Ada Osmond",
      "quantity",
    ]);
  });
});

describe("the kind of a claim", () => {
  test.each([
    ["[Crime fell by 12 percent]", "quantity"],
    ["[Two dozen houses burned]", "quantity"],
    ["[More than 100,000 people left]", "quantity"],
    ["[It cost €3m]", "quantity"],
    ["[The bridge closed on 14 March 2024]", "event"],
    ["[The bridge closed in February 2022]", "event"],
    ["[The bridge closed on the 16th of February]", "event"],
    ["[The bridge opened in 1998 at 9:30 a.m.]", "event"],
    ["[The 34-year-old driver fled]", "event"],
    ["[An F-16 landed under Article 5]", "event"],
    ["[The bridge closed]", "event"],
    ["[In 2019, 40 people drowned]", "quantity"],
  ])("%s is %s", (marked, kind) => {
    expect(propose("claim", marked).kind).toBe(kind);
  });
});

describe("the voice of a claim", () => {
  test.each([
    ["own", "[The bridge closed on Monday].", "own", undefined],
    ["after a cue", "Ada Osmond said [the bridge had closed].", "attributed", "Ada Osmond"],
    ["with its cue", "[Ada Osmond said the bridge had closed.]", "attributed", "Ada Osmond"],
    [
      "before a closing attribution",
      "[The bridge had closed], Ada Osmond told the council.",
      "attributed",
      "Ada Osmond",
    ],
    ["before according to", "[The bridge closed], according to the council.", "attributed", "the council"],
    ["after according to", "According to the council, [the bridge closed].", "attributed", "the council"],
    ["a denial", "Ada Osmond denied [having closed the bridge].", "attributed", "Ada Osmond"],
    ["a number put", "The council put the number at [400 houses].", "attributed", "the council"],
    [
      "an accusation",
      "Officials directly accused [Norway of closing the bridge].",
      "attributed",
      "Officials",
    ],
    ["in a quotation", "“It is over, [the bridge is closed],” said Ada Osmond.", "attributed", "Ada Osmond"],
    ["in a quotation of nobody", "“It is over, [the bridge is closed].”", "attributed", undefined],
    ["in another clause", "[The bridge closed], while Ada Osmond said it was safe.", "own", undefined],
    ["in another sentence", "Ada Osmond said no. [The bridge closed].", "own", undefined],
    ["after a claimed thing", "The claimed repair came late; [the bridge closed].", "own", undefined],
    ["where nothing was said", "Ada Osmond did not say why [the bridge closed].", "own", undefined],
  ])("%s", (_, marked, voice, speaker) => {
    const attributes = propose("claim", marked);
    expect([attributes.voice, read(attributes, "speaker")]).toEqual([voice, speaker]);
  });
});

describe("the priority of a claim", () => {
  const article =
    "Town closes bridge\nIt had cracks.\nThe pier. Photo: Ada Berg\n\nThe council voted.\n\nIt will last.";
  test.each([
    ["Town closes bridge", "must"],
    ["It had cracks", "must"],
    ["The pier", "should"],
    ["The council voted", "must"],
    ["It will last", "should"],
  ])("%s is %s", (words, priority) => {
    expect(propose("claim", article.replace(words, `[${words}]`), { head: "" }).priority).toBe(priority);
  });
});

describe("uncertainty", () => {
  test.each([
    ["The pier [may] have cracked.", "hedge", "possible", "author"],
    ["The pier [is likely to] crack.", "hedge", "probable", "author"],
    ["The pier is [unlikely] to crack.", "hedge", "unlikely", "author"],
    ["The driver is [believed] to have fled.", "hedge", "probable", "author"],
    ["The council [appeared] confident.", "hedge", "probable", "author"],
    ["The [alleged] thief left.", "unverified", "unspecified", "author"],
    ["The [claimed] repair came late.", "unverified", "unspecified", "author"],
    ["It [is said to] have cost more.", "unverified", "unspecified", "author"],
    ["The figure [could not be independently verified].", "unverified", "unspecified", "author"],
    ["[The cause remains unclear].", "unknown", "unspecified", "author"],
    ["[The cause is under investigation].", "unknown", "unspecified", "author"],
    ["[No one knows the cause].", "unknown", "unspecified", "author"],
    ["There were [conflicting] reports.", "conflicting", "unspecified", "author"],
    ["The bridge is [expected to] reopen.", "forecast", "probable", "author"],
    ["[If it rains, the bridge would close].", "forecast", "unspecified", "author"],
    ["It was seen by [a council official, who asked not to be named].", "anonymous", "unspecified", "author"],
    ["It was seen by [a senior council official].", "anonymous", "unspecified", "author"],
    ["Ada Osmond said the pier [may] have cracked.", "hedge", "possible", "source"],
    ["“[Maybe] it cracked,” said Ada Osmond.", "hedge", "possible", "source"],
    ["The pier [stands].", "hedge", "unspecified", "author"],
  ])("%s", (marked, kind, level, holder) => {
    expect(propose("uncertainty", marked)).toEqual({ kind, level, holder });
  });
});

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

  test.each([
    "“It is late,” said Ada Osmond. ",
    "the mayor said, and ",
    "Ada Osmond ",
    "said ",
    "“",
    "According to Osmond, ",
    "2 ",
  ])("is fast in a paragraph of 20,000 characters of %j", (piece) => {
    const text = piece.repeat(20_000 / piece.length);
    const passage = {
      text,
      blocks: guessBlocks(text),
      span: { start: 10_000, end: 10_020 },
      language: "en",
      earlier: [],
    };
    const begun = performance.now();
    for (const { name } of QCU_1.types) proposeAttributes(QCU_1, name, passage);
    expect(performance.now() - begun).toBeLessThan(2_500);
  });
});

describe("QCU-1", () => {
  it("is a scheme", () => {
    expect(Scheme.parse(QCU_1)).toEqual(QCU_1);
  });

  it("names rules, standards, conditions and grades that are there, and has a key and a letter for each type", () => {
    const { types, grades } = Scheme.parse(QCU_1);
    for (const type of types) {
      const attributes = new Map(type.attributes.map((attribute) => [attribute.name, attribute]));
      expect(attributes.has(type.main)).toBe(true);
      for (const attribute of attributes.values()) {
        if (attribute.rule !== undefined) expect(isRuleId(attribute.rule)).toBe(true);
        if (attribute.kind === "choice")
          expect(attribute.choices.map(({ value }) => value)).toContain(attribute.standard);
        if (attribute.when) expect(attributes.get(attribute.when.attribute)).toBeDefined();
      }
    }
    expect(types.map(({ key, letter }) => key + letter)).toEqual(["qQ", "cC", "uU"]);
    const graded = grades.map(({ type, attribute }) =>
      typeNamed(QCU_1, type).attributes.some(({ name }) => name === attribute),
    );
    expect(graded).toEqual([true, true, true]);
  });

  it("uses every rule that there is", () => {
    const used = Scheme.parse(QCU_1).types.flatMap(({ attributes }) => attributes.map(({ rule }) => rule));
    for (const id of Object.keys(RULES)) expect(used).toContain(id);
  });

  it("reopens a checked tag for kind, form, speaker, voice and legal alone", () => {
    const material = Scheme.parse(QCU_1).types.flatMap(({ attributes }) =>
      attributes.filter(({ material }) => material),
    );
    expect([...new Set(material.map(({ name }) => name))].sort()).toEqual([
      "form",
      "kind",
      "legal",
      "speaker",
      "voice",
    ]);
  });
});
