import fc from "fast-check";
import { describe, expect, it, test } from "vitest";

import { blockAt, guessBlocks, isProminent, paragraphsOf } from "./blocks";

const LEAD =
  "The council voted on Tuesday night to close the bridge over the Arle for repairs, after two inspections had found cracks in its northern pier.";
const SECOND =
  "It will stay closed until the autumn, the mayor told a meeting that ran past midnight and ended in applause.";

/** Each case is an article, one line a paragraph, with the kind that each is to get. */
const articles: Record<string, [kind: string, line: string][]> = {
  "a standfirst glued to a captioned photograph": [
    ["headline", "Town Closes Bridge, Again"],
    ["", ""],
    ["standfirst", "The closure comes a day before the fair. Nobody knows how the stalls will cross."],
    [
      "caption",
      "Barriers at the north end of the bridge in March. Photo:\u00A0 Town Archive\\Ada Berg via Getty Images",
    ],
    ["", ""],
    ["body", LEAD],
    ["", ""],
    ["", ""],
    ["body", SECOND],
  ],
  "a standfirst glued to the headline": [
    ["headline", "Town closes bridge"],
    ["standfirst", "Two inspections found cracks. The fair is off."],
    ["", ""],
    ["body", LEAD],
    ["body", SECOND],
  ],
  "Markdown with a byline": [
    ["headline", "# Town closes bridge."],
    ["", ""],
    ["standfirst", "## Two inspections found cracks"],
    ["", ""],
    ["credit", "*By Ada Berg and Tom van Reed*"],
    ["", ""],
    ["caption", "![The bridge in March](bridge.jpg)"],
    ["", ""],
    ["body", LEAD],
    ["", ""],
    ["body", "## What happens next"],
    ["", ""],
    ["body", SECOND],
  ],
  "a standfirst before a byline": [
    ["headline", "Town closes bridge"],
    ["", ""],
    ["standfirst", "Two inspections found cracks. The fair is off."],
    ["", ""],
    ["credit", "By Ada Berg"],
    ["", ""],
    ["body", LEAD],
  ],
  "no standfirst": [
    ["headline", "Town closes bridge"],
    ["", ""],
    ["body", LEAD],
    ["", ""],
    ["body", SECOND],
  ],
  "no gaps at all": [
    ["headline", "Town closes bridge"],
    ["body", LEAD],
    ["body", SECOND],
  ],
  "a date and a byline first": [
    ["credit", "14 March 2026"],
    ["credit", "By Ada Berg"],
    ["headline", "Town closes bridge"],
    ["body", LEAD],
  ],
  "no headline": [
    ["body", LEAD],
    ["body", SECOND],
  ],
  "a sentence that begins like a byline": [
    ["headline", "Town closes bridge"],
    ["body", "By Monday the water had gone."],
    ["body", LEAD],
  ],
  "a photograph in the middle and credits at the end": [
    ["headline", "Town closes bridge"],
    ["", ""],
    ["body", LEAD],
    ["", ""],
    ["caption", "The northern pier, where the cracks are. (AP Photo/Ada Berg)"],
    ["", ""],
    ["body", SECOND],
    ["", ""],
    ["credit", "Reporting by Ada Berg; Editing by Tom Reed"],
  ],
  "a credit on a line of its own": [
    ["headline", "Town closes bridge"],
    ["body", LEAD],
    ["credit", "Photo: Ada Berg"],
    ["body", SECOND],
  ],
  Japanese: [
    ["headline", "首相、増税を否定"],
    ["", ""],
    ["body", "首相は十日の記者会見で「増税はしない」と述べた。"],
    ["", ""],
    ["body", "野党は反発している。"],
  ],
  "one line": [["body", "Town closes bridge"]],
};

describe("guessBlocks", () => {
  test.each(Object.entries(articles))("%s", (_, lines) => {
    const text = lines.map(([, line]) => line).join("\n");
    const guessed = guessBlocks(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
    expect(guessed).toEqual(lines.filter(([kind]) => kind !== ""));
  });

  it("gives every paragraph that is not empty one block, in order", () => {
    const line = fc.oneof(
      fc.constantFrom("", " ", "\u00A0", "Photo: X", "By Ada Berg", "# A", "😀 Town", LEAD),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join("\n");
        const blocks = guessBlocks(text);
        const full = paragraphsOf(text).filter(({ start, end }) => text.slice(start, end).trim() !== "");
        expect(blocks.map(({ start, end }) => ({ start, end }))).toEqual(full);
        expect(blocks.filter(({ kind }) => kind === "headline").length).toBeLessThanOrEqual(1);
        for (const block of blocks) expect(blockAt(blocks, block.start)).toBe(block);
      }),
    );
  });
});

test("paragraphsOf gives lines without their LF, empty ones too", () => {
  expect(paragraphsOf("a\n\nbc\n")).toEqual([
    { start: 0, end: 1 },
    { start: 2, end: 2 },
    { start: 3, end: 5 },
    { start: 6, end: 6 },
  ]);
});

test("headline, standfirst and first body paragraph are prominent; captions are not", () => {
  const text = (articles["a standfirst glued to a captioned photograph"] ?? [])
    .map(([, line]) => line)
    .join("\n");
  const blocks = guessBlocks(text);
  expect(blocks.map(({ start }) => isProminent(blocks, start))).toEqual([true, true, false, true, false]);
  expect(isProminent(blocks, text.indexOf("\n"))).toBe(false);
  expect(blockAt(blocks, text.length)).toBeNull();
  expect(blockAt([], 0)).toBeNull();
});
