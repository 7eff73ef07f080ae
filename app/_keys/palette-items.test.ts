import { describe, expect, it } from "vitest";

import { type PaletteGroup, paletteGroups } from "./palette-items";

const item = (label: string, more: { needs?: string; also?: string } = {}) => ({
  id: label,
  label,
  run: () => undefined,
  ...more,
});
const GROUPS: PaletteGroup[] = [
  { label: "Tagging", items: [item("Withdraw your tag", { needs: "Needs a tag" }), item("Tag as claim")] },
  { label: "Moving", items: [item("Next tag"), item("Previous tag", { also: "back" })] },
  { label: "Tags", items: [item("the tagged words")], whenSought: true },
];

function listed(sought: string, recent: string[] = []): [string, string[]][] {
  return paletteGroups(GROUPS, { sought, recent, recentLabel: "Recent" }).map(({ label, items }) => [
    label,
    items.map((each) => each.label),
  ]);
}

describe("what the palette lists", () => {
  it("is everything but what has to be sought, while nothing is, with what can be done first", () => {
    expect(listed("")).toEqual([
      ["Tagging", ["Tag as claim", "Withdraw your tag"]],
      ["Moving", ["Next tag", "Previous tag"]],
    ]);
  });

  it("begins with what was done last, once, if it can be done now", () => {
    expect(listed("", ["Next tag", "Withdraw your tag", "gone"])).toEqual([
      ["Recent", ["Next tag"]],
      ["Tagging", ["Tag as claim", "Withdraw your tag"]],
      ["Moving", ["Previous tag"]],
    ]);
  });

  it.each([
    ["every word counts", "tag next", [["Moving", ["Next tag"]]]],
    ["what cannot be seen counts as well", "BACK", [["Moving", ["Previous tag"]]]],
    [
      "beginnings first, what cannot be done last",
      "tag",
      [
        ["Tagging", ["Tag as claim", "Withdraw your tag"]],
        ["Moving", ["Next tag", "Previous tag"]],
        ["Tags", ["the tagged words"]],
      ],
    ],
    ["nothing is like it", "zebra", []],
  ])("has the sought words: %s", (_, sought, expected) => {
    expect(listed(sought)).toEqual(expected);
  });

  it("is cut where there is much", () => {
    const many = { label: "Tags", items: Array.from({ length: 99 }, (_, n) => item(`tag ${n}`)) };
    const [group] = paletteGroups([many], { sought: "tag", recent: [], recentLabel: "" });
    expect(group?.items).toHaveLength(30);
  });
});
