import { describe, expect, it } from "vitest";

import type { UserId } from "./ids";
import { shareOut, type Sharing } from "./sharing-out";
import { AUTHOR, ONE, tagNumber, TWO } from "./testing";

const tags = [1, 2, 3, 4, 5, 6].map(tagNumber);
const everybody: Sharing = {
  tags,
  among: [ONE, TWO, AUTHOR],
  how: "in-turn",
  load: new Map(),
  canTake: () => true,
};

const counts = (sharing: Sharing) => {
  const got = shareOut(sharing).map(({ to }) => to);
  return sharing.among.map((person) => got.filter((to) => to === person).length);
};

describe("sharing out", () => {
  it("in turn goes round", () => {
    expect(shareOut(everybody).map(({ to }) => to)).toEqual([ONE, TWO, AUTHOR, ONE, TWO, AUTHOR]);
  });

  it("in turn does not look at what anybody has", () => {
    expect(counts({ ...everybody, load: new Map([[ONE, 9]]) })).toEqual([2, 2, 2]);
  });

  const loads: [number, number, number, number[]][] = [
    [0, 0, 0, [2, 2, 2]],
    [9, 0, 0, [0, 3, 3]],
    [1, 3, 0, [3, 0, 3]],
    [5, 4, 0, [0, 1, 5]],
  ];
  it.each(loads)("by load, where they have %i, %i and %i", (one, two, author, expected) => {
    const load = new Map<UserId, number>([
      [ONE, one],
      [TWO, two],
      [AUTHOR, author],
    ]);
    expect(counts({ ...everybody, how: "by-load", load })).toEqual(expected);
  });

  it("passes over whoever cannot take it, and they come first for the next", () => {
    const canTake: Sharing["canTake"] = (tag, person) => person !== ONE || tag !== tags[0];
    expect(shareOut({ ...everybody, canTake }).map(({ to }) => to)).toEqual([
      TWO,
      ONE,
      AUTHOR,
      ONE,
      TWO,
      AUTHOR,
    ]);
  });

  it("leaves what nobody can take", () => {
    expect(shareOut({ ...everybody, canTake: () => false }).every(({ to }) => to === null)).toBe(true);
  });
});
