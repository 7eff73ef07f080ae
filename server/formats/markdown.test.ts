import { Parser } from "commonmark";
import fc from "fast-check";
import { expect, test } from "vitest";

import type { Dossier } from "~/core/shapes/dossier";
import { eachOf, joined, keptText, lawfulDossier, WRITING } from "./fixtures/dossiers";
import { markdown, plain } from "./markdown";

const write = (dossiers: Dossier[]) => joined(markdown.write(eachOf(dossiers), WRITING));

/** The kinds of nodes that a CommonMark reader finds, and all its words. */
function read(source: string): { kinds: Set<string>; words: string } {
  const kinds = new Set<string>();
  let words = "";
  const walker = new Parser().parse(source).walker();
  for (let event = walker.next(); event; event = walker.next()) {
    kinds.add(event.node.type);
    if (event.entering && event.node.literal !== null) words += event.node.literal;
  }
  return { kinds, words };
}

test("any words are words again for a reader of CommonMark, on one line", () => {
  fc.assert(
    fc.property(keptText, (text) => {
      const { kinds, words } = read(`- x${plain(text)}`);
      expect([...kinds].sort()).toEqual(["document", "item", "list", "paragraph", "text"]);
      expect(words).toBe(`x${text.replace(/[\s\u{85}]+/gu, " ").trim()}`);
    }),
  );
});

test("a report holds headings, quotes and lists, and no live markup of anybody’s", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lawfulDossier, { maxLength: 2 }), async (dossiers) => {
      const { kinds, words } = read(await write(dossiers));
      const known = [
        "document",
        "heading",
        "text",
        "list",
        "item",
        "paragraph",
        "block_quote",
        "thematic_break",
      ];
      expect(known).toEqual(expect.arrayContaining([...kinds]));
      for (const { tags } of dossiers) {
        for (const { exact, author } of tags) {
          expect(words).toContain(exact.replace(/[\s\u{85}]+/gu, " ").trim());
          expect(words).toContain(`Tagged by ${author}`.replace(/[\s\u{85}]+/gu, " ").trim());
        }
      }
    }),
    { numRuns: 40 },
  );
});

test("says of an approval of one’s own verdict that it is one, and names choices as people do", async () => {
  const [base] = fc.sample(
    lawfulDossier.filter(({ tags }) => tags.length > 0),
    { seed: 3, numRuns: 1 },
  );
  const approval = { by: "Ana", at: "2026-03-01T09:30:00.000Z", self: true };
  const attributes = { kind: "quantity", legal: true };
  const tags = [{ ...base!.tags[0]!, type: "claim", approval, attributes, exact: "*12* percent" }];
  const report = await write([{ ...base!, tags }]);
  expect(report).toContain("\n## 1\\. Claim\n\n> \\*12\\* percent\n\n- Kind: Quantity\n- Legal: yes\n");
  expect(read(report).words).toContain("who had also set the verdict (self-approved)");
});
