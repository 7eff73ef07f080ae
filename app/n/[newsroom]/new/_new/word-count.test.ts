import { expect, it } from "vitest";

import { wordCount } from "./word-count";

it.each([
  ["", 0],
  [" – … \n", 0],
  ["The quay’s 412-million wall\n\nIt holds.", 6],
  ["قال رئيس البلدية", 3],
  ["港の壁 wall", 4],
])("%s", (text, count) => {
  expect(wordCount(text)).toBe(count);
});
