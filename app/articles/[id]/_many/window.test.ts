import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { drawnRows, scrolledTo } from "./window";

const ROW = 52;

describe("the rows that are drawn", () => {
  it.each([
    ["at the top", 3_000, { top: 0, height: 520 }, { first: 0, end: 18 }],
    ["in the middle", 3_000, { top: 52_000, height: 520 }, { first: 992, end: 1_018 }],
    ["at the end", 100, { top: 4_680, height: 520 }, { first: 82, end: 100 }],
    ["of a short list", 3, { top: 0, height: 520 }, { first: 0, end: 3 }],
    [
      "of a list that became shorter than it is scrolled",
      3,
      { top: 9_000, height: 520 },
      { first: 0, end: 3 },
    ],
    ["of none", 0, { top: 0, height: 520 }, { first: 0, end: 0 }],
  ])("%s", (_, count, view, drawn) => {
    expect(drawnRows(count, ROW, view)).toEqual(drawn);
  });

  it("hold a row that was scrolled to, whole", () => {
    const views = fc.record({ top: fc.nat({ max: 100_000 }), height: fc.integer({ min: ROW, max: 2_000 }) });
    fc.assert(
      fc.property(views, fc.nat({ max: 2_999 }), (view, place) => {
        const top = scrolledTo(place, ROW, view);
        expect(top).toBeLessThanOrEqual(place * ROW);
        expect(top + view.height).toBeGreaterThanOrEqual((place + 1) * ROW);
        const { first, end } = drawnRows(3_000, ROW, { ...view, top });
        expect(first <= place && place < end).toBe(true);
      }),
    );
  });
});
