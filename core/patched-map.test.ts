import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differingKeys, withEntries } from "./patched-map";

type Entries = readonly (readonly [number, { n: number }])[];

const entries = fc.array(
  fc.tuple(
    fc.nat(40),
    fc.nat(9).map((n) => ({ n })),
  ),
  { maxLength: 150 },
);

describe("a map with entries set", () => {
  it("is what a copy with them would be, and leaves the one before as it was", () => {
    fc.assert(
      fc.property(entries, fc.array(entries, { maxLength: 8 }), (first, changes) => {
        let map: ReadonlyMap<number, { n: number }> = new Map(first);
        const copy = new Map(first);
        for (const change of changes) {
          const before = map;
          const held = [...before];
          map = withEntries(before, change);
          for (const [key, value] of change) copy.set(key, value);
          expect([...before]).toEqual(held);
          expect([...map]).toEqual([...copy]);
          expect([[...map.keys()], [...map.values()]]).toEqual([[...copy.keys()], [...copy.values()]]);
          expect(map.size).toBe(copy.size);
          for (let key = 0; key <= 40; key += 1) {
            expect(map.get(key)).toBe(copy.get(key));
            expect(map.has(key)).toBe(copy.has(key));
          }
        }
      }),
    );
  });

  it("differs from another in the keys that one sees looking at all", () => {
    fc.assert(
      fc.property(entries, entries, entries, (first, some, others) => {
        const whole: ReadonlyMap<number, { n: number }> = new Map(first);
        const [one, other] = [withEntries(whole, some), withEntries(whole, others)];
        for (const [a, b] of [
          [whole, one],
          [one, other],
          [other, whole],
        ] as const) {
          const expected = Array.from({ length: 41 }, (_, key) => key).filter(
            (key) => a.get(key) !== b.get(key),
          );
          expect([...differingKeys(a, b)].sort((x, y) => x - y)).toEqual(expected);
        }
      }),
    );
  });

  it("visits each of its entries once", () => {
    const given: Entries = [
      [1, { n: 1 }],
      [2, { n: 2 }],
    ];
    const visited: [number, number][] = [];
    withEntries(new Map(given), [[1, { n: 3 }]]).forEach(({ n }, key) => visited.push([key, n]));
    expect(visited).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });
});
