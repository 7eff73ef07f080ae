import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { SearchCursor } from "~/core/shapes/search";
import { type Branch, mergeBranches } from "./merge";

const sorted = (rows: SearchCursor[]) => rows.toSorted((a, b) => b.at - a.at || (a.id > b.id ? -1 : 1));
const isAfter = (row: SearchCursor, place: SearchCursor | null) =>
  place === null || row.at < place.at || (row.at === place.at && row.id < place.id);

/** A query that looks at so many rows at most, of which it takes those that are sought, as many as a page and one. */
function look(
  rows: SearchCursor[],
  after: SearchCursor | null,
  of: { limit: number; budget: number },
): Branch<SearchCursor> {
  const left = sorted(rows).filter((row) => isAfter(row, after));
  const looked = left.slice(0, of.budget);
  const taken = looked.filter(({ at }) => at % 3 !== 0).slice(0, of.limit + 1);
  const end = taken.length > of.limit ? taken.at(-1) : left.length > of.budget ? looked.at(-1) : null;
  return { rows: taken, end: end ?? null };
}

describe("pages out of several queries", () => {
  const branch = fc.array(fc.record({ at: fc.integer({ min: 0, max: 12 }), id: fc.uuid() }), {
    maxLength: 20,
  });

  it("have all there is, each once, in order, whatever each query has looked at", () => {
    const size = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(fc.array(branch, { maxLength: 3 }), size, size, (branches, limit, budget) => {
        const all = sorted(branches.flat().filter(({ at }) => at % 3 !== 0));
        const seen: SearchCursor[] = [];
        let after: SearchCursor | null = null;
        for (let page = 0; page < 200; page += 1) {
          const from: SearchCursor | null = after;
          const merged: ReturnType<typeof mergeBranches<SearchCursor>> = mergeBranches(
            branches.map((rows) => look(rows, from, { limit, budget })),
            limit,
          );
          const { rows, next } = merged;
          expect(rows.length).toBeLessThanOrEqual(limit);
          seen.push(...rows);
          if (next === null) break;
          expect(isAfter(next, after)).toBe(true);
          after = next;
        }
        expect(seen).toEqual(all);
      }),
    );
  });

  it("hold back what lies beyond the place that another query has looked up to", () => {
    const [a, b, c] = [9, 5, 1].map((at) => ({ at, id: "a" }));
    expect(
      mergeBranches(
        [
          { rows: [a!, c!], end: null },
          { rows: [], end: b! },
        ],
        5,
      ),
    ).toEqual({ rows: [a], next: b });
  });
});
