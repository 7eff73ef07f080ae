import fc from "fast-check";
import { expect, test } from "vitest";

import { anyDossier } from "./fixtures/dossiers";
import { tokensOf } from "./tokens";

test("tokens cover all that is not white space, in order, and no tag cuts one", () => {
  fc.assert(
    fc.property(anyDossier, ({ text, article, tags }) => {
      const tokens = tokensOf(text, article.language, tags).flat();
      let last = 0;
      for (const { start, end } of tokens) {
        expect(text.slice(last, start).trim()).toBe("");
        expect(text.slice(start, end)).toMatch(/^\S+$/);
        expect(tags.some((tag) => [tag.start, tag.end].some((at) => at > start && at < end))).toBe(false);
        last = end;
      }
      expect(text.slice(last).trim()).toBe("");
    }),
  );
});

test("a tag that ends inside of a word cuts it; each line has its own list", () => {
  const text = "Mayor Ruiz’s wall.\n\n漢字\n";
  const lines = tokensOf(text, "en", [{ start: 6, end: 10 }]);
  expect(lines.map((tokens) => tokens.map(({ start, end }) => text.slice(start, end)))).toEqual([
    ["Mayor", "Ruiz", "’s", "wall", "."],
    ["漢字"],
  ]);
});
