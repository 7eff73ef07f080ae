import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TagCommand } from "./shapes/command";
import { sift } from "./several";
import {
  addClaim,
  articleWithTag,
  commandNumber,
  ONE,
  outcome,
  SENIOR,
  TAG,
  tagNumber,
  type TestArticle,
  testArticle,
  TEXT,
  TWO,
} from "./testing";

const WORDS = [...new Set(TEXT.match(/\p{L}{5,}/gu))];
const toQuote = (n: number): TagCommand => {
  const attributes = { form: "direct" };
  return { type: "changeType", tag: tagNumber(n), from: "claim", to: { type: "quote", attributes } };
};
const dismiss = (n: number): TagCommand => ({ type: "dismissTag", tag: tagNumber(n), reason: "Twice." });
const setKind = (to: string): TagCommand => ({
  type: "setAttribute",
  tag: TAG,
  name: "kind",
  from: "quantity",
  to,
});

function sifted(article: TestArticle, items: readonly TagCommand[], { by = ONE, reopen = false } = {}) {
  const circumstances = article.circumstances(by, SENIOR, commandNumber(999));
  const { possible, idle, reopening, refused } = sift(article.slice, items, { ...circumstances, reopen });
  return {
    possible: possible.map((item) => items.indexOf(item)),
    idle: idle.map((item) => items.indexOf(item)),
    reopening: reopening.map((item) => items.indexOf(item)),
    refused: refused.map(({ item, refusal }) => [items.indexOf(item), refusal.kind]),
  };
}

describe("several things at once", () => {
  it("name the item that was refused, and change nothing", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, addClaim(tagNumber(1), "vote on Tuesday"));
    const before = article.slice;
    const items = [addClaim(tagNumber(2), "412 million"), addClaim(tagNumber(3), "vote on Tuesday")];
    expect(() => article.do(ONE, SENIOR, { type: "several", items })).toThrow(
      /^“vote on Tuesday”: .*already/,
    );
    const others = [dismiss(1), dismiss(1)];
    expect(() => article.do(ONE, SENIOR, { type: "several", items: others })).toThrow(/^“vote on Tuesday”: /);
    expect(article.slice).toBe(before);
  });

  it("name no more of a long passage than a sentence can hold", () => {
    const article = testArticle();
    const long = addClaim(tagNumber(1), TEXT.slice(0, 120));
    article.do(ONE, SENIOR, long);
    const again = { ...long, tag: tagNumber(2) };
    expect(() => article.do(ONE, SENIOR, { type: "several", items: [again] })).toThrow(
      `“${TEXT.slice(0, 60)}…”: `,
    );
  });
});

describe("sifting", () => {
  it("keeps apart what can be done, what changes nothing and what is refused", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, addClaim(tagNumber(2), "412 million"));
    article.do(ONE, SENIOR, dismiss(2));
    const items = [
      setKind("event"),
      dismiss(2),
      { ...setKind("quantity"), from: "event" } as TagCommand,
      dismiss(9),
    ];
    expect(sifted(article, items)).toEqual({
      possible: [0, 2],
      idle: [],
      reopening: [],
      refused: [
        [1, "illegal-state"],
        [3, "not-found"],
      ],
    });
    expect(sifted(article, [setKind("quantity")])).toMatchObject({ possible: [], idle: [0] });
  });

  it("sees what items before would leave: two tags on the same words cannot become the same", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { ...addClaim(tagNumber(2)), as: "uncertainty", attributes: {} });
    const other: TagCommand = { ...toQuote(2), from: "uncertainty" } as TagCommand;
    expect(sifted(article, [toQuote(1), other])).toMatchObject({ possible: [0], refused: [[1, "conflict"]] });
  });

  it.each(["checked", "approved"] as const)(
    "opens a tag that is %s again only where that is meant",
    (state) => {
      const article = articleWithTag(state);
      const before = { possible: [], reopening: [0] };
      expect(sifted(article, [setKind("event")])).toMatchObject(before);
      expect(sifted(article, [setKind("event")], { reopen: true })).toMatchObject({
        ...before,
        possible: [0],
      });
    },
  );

  it("leaves what can be done together, whatever is asked", () => {
    const item = fc.oneof(
      fc
        .record({ n: fc.nat(5), at: fc.nat(WORDS.length - 1) })
        .map(({ n, at }) => addClaim(tagNumber(n), WORDS[at])),
      fc.nat(5).map(dismiss),
      fc.nat(5).map(toQuote),
      fc.nat(5).map((n): TagCommand => ({ type: "restoreTag", tag: tagNumber(n) })),
      fc.nat(5).map((n): TagCommand => ({ type: "withdrawTag", tag: tagNumber(n) })),
    );
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 12 }),
        fc.boolean(),
        fc.constantFrom(ONE, TWO),
        (items, reopen, by) => {
          const article = articleWithTag("approved");
          const circumstances = article.circumstances(by, SENIOR, commandNumber(999));
          const { possible, idle, reopening, refused } = sift(article.slice, items, {
            ...circumstances,
            reopen,
          });
          const all = possible.length + idle.length + refused.length + (reopen ? 0 : reopening.length);
          expect(all).toBe(items.length);
          if (possible.length === 0) return;
          expect(outcome(() => article.do(by, SENIOR, { type: "several", items: [...possible] }))).toBe(
            "done",
          );
        },
      ),
    );
  });
});
