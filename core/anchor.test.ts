import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { checkSpan, CONTEXT, describePassage, moveEdge, snapToWords, trimSpan } from "./anchor";

/** Texts of everything that makes offsets go wrong. */
const texts = fc.string({
  unit: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom("a", "word ", "U.S. ", "don’t ", "“", "”", '"', " ", ".", "\n", "3.5 "),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "😀",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "🇫",
        "e\u0301",
        "\u0301",
        "\u200D",
        "שלום ",
        "مرحبا ",
        "\u200F",
        "\u0600",
        "政府は",
        "ภาษาไทย",
        "क्षि",
        "한",
        "\u1100",
        "\u00A0",
        "\u2028",
        "\u0085",
        "\u{FEFF}",
        "\u200B",
        "\uFE0F",
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 2 }) },
  ),
  minLength: 1,
  maxLength: 60,
});

const selections = texts.chain((text) =>
  fc.record({
    text: fc.constant(text),
    a: fc.nat(text.length),
    b: fc.nat(text.length),
    by: fc.integer({ min: -4, max: 4 }),
    edge: fc.constantFrom("start" as const, "end" as const),
    unit: fc.constantFrom("word" as const, "character" as const),
    language: fc.constantFrom("en", "de", "ja", "ar", "th"),
  }),
);

const ordered = (a: number, b: number) => ({ start: Math.min(a, b), end: Math.max(a, b) });
/** […] marks the selection, or the answer. */
function marked(text: string) {
  const start = text.indexOf("[");
  const end = text.indexOf("]") - 1;
  return { text: text.replace("[", "").replace("]", ""), span: { start, end } };
}
const show = (text: string, { start, end }: { start: number; end: number }) =>
  `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

describe("checkSpan", () => {
  test.each([
    ["outside", "word", 0, 5, "outside the text"],
    ["before the beginning", "word", -1, 2, "outside the text"],
    ["not whole", "word", 0.5, 2, "outside the text"],
    ["empty", "word", 2, 2, "empty"],
    ["backwards", "word", 3, 2, "empty"],
    ["a pair cut", "a😀b", 0, 2, "cuts a character in two at line 1, column"],
    ["an accent left behind", "cafe\u0301", 0, 4, "cuts a character"],
    ["a family cut", "👩‍👩‍👧", 0, 5, "cuts a character"],
    ["a flag cut", "🇩🇪🇫🇷", 0, 6, "cuts a character"],
    ["white space first", "a b", 1, 3, "white space"],
    ["a no-break space last", "a\u00A0b", 0, 2, "white space"],
    ["a line end last", "a\nb", 0, 2, "white space"],
    ["a line separator first", "a\u2028b", 1, 3, "white space"],
  ])("refuses %s", (_, text, start, end, sentence) => {
    expect(() => checkSpan(text, { start, end })).toThrow(sentence);
  });

  test.each([
    ["a flag", "🇩🇪🇫🇷", 0, 4],
    ["the whole text", "word", 0, 4],
    ["across paragraphs", "one\n\ntwo", 1, 7],
  ])("passes %s", (_, text, start, end) => {
    expect(() => checkSpan(text, { start, end })).not.toThrow();
  });
});

describe("describePassage", () => {
  it("keeps the words and what stands around them", () => {
    const { text, span } = marked("The mayor said the bridge was [safe], twice.");
    expect(describePassage(text, 3, span)).toEqual({
      revision: 3,
      ...span,
      exact: "safe",
      prefix: "The mayor said the bridge was ",
      suffix: ", twice.",
    });
  });

  it("cuts context between characters", () => {
    const family = "👩‍👩‍👧‍👦";
    const anchor = describePassage(family.repeat(3) + "x" + family.repeat(3), 1, { start: 33, end: 34 });
    expect(anchor.prefix).toBe(family.repeat(2));
    expect(anchor.suffix).toBe(family.repeat(2));
  });

  it("holds for every span that may be tagged", () => {
    fc.assert(
      fc.property(selections, ({ text, a, b }) => {
        const span = ordered(a, b);
        fc.pre(passes(text, span));
        const anchor = describePassage(text, 1, span);
        expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        expect(text.slice(0, anchor.start).endsWith(anchor.prefix)).toBe(true);
        expect(text.slice(anchor.end).startsWith(anchor.suffix)).toBe(true);
        expect(Math.max(anchor.prefix.length, anchor.suffix.length)).toBeLessThanOrEqual(CONTEXT);
        const bounds = graphemeBounds(text);
        expect(bounds).toContain(anchor.start - anchor.prefix.length);
        expect(bounds).toContain(anchor.end + anchor.suffix.length);
      }),
    );
  });
});

function passes(text: string, span: { start: number; end: number }): boolean {
  return doesNotThrow(() => checkSpan(text, span));
}

function doesNotThrow(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function graphemeBounds(text: string): Set<number> {
  const parts = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  return new Set([text.length, ...[...parts].map((part) => part.index)]);
}

it("checkSpan agrees with the rule read off the whole text", () => {
  fc.assert(
    fc.property(selections, ({ text, a, b }) => {
      const span = ordered(a, b);
      const bounds = graphemeBounds(text);
      const exact = text.slice(span.start, span.end);
      const whole = bounds.has(span.start) && bounds.has(span.end);
      if (passes(text, span)) {
        expect(whole).toBe(true);
        expect(exact).not.toMatch(/^\s|\s$/);
      } else if (whole && exact !== "") {
        const parts = [...new Intl.Segmenter("en").segment(exact)].map((part) => part.segment);
        expect([parts.at(0), parts.at(-1)].some((part) => /[\s\u0085]/.test(part ?? ""))).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["[ a b ]", "a b"],
  ["x[\u00A0\n b\u2028]y", "b"],
  ["[e\u0301]", "e\u0301"],
])("trimSpan of %j", (given, exact) => {
  const { text, span } = marked(given);
  const trimmed = trimSpan(text, span);
  expect(trimmed && text.slice(trimmed.start, trimmed.end)).toBe(exact);
});

test("trimSpan of nothing but white space", () => {
  expect(trimSpan("a \n b", { start: 1, end: 4 })).toBeNull();
});

describe("snapToWords", () => {
  test.each([
    ["half of two words", "The ma[yor sa]id no.", "en", "The [mayor said] no."],
    ["one letter", "The may[o]r said", "en", "The [mayor] said"],
    ["blanks at the edges", "The[ mayor ]said", "en", "The [mayor] said"],
    ["a contraction", "She did[n’]t go", "en", "She [didn’t] go"],
    ["a figure", "rose [3].5 percent", "en", "rose [3.5] percent"],
    ["marks outside stay outside", "said “[ye]s” twice", "en", "said “[yes]” twice"],
    ["marks inside stay inside", "said [“ye]s” twice", "en", "said [“yes]” twice"],
    ["a full stop inside stays", "He s[aid no.]", "en", "He [said no.]"],
    ["guillemets", "dit [« ou]i » hier", "fr", "dit [« oui] » hier"],
    ["a mark alone", "said [“]yes”", "en", "said [“]yes”"],
    ["Japanese", "政[府は増]税しない", "ja", "[政府は増税]しない"],
    ["Chinese", "中国政[府表]示", "zh", "中国[政府表示]"],
    ["Hebrew", "ראש המ[משלה אמ]ר", "he", "ראש [הממשלה אמר]"],
    ["Arabic", "قال الر[ئي]س أمس", "ar", "قال [الرئيس] أمس"],
    ["half an emoji", "ok 👩‍[👩]‍👧 fine", "en", "ok [👩‍👩‍👧] fine"],
    ["across paragraphs", "on[e\n\ntw]o", "en", "[one\n\ntwo]"],
    ["an unknown language", "The may[o]r", "xx-abcde-abcde", "The [mayor]"],
  ])("%s", (_, given, language, snapped) => {
    const { text, span } = marked(given);
    expect(show(text, snapToWords(text, span, language))).toBe(snapped);
  });

  it("asks for words when there are none", () => {
    expect(() => snapToWords("a  b", { start: 1, end: 3 }, "en")).toThrow("Select the words");
  });

  it("gives a span that may be tagged, and holds all that was selected", () => {
    fc.assert(
      fc.property(selections, ({ text, a, b, language }) => {
        const selected = ordered(a, b);
        const trimmed = trimSpan(text, selected);
        if (trimmed === null || !passes(text, trimmed)) {
          fc.pre(doesNotThrow(() => snapToWords(text, selected, language)));
        }
        const snapped = snapToWords(text, selected, language);
        expect(() => checkSpan(text, snapped)).not.toThrow();
        if (trimmed === null || !passes(text, trimmed)) return;
        expect(snapped.start).toBeLessThanOrEqual(trimmed.start);
        expect(snapped.end).toBeGreaterThanOrEqual(trimmed.end);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("moveEdge", () => {
  test.each([
    ["end on by a word", "a [big] bad wolf", "end", 1, "word", "a [big bad] wolf"],
    ["end on by two", "a [big] bad wolf", "end", 2, "word", "a [big bad wolf]"],
    ["end back by a word", "a [big bad] wolf", "end", -1, "word", "a [big] bad wolf"],
    ["end not past the start", "a [big] bad wolf", "end", -1, "word", "a [big] bad wolf"],
    ["start back", "a [big] bad wolf", "start", -1, "word", "[a big] bad wolf"],
    ["start on", "a [big bad] wolf", "start", 1, "word", "a big [bad] wolf"],
    ["start stays at the beginning", "[a] b", "start", -1, "word", "[a] b"],
    ["end stays at the end", "a [b]", "end", 1, "word", "a [b]"],
    ["closing marks take a step", "say “[yes].” Then", "end", 1, "word", "say “[yes.”] Then"],
    ["opening marks take a step", "say “[yes]”", "start", -1, "word", "say [“yes]”"],
    ["into the next paragraph", "[one]\n\ntwo", "end", 1, "word", "[one\n\ntwo]"],
    ["into the previous paragraph", "one\n\n[two]", "start", -1, "word", "[one\n\ntwo]"],
    ["by characters", "[ab]cd", "end", 1, "character", "[abc]d"],
    ["characters skip white space", "[ab] cd", "end", 1, "character", "[ab c]d"],
    ["a whole family", "[a]👩‍👩‍👧b", "end", 1, "character", "[a👩‍👩‍👧]b"],
    ["in Japanese", "[政府]は増税", "end", 2, "word", "[政府は増税]"],
  ] as const)("%s", (_, given, edge, by, unit, moved) => {
    const { text, span } = marked(given);
    expect(
      show(text, moveEdge(text, span, { edge, by, unit, language: given.includes("政") ? "ja" : "en" })),
    ).toBe(moved);
  });

  it("does not stop at a character that holds a blank", () => {
    const text = 'éภาษาไทย"“\u0600 "aU.S. ';
    const moved = moveEdge(
      text,
      { start: 0, end: 14 },
      { edge: "start", by: 2, unit: "word", language: "en" },
    );
    expect(() => checkSpan(text, moved)).not.toThrow();
  });

  it("always gives a span that may be tagged", () => {
    fc.assert(
      fc.property(selections, ({ text, a, b, edge, by, unit, language }) => {
        const span = ordered(a, b);
        fc.pre(passes(text, span));
        expect(() => checkSpan(text, moveEdge(text, span, { edge, by, unit, language }))).not.toThrow();
      }),
      { numRuns: 1_000 },
    );
  });
});
