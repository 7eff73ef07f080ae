import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { describeFormat } from "./describe";
import { FORMATS } from "./index";

/** Without the blanks and dashes that make a table's source look even. */
const tight = (markdown: string) => markdown.replace(/ {2,}/g, " ").replace(/-{3,}/g, "---");
const docs = tight(readFileSync("docs/formats.md", "utf8"));

test.each(FORMATS.map((format) => [format.id, format] as const))(
  "docs/formats.md tells the truth of %s",
  (_, format) => {
    expect(docs).toContain(tight(describeFormat(format)));
  },
);

test("no two formats share a name", () => {
  expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  for (const { id } of FORMATS) expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
});
