import { expect, test } from "vitest";
import { linkKind } from "./links";

test.each([
  ["/articles/1", "inside"],
  ["/articles/1?tag=2#words", "inside"],
  ["#main", "inside"],
  ["?state=open", "inside"],
  ["https://example.org/a", "outside"],
  ["HTTP://example.org", "outside"],
  ["//evil.example", "refused"],
  ["/\\evil.example", "refused"],
  ["/\t/evil.example", "refused"],
  ["javascript:alert(1)", "refused"],
  [" javascript:alert(1)", "refused"],
  ["java\nscript:alert(1)", "refused"],
  ["data:text/html,x", "refused"],
  ["mailto:desk@example.org", "refused"],
  ["articles/1", "refused"],
  ["", "refused"],
])("%j leads %s", (href, kind) => {
  expect(linkKind(href)).toBe(kind);
});
