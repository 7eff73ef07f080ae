import { describe, expect, it } from "vitest";

import type { KeyedAction } from "./action";
import { sheetGroups } from "./sheet-rows";

const ACTIONS: KeyedAction[] = [
  { id: "main 1", keys: ["1"], label: "Choice 1", series: "Main attribute", group: "tagging" },
  { id: "next", keys: ["j", "Alt+j"], label: "Next tag", group: "moving" },
  { id: "main 2", keys: ["2"], label: "Choice 2", series: "Main attribute", group: "tagging" },
  { id: "undecided", keys: [], label: "Next undecided tag", group: "moving" },
];

function found(sought: string): string[] {
  return sheetGroups(ACTIONS, sought).flatMap(({ rows }) => rows.map(({ label }) => label));
}

describe("the rows of the sheet of keys", () => {
  it("stand by group, with a series in one row and each action's first key", () => {
    expect(sheetGroups(ACTIONS, "")).toEqual([
      { group: "tagging", rows: [{ id: "main 1", label: "Main attribute", keys: ["1", "2"] }] },
      {
        group: "moving",
        rows: [
          { id: "next", label: "Next tag", keys: ["j"] },
          { id: "undecided", label: "Next undecided tag", keys: [] },
        ],
      },
    ]);
  });

  it.each([
    ["tag next", ["Next tag", "Next undecided tag"]],
    ["UNDEC", ["Next undecided tag"]],
    ["main", ["Main attribute"]],
    ["alt+j", ["Next tag"]],
    ["nothing", []],
  ])("are found by words and by key: %s", (sought, labels) => {
    expect(found(sought)).toEqual(labels);
  });
});
