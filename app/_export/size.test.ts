import { expect, test } from "vitest";

import { readSize } from "./size";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1_000, "1 kB"],
  [41_300, "41 kB"],
  [3_210_000, "3.2 MB"],
  [15_000_000_000, "15 GB"],
])("%d reads %s", (bytes, read) => {
  expect(readSize(bytes)).toBe(read);
});
