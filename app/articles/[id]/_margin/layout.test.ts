import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { arrange, crowded, type Wish } from "./layout";

const GAP = 8;

/** Cards by their marks, in the order of the text, and one of them in focus. */
const pages = fc
  .array(fc.record({ down: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 20, max: 500 }) }), {
    minLength: 1,
    maxLength: 40,
  })
  .chain((cards) => {
    let top = 0;
    const wishes: Wish[] = cards.map(({ down, height }) => ({ top: (top += down), height }));
    return fc.record({
      wishes: fc.constant(wishes),
      focused: fc.option(fc.nat({ max: cards.length - 1 })),
    });
  });

/** An arrangement that keeps the rules, made of any numbers. */
function anyArrangement(
  wishes: readonly Wish[],
  focused: number | null,
  random: readonly number[],
): number[] {
  const above = wishes.map((_, place) =>
    wishes.slice(0, place).reduce((sum, { height }) => sum + height + GAP, 0),
  );
  const level = focused === null ? null : wishes[focused]!.top - above[focused]!;
  const places = random.slice(0, wishes.length).sort((a, b) => a - b);
  return places.map((place, index) => {
    const down = Math.max(0, place);
    if (focused === null || level === null) return down + above[index]!;
    if (index === focused) return level + above[index]!;
    return (index < focused ? Math.min(level, down) : Math.max(level, place)) + above[index]!;
  });
}

describe("cards beside the text", () => {
  const one = { height: 40 };
  const cases: [string, Wish[], number | null, number[]][] = [
    [
      "stand level with their marks where there is room",
      [
        { ...one, top: 0 },
        { ...one, top: 100 },
      ],
      null,
      [0, 100],
    ],
    [
      "share what they are off where two meet",
      [
        { ...one, top: 100 },
        { ...one, top: 100 },
      ],
      null,
      [76, 124],
    ],
    [
      "do not rise above the top",
      [
        { ...one, top: 0 },
        { ...one, top: 0 },
      ],
      null,
      [0, 48],
    ],
    [
      "below the focused one move down",
      [
        { ...one, top: 100 },
        { ...one, top: 100 },
      ],
      0,
      [100, 148],
    ],
    [
      "above the focused one move up",
      [
        { ...one, top: 100 },
        { ...one, top: 100 },
      ],
      1,
      [52, 100],
    ],
    [
      "rise above the top where the focused one leaves no other room",
      [
        { ...one, top: 0 },
        { ...one, top: 0 },
      ],
      1,
      [-48, 0],
    ],
    ["are none where there are no tags", [], null, []],
  ];
  it.each(cases)("%s", (_, wishes, focused, tops) => {
    expect(arrange(wishes, GAP, focused)).toEqual(tops);
  });

  it("never overlap, keep their order, and the focused one is level with its mark", () => {
    fc.assert(
      fc.property(pages, ({ wishes, focused }) => {
        const tops = arrange(wishes, GAP, focused);
        expect(tops).toHaveLength(wishes.length);
        for (const [place, { height }] of wishes.slice(0, -1).entries())
          expect(tops[place + 1]! - tops[place]!).toBeGreaterThanOrEqual(height + GAP - 1e-6);
        if (focused === null) expect(tops[0]).toBeGreaterThanOrEqual(0);
        else expect(tops[focused]).toBeCloseTo(wishes[focused]!.top, 6);
      }),
    );
  });

  it("stand as near to their marks as any arrangement could in which none overlap", () => {
    const others = fc.array(fc.integer({ min: -500, max: 20_000 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(pages, others, ({ wishes, focused }, random) => {
        const awry = (tops: readonly number[]) =>
          tops.reduce((sum, top, place) => sum + (top - wishes[place]!.top) ** 2, 0);
        expect(awry(arrange(wishes, GAP, focused))).toBeLessThanOrEqual(
          awry(anyArrangement(wishes, focused, random)) + 1e-3,
        );
      }),
    );
  });

  it("stand at their marks wherever no card is in another's way", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300 }), { minLength: 1 }), (gaps) => {
        let top = 0;
        const wishes = gaps.map((more) => ({ top: (top += 40 + GAP + more), height: 40 }));
        expect(arrange(wishes, GAP)).toEqual(wishes.map((wish) => wish.top));
      }),
    );
  });
});

describe("crowded tags", () => {
  it("are those with more around them than cards have room beside them", () => {
    expect(crowded([])).toEqual([]);
    expect(crowded([0, 300, 600])).toEqual([false, false, false]);
    const dense = Array.from({ length: 12 }, (_, place) => place * 40);
    expect(crowded([...dense, 5_000])).toEqual([...dense.map(() => true), false]);
  });
});
