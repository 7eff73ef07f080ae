import { describe, expect, it } from "vitest";

import { chooseByKey, extend, nothingChosen, type Selection, toggle } from "./selection";

const KEYS = ["a", "b", "c", "d", "e"];
const shown = ({ chosen }: Selection<string>) => KEYS.filter((key) => chosen.has(key)).join("");
const press = (key: string, modifiers: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...modifiers,
});

describe("choosing rows", () => {
  it("chooses one and lets it go again", () => {
    const one = toggle(nothingChosen<string>(), "b");
    expect(shown(one)).toBe("b");
    expect(shown(toggle(one, "b"))).toBe("");
  });

  it.each([
    ["down", "b", "d", "bcd"],
    ["up", "d", "b", "bcd"],
    ["to itself", "c", "c", "c"],
  ])("extends %s", (_, from, to, expected) => {
    expect(shown(extend(toggle(nothingChosen<string>(), from), to, KEYS))).toBe(expected);
  });

  it("extends from the same row again, and lets go what the anchor was let go with", () => {
    const some = extend(extend(toggle(nothingChosen<string>(), "b"), "d", KEYS), "a", KEYS);
    expect(shown(some)).toBe("abcd");
    expect(shown(extend(toggle(some, "b"), "d", KEYS))).toBe("a");
  });

  it("chooses the row alone where the one before is no longer in the list", () => {
    const gone = toggle(nothingChosen<string>(), "z");
    expect(shown(extend(gone, "c", KEYS))).toBe("c");
    expect(shown(extend(nothingChosen<string>(), "c", KEYS))).toBe("c");
  });

  it.each([
    [press(" "), "bc"],
    [press(" ", { shiftKey: true }), "bc"],
    [press("a", { ctrlKey: true }), "abcde"],
    [press("A", { metaKey: true }), "abcde"],
    [press("a"), null],
    [press("Enter"), null],
  ])("answers %j", (event, expected) => {
    const selection = toggle(nothingChosen<string>(), "b");
    const next = chooseByKey(event, "c", { selection, keys: KEYS });
    expect(next && shown(next)).toBe(expected);
  });
});
