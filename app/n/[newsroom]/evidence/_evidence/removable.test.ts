import { expect, it } from "vitest";

import { asId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import { removableParts } from "./removable";

const person = asId("user", "01a21c24-2781-74a0-8477-d6df5715724b");
const item: Evidence = {
  id: asId("evidence", "01a21c24-3923-7463-92f7-c062e63b204e"),
  kind: "document",
  reference: { ref: "4/reference", words: "Minutes" },
  locator: null,
  retrievedAt: null,
  note: { ref: "4/note", words: null, removedAt: 1 },
  addedBy: person,
  addedAt: 0,
  withdrawal: null,
  file: {
    sha256: "a".repeat(64),
    bytes: 1,
    mediaType: "text/plain",
    name: { ref: "5/name", words: "minutes.txt" },
    by: person,
    at: 0,
    removal: null,
  },
};
const lapse = { by: person, at: 2, reason: { ref: "6/reason", words: "It was a draft" } };

it("what is there can be removed, and what was removed cannot be once more", () => {
  expect(removableParts(item)).toEqual([
    { part: "file" },
    { part: "reference", ref: "4/reference" },
    { part: "fileName", ref: "5/name" },
  ]);
});

it("of a removed file nothing is left; the reason of a withdrawal can go", () => {
  const file = item.file && { ...item.file, removal: lapse };
  expect(removableParts({ ...item, file, withdrawal: lapse })).toEqual([
    { part: "reference", ref: "4/reference" },
    { part: "reason", ref: "6/reason" },
  ]);
});
