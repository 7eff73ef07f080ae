import { expect, test } from "vitest";
import { cx } from "./cx";

test.each<[string, (string | false | null | undefined)[], string]>([
  ["nothing", [], ""],
  ["names in their order", ["a", "b c"], "a b c"],
  ["what is not there", ["a", false, null, undefined, "", "b"], "a b"],
])("joins %s", (_name, parts, expected) => {
  expect(cx(...parts)).toBe(expected);
});
