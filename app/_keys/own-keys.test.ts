import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { KeyedAction } from "./action";
import { collide, conflictsOf, type OwnKeys, withKey, withOwnKeys, withUsualKeys } from "./own-keys";

function action(id: string, ...keys: string[]): KeyedAction {
  return { id, keys, label: id, group: "page" };
}

const ACTIONS = [
  action("tag", "q"),
  action("next", "j", "Alt+j"),
  action("wrong", "v w"),
  action("disputed", "v d"),
  action("none"),
];
const CHORDS = ["q", "j", "Alt+j", "v", "v w", "v d", "b", "b x", "Mod+b"];

const keysOf = (own: OwnKeys) =>
  Object.fromEntries(withOwnKeys(ACTIONS, own).map(({ id, keys }) => [id, keys]));

describe("one's own keys", () => {
  it("stand instead of the usual ones, and are taken from what they usually do", () => {
    expect(keysOf({ none: ["j"], tag: [] })).toEqual({
      tag: [],
      next: ["Alt+j"],
      wrong: ["v w"],
      disputed: ["v d"],
      none: ["j"],
    });
  });

  it("do nothing under the name of an action that is not there", () => {
    expect(keysOf({ gone: ["q"] }).tag).toEqual(["q"]);
  });

  it.each([
    ["the same key", "q", ["tag"]],
    ["a first key of two", "v", ["wrong", "disputed"]],
    ["a key that begins with another's", "q x", ["tag"]],
    ["a key with a modifier is another key", "Alt+q", []],
  ])("conflict by name: %s", (_, chord, ids) => {
    expect(conflictsOf(ACTIONS, "none", chord).map(({ id }) => id)).toEqual(ids);
  });

  it("replace one of several, in its place", () => {
    expect(withKey(ACTIONS, {}, { id: "next", chord: "b", replaces: "j" })).toEqual({ next: ["b", "Alt+j"] });
    expect(withKey(ACTIONS, {}, { id: "next", chord: "b" })).toEqual({ next: ["j", "Alt+j", "b"] });
  });

  it("never share a key, whatever is chosen one after the other, and are as chosen last", () => {
    const step = fc.record({
      id: fc.constantFrom(...ACTIONS.map(({ id }) => id)),
      chord: fc.constantFrom(...CHORDS),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let own: OwnKeys = {};
        for (const chosen of steps) {
          own = withKey(ACTIONS, own, chosen);
          expect(keysOf(own)[chosen.id]).toContain(chosen.chord);
        }
        const now = withOwnKeys(ACTIONS, own);
        for (const { id, keys } of now)
          for (const chord of keys) {
            expect(conflictsOf(now, id, chord)).toEqual([]);
            expect(keys.filter((other) => collide(chord, other))).toEqual([chord]);
          }
      }),
    );
  });

  it("go back to the usual ones", () => {
    const own = withKey(ACTIONS, {}, { id: "none", chord: "q" });
    expect(keysOf(own).tag).toEqual([]);
    expect(keysOf(withUsualKeys(own, "none"))).toEqual(keysOf({}));
  });
});
