import { expect, it } from "vitest";

import { ARTICLE, tagNumber } from "~/core/testing";
import { chosenIn } from "./choice";

const listed = (n: number) => ({ id: tagNumber(n), type: "claim", state: "open" as const, words: "wall" });
const sentences = [
  { start: 10, end: 20, words: "A wall.", tags: [listed(1), listed(2)] },
  { start: 30, end: 40, words: "A port.", tags: [listed(3)] },
];

it.each([
  [{ tag: tagNumber(3), at: null }, tagNumber(3)],
  [{ tag: ARTICLE, at: null }, null],
  [{ tag: null, at: 10 }, tagNumber(1)],
  [{ tag: null, at: 20 }, null],
  [{ tag: null, at: 39 }, tagNumber(3)],
  [{ tag: null, at: null }, null],
])("%j chooses %s", (choice, tag) => {
  expect(chosenIn({ sentences }, choice).tag).toBe(tag);
});

it("says that nothing is tagged, whatever is asked for", () => {
  expect(chosenIn({ sentences: [] }, { tag: null, at: 3 }).trouble.title).toBe("Nothing is tagged yet");
});
