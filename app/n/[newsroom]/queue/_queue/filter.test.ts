import { describe, expect, it } from "vitest";

import { askedBy, isNarrowed, NO_FILTER, type QueueFilter, queryOf } from "./filter";

const DESK = "018f0000-0000-7000-8000-0000000000a2";
const next: QueueFilter = { queue: "next", ...NO_FILTER };

describe("the queue in the address", () => {
  const cases: [Partial<QueueFilter>, string][] = [
    [{}, ""],
    [{ queue: "stale" }, "queue=stale"],
    [{ queue: "next", type: "claim", must: true }, "type=claim&must=true"],
    [{ queue: "risk", desk: DESK }, `queue=risk&desk=${DESK}`],
  ];
  it.each(cases)("%j is %s", (filter, query) => {
    expect(queryOf({ ...next, ...filter })).toBe(query);
  });

  it("what is no desk asks for all desks", () => {
    expect(askedBy({ ...next, desk: "sports" }).desk).toBeNull();
    expect(askedBy({ ...next, desk: "none" }).desk).toBe("none");
    expect(askedBy({ ...next, desk: DESK }).desk).toBe(DESK);
  });

  it("asks a queue for nothing that it cannot have", () => {
    expect(askedBy({ ...next, queue: "stale", state: "checked" }).state).toBeNull();
    expect(askedBy({ ...next, queue: "unclaimed", mine: true }).mine).toBe(false);
    expect(askedBy({ ...next, state: "checked", mine: true })).toMatchObject({
      state: "checked",
      mine: true,
    });
  });

  it("is narrowed by anything but the choice of the queue", () => {
    expect(isNarrowed({ ...next, queue: "stale" })).toBe(false);
    for (const narrowing of [
      { type: "claim" },
      { state: "open" as const },
      { must: true },
      { mine: true },
      { desk: "none" },
    ])
      expect(isNarrowed({ ...next, ...narrowing })).toBe(true);
  });
});
