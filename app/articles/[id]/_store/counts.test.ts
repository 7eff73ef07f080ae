import { describe, expect, it } from "vitest";

import { EVERY_TAG } from "./filter";
import { articleWithTag, TAG } from "~/core/testing";
import type { Tag, TagState } from "~/core/tag";
import { countTags, offeredStates, toggled } from "./counts";

function tagIn(state: TagState, type = "claim"): Tag {
  const tag = articleWithTag(state).slice.tags.get(TAG);
  if (!tag) throw new Error("The tag is missing.");
  return { ...tag, type };
}

const tags = [
  tagIn("open"),
  tagIn("open", "quote"),
  tagIn("checked"),
  tagIn("stale", "quote"),
  tagIn("dismissed"),
];

describe("counting tags", () => {
  it("counts what stands and what is decided, whatever the filter", () => {
    expect(countTags(tags, EVERY_TAG)).toMatchObject({ standing: 4, decided: 1, shown: 4, undecided: 3 });
    expect(countTags(tags, { ...EVERY_TAG, types: ["quote"] })).toMatchObject({ standing: 4, decided: 1 });
  });

  it("counts for each type what it would show beside the other filters", () => {
    const { types } = countTags(tags, { ...EVERY_TAG, types: ["quote"], states: ["open"] });
    expect([...types]).toEqual([
      ["claim", 1],
      ["quote", 1],
    ]);
  });

  it("counts for each state what it would show, dismissed ones too", () => {
    expect(countTags(tags, EVERY_TAG).states).toMatchObject({ open: 2, checked: 1, stale: 1, dismissed: 1 });
    expect(countTags(tags, { ...EVERY_TAG, types: ["quote"] }).states).toMatchObject({
      open: 1,
      stale: 1,
      checked: 0,
    });
  });

  it("offers the states that there are, and what was asked for", () => {
    const counts = countTags(tags, EVERY_TAG);
    expect(offeredStates(counts, null)).toEqual(["open", "checked", "stale", "dismissed"]);
    expect(offeredStates(counts, ["approved"])).toContain("approved");
  });
});

describe("toggling", () => {
  it.each([
    [null, "a", ["a"]],
    [["a"], "b", ["a", "b"]],
    [["a", "b"], "a", ["b"]],
    [["a"], "a", null],
  ] as const)("%j with %s is %j", (list, item, result) => {
    expect(toggled<string>(list, item)).toEqual(result);
  });
});
