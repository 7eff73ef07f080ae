import { describe, expect, it } from "vitest";

import { readTitleSearch } from "./title-search";

describe("reading a search", () => {
  it.each([
    ["", null, []],
    ["harb", "'harb':*", []],
    ["harbour  wall", "'harbour':* & 'wall':*", []],
    ["3.5", "('3.5':* | '3':* & '5':*)", []],
    ["wall!", "('wall!':* | 'wall':*)", []],
    ["O'Brien\\x", "('O''Brien\\\\x':* | 'O':* & 'Brien':* & 'x':*)", []],
    ["& | ! :* ()", null, ["&", "|", "!", ":*", "()"]],
    ["港の壁 wall", "'wall':*", ["港の壁"]],
    ["الميناء", "'الميناء':*", []],
  ])("%s", (typed, query, pieces) => {
    expect(readTitleSearch(typed)).toEqual({ query, pieces });
  });
});
