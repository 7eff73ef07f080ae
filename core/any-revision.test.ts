import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { EMPTY_SLICE, textOf } from "./article";
import { DomainError } from "./errors";
import { fold } from "./evolve";
import { recordOf } from "./record";
import { isLost } from "./tag";
import { addClaim, ONE, SENIOR, tagNumber, testArticle, TEXT, type TestArticle, TWO } from "./testing";
import { opening } from "./testing-threads";

function revise(article: TestArticle, text: string): void {
  article.do(TWO, SENIOR, { type: "addRevision", text, sees: article.slice.revision?.digest ?? null });
}

describe("for every text and every change", () => {
  const pool = TEXT.split(/(?<=\s)/);
  const change = fc.record({
    at: fc.nat(),
    cut: fc.nat(6),
    put: fc.array(fc.constantFrom(...pool), { maxLength: 4 }),
  });
  const places = fc.array(fc.tuple(fc.nat(), fc.nat(5)), { minLength: 1, maxLength: 12 });

  it("a tag that is not lost selects exactly its words, and the log tells the same again", () => {
    fc.assert(
      fc.property(
        places,
        fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        (tags, texts) => {
          const article = testArticle();
          article.do(ONE, SENIOR, opening({ about: { on: "passage", span: { start: 0, end: 12 } } }));
          const words = [...TEXT.matchAll(/\w+/g)].map(({ 0: word, index }) => ({
            start: index,
            end: index + word.length,
          }));
          for (const [n, [first, more]] of tags.entries()) {
            const from = words[first % words.length]!;
            const to = words[Math.min(words.length - 1, (first % words.length) + more)]!;
            const span = { start: from.start, end: to.end };
            try {
              article.do(ONE, SENIOR, { ...addClaim(tagNumber(n)), span });
            } catch (error) {
              if (!(error instanceof DomainError)) throw error;
            }
          }
          for (const changes of texts) {
            const parts = textOf(article.slice).split(/(?<=\s)/);
            for (const { at, cut, put } of changes) parts.splice(at % (parts.length + 1), cut, ...put);
            const text = parts.join("");
            if (/\S/.test(text) && text !== textOf(article.slice)) revise(article, text);
          }
          for (const tag of article.slice.tags.values()) {
            const { anchor } = tag;
            if (isLost(tag)) expect(anchor.revision).toBeLessThan(article.slice.revision!.number);
            else expect(textOf(article.slice).slice(anchor.start, anchor.end)).toBe(anchor.exact);
          }
          expect(article.events.reduce(fold, EMPTY_SLICE)).toEqual(article.slice);
          for (const tag of article.slice.tags.values())
            expect(recordOf(article.events, tag.id)?.tag.anchor).toEqual(tag.anchor);
        },
      ),
      { numRuns: 200 },
    );
  });
});
