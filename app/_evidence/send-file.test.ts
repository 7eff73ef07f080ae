import { describe, expect, it } from "vitest";

import * as words from "~/app/_lib/words";
import { fileProblem } from "./send-file";

describe("a file that is chosen", () => {
  it.each([
    ["goes", 25_000_000, null],
    [
      "is too large by a byte",
      25_000_001,
      /“tape.wav” has 25 MB; a file may have up to 25 MB. Nothing was sent/,
    ],
    ["is too large", 31_400_000, /has 31 MB/],
    ["is empty", 0, /is empty/],
  ])("%s: %d bytes", (_, size, problem) => {
    const said = fileProblem({ name: "tape.wav", size }, 25_000_000);
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });

  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_000, "1 kB"],
    [24_600, "25 kB"],
    [1_250_000, "1.3 MB"],
    [25_000_000, "25 MB"],
  ])("of %d bytes is said to have %s", (bytes, said) => {
    expect(words.files.bytes(bytes)).toBe(said);
  });
});
