import { expect, it } from "vitest";

import { isNarrowed, listInput, NO_FILTER } from "./filter";

const person = "01a21c24-2781-74a0-8477-d6df5715724b";

it.each([
  [NO_FILTER, {}],
  [{ ...NO_FILTER, q: " minutes\0 \ud800" }, { search: "minutes \ufffd" }],
  [{ ...NO_FILTER, q: "x".repeat(300) }, { search: "x".repeat(200) }],
  [{ ...NO_FILTER, kind: "recording" as const }, { kind: "recording" }],
  [{ ...NO_FILTER, by: person }, { addedBy: person }],
  [{ ...NO_FILTER, by: "nobody" }, {}],
])("%j asks for %j", (filter, wanted) => {
  expect(listInput("courier", filter)).toEqual({
    newsroom: "courier",
    search: "",
    standing: "standing",
    limit: 30,
    ...wanted,
  });
});

it.each([
  [NO_FILTER, false],
  [{ ...NO_FILTER, standing: "all" as const }, false],
  [{ ...NO_FILTER, standing: "withdrawn" as const }, true],
  [{ ...NO_FILTER, q: " " }, false],
  [{ ...NO_FILTER, by: person }, true],
])("%j narrows the list: %s", (filter, narrowed) => {
  expect(isNarrowed(filter)).toBe(narrowed);
});
