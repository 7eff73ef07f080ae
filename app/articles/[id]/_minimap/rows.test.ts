import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { barsOf } from "./rows";

describe("the bars on the strip", () => {
  it.each([
    ["at its relative place", [{ start: 50, end: 60 }], [{ from: 100, to: 120 }]],
    ["never too thin to be seen", [{ start: 0, end: 1 }], [{ from: 0, to: 2 }]],
    ["also at the very end", [{ start: 99.9, end: 100 }], [{ from: 198, to: 200 }]],
    [
      "one for what touches",
      [
        { start: 10, end: 20 },
        { start: 20, end: 30 },
        { start: 12, end: 14 },
      ],
      [{ from: 20, to: 60 }],
    ],
    ["none for none", [], []],
  ])("%s", (_, spans, bars) => {
    expect(barsOf(spans, 100, 200)).toEqual(bars);
  });

  it("lie on the strip, apart from each other, and show every span", () => {
    const spans = fc
      .tuple(fc.nat({ max: 999 }), fc.integer({ min: 1, max: 50 }))
      .map(([start, length]) => ({ start, end: Math.min(1_000, start + length) }));
    fc.assert(
      fc.property(fc.array(spans), fc.integer({ min: 2, max: 900 }), (all, height) => {
        const bars = barsOf(all, 1_000, height);
        bars.forEach(({ from, to }, place) => {
          expect(from).toBeGreaterThan(bars[place - 1]?.to ?? -1);
          expect(to).toBeLessThanOrEqual(height);
          expect(to).toBeGreaterThan(from);
        });
        for (const { start } of all) {
          const row = Math.min(Math.floor((start / 1_000) * height), height - 2);
          expect(bars.some(({ from, to }) => from <= row && row < to)).toBe(true);
        }
      }),
    );
  });
});
