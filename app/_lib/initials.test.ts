import { expect, test } from "vitest";
import { initials } from "./initials";

test.each([
  ["Ana Moreno", "AM"],
  ["  jon  van der  Kamp ", "JK"],
  ["Cher", "C"],
  ["𝒜da Løv", "𝒜L"],
  ["ليلى حداد", "لح"],
  ["", ""],
])("%j has the initials %j", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
