import { describe, expect, it } from "vitest";

import { articleWithTag, TAG } from "~/core/testing";
import type { Tag, TagState } from "~/core/tag";
import { wordsOf } from "~/core/words";
import { EVERY_TAG, matches, type TagFilter } from "./filter";

function tagIn(state: TagState, change: Partial<Tag> = {}): Tag {
  const tag = articleWithTag(state).slice.tags.get(TAG);
  if (!tag) throw new Error("The tag is missing.");
  return { ...tag, ...change };
}

describe("a filter", () => {
  const speaker = { attributes: { speaker: wordsOf("Mara Quill") } };
  const cases: [string, Partial<TagFilter>, Tag, boolean][] = [
    ["that asks nothing shows what stands", {}, tagIn("open"), true],
    ["that asks nothing hides what was dismissed", {}, tagIn("dismissed"), false],
    ["that asks nothing hides what was withdrawn", {}, tagIn("withdrawn"), false],
    ["by state shows what was dismissed", { states: ["dismissed"] }, tagIn("dismissed"), true],
    ["by state hides other states", { states: ["checked", "stale"] }, tagIn("open"), false],
    ["by type shows the type", { types: ["claim"] }, tagIn("open"), true],
    ["by type hides other types", { types: ["quote"] }, tagIn("open"), false],
    ["by no type at all hides everything", { types: [] }, tagIn("open"), false],
    ["of the undecided shows open ones", { undecidedOnly: true }, tagIn("open"), true],
    ["of the undecided shows stale ones", { undecidedOnly: true }, tagIn("stale"), true],
    ["of the undecided hides checked ones", { undecidedOnly: true }, tagIn("checked"), false],
    ["by words looks into the passage, whatever the case", { words: "WALL is" }, tagIn("open"), true],
    [
      "by words looks into the note",
      { words: "by hand" },
      tagIn("open", { note: wordsOf("By hand.") }),
      true,
    ],
    ["by words looks into written attributes", { words: "quill" }, tagIn("open", speaker), true],
    ["by words hides what lacks them", { words: "tunnel" }, tagIn("open"), false],
    ["by words finds nothing where they were removed", { words: "null" }, removed(), false],
    ["asks for all that it names", { words: "wall", types: ["quote"] }, tagIn("open"), false],
  ];
  it.each(cases)("%s", (_, filter, tag, shown) => {
    expect(matches(tag, { ...EVERY_TAG, ...filter })).toBe(shown);
  });
});

function removed(): Tag {
  return tagIn("open", { note: { ref: "2/note", words: null, removedAt: 1 } });
}
