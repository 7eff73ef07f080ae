import { describe, expect, it } from "vitest";

import { USUAL_PREFERENCES, withChange } from "./preferences";
import { PreferencesChange, readPreferences } from "./shapes/preferences";

const OWN = {
  version: 1,
  keys: { next: ["Alt+n"], "verdict wrong": [] },
  singleKeys: false,
  reader: { size: "large", width: "narrow", face: "sans" },
  theme: "dark",
  firstSteps: { done: ["tag"], dismissed: false },
  notices: { noBell: ["reply"], noMail: [], digest: { every: "daily", hour: 7, zone: "Asia/Kathmandu" } },
} as const;

describe("preferences as they were stored", () => {
  it("are read", () => {
    expect(readPreferences(OWN)).toEqual(OWN);
  });

  it("are read, with what they did not know of yet as usual", () => {
    const { theme: _theme, firstSteps: _steps, notices: _notices, ...older } = OWN;
    const { theme, firstSteps, notices } = USUAL_PREFERENCES;
    expect(readPreferences(older)).toEqual({ ...older, theme, firstSteps, notices });
  });

  it.each([
    ["nothing", null],
    ["another version", { ...OWN, version: 2 }],
    ["something beside", { ...OWN, colour: "blue" }],
    [
      "a time zone that there is not",
      { ...OWN, notices: { ...OWN.notices, digest: { ...OWN.notices.digest, zone: "Mars/Olympus" } } },
    ],
    ["a size that there is not", { ...OWN, reader: { ...OWN.reader, size: "huge" } }],
  ])("are the usual ones for %s", (_, stored) => {
    expect(readPreferences(stored)).toEqual(USUAL_PREFERENCES);
  });
});

describe("a change of preferences", () => {
  it("leaves the parts alone that it does not name", () => {
    const before = readPreferences(OWN);
    expect(withChange(before, { singleKeys: true })).toEqual({ ...OWN, singleKeys: true });
    expect(withChange(before, { keys: {} })).toEqual({ ...OWN, keys: {} });
    expect(withChange(before, { theme: "light" })).toEqual({ ...OWN, theme: "light" });
    expect(PreferencesChange.parse({ singleKeys: true })).toEqual({ singleKeys: true });
  });

  it.each([
    ["three keys in a row", { keys: { next: ["a b c"] } }],
    ["an empty key", { keys: { next: [""] } }],
    ["more keys than an action needs", { keys: { next: ["a", "b", "c", "d", "e"] } }],
    ["a part that there is not", { colour: "blue" }],
    ["its version", { version: 1 }],
    ["too many actions", { keys: Object.fromEntries(Array.from({ length: 301 }, (_, n) => [`a${n}`, []])) }],
  ])("is refused with %s", (_, change) => {
    expect(PreferencesChange.safeParse(change).success).toBe(false);
  });
});
