import { describe, expect, it } from "vitest";

import { passageAt } from "./passage";

const TEXT =
  "The wall is long. It was built in 1902.\n\n“We knew,” said Mara. “We told them.” He left.\nNo more.";

function take(takes: "sentence" | "quotation", words: string, onwards = false): string | null {
  const span = passageAt(takes, { text: TEXT, language: "en", offset: TEXT.indexOf(words), onwards });
  return span && TEXT.slice(span.start, span.end);
}

describe("what a key takes when nothing is selected", () => {
  it.each([
    ["wall", "The wall is long."],
    ["It was", "It was built in 1902."],
    ["\n\n", "“We knew,” said Mara."],
  ])("the sentence at “%s”", (words, expected) => {
    expect(take("sentence", words)).toBe(expected);
  });

  it("the next sentence, after one that is tagged", () => {
    expect(take("sentence", " It was", true)).toBe("It was built in 1902.");
    expect(take("sentence", ". It was", true)).toBe("It was built in 1902.");
    expect(take("sentence", "more.", true)).toBeNull();
  });

  it.each([
    ["knew", "“We knew,”"],
    ["said", "“We told them.”"],
    ["wall", "“We knew,”"],
  ])("the quotation at or after “%s”", (words, expected) => {
    expect(take("quotation", words)).toBe(expected);
  });

  it("the next quotation, and none after the last", () => {
    expect(take("quotation", "“We knew", true)).toBe("“We knew,”");
    expect(take("quotation", "knew", true)).toBe("“We told them.”");
    expect(take("quotation", "He left")).toBeNull();
  });
});
