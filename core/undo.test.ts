import { describe, expect, it } from "vitest";

import {
  addClaim,
  articleWithTag,
  commandNumber,
  EVIDENCE,
  ONE,
  outcome,
  SENIOR,
  TAG,
  tagNumber,
  testArticle,
  TWO,
} from "./testing";

describe("undo", () => {
  it("of adding withdraws, and of that restores", () => {
    const article = testArticle();
    const added = article.do(ONE, SENIOR, addClaim());
    const undone = article.do(ONE, SENIOR, { type: "undo", command: added });
    expect(article.slice.tags.get(TAG)!.review.state).toBe("withdrawn");
    expect(article.events.at(-1)!.undoes).toBe(article.events.find((event) => event.command === added)!.seq);
    article.do(ONE, SENIOR, { type: "undo", command: undone });
    expect(article.slice.tags.get(TAG)!.review.state).toBe("open");
  });

  it("of a material change puts the approval back too, while nobody touched the tag", () => {
    const article = articleWithTag("approved");
    const before = article.slice.tags.get(TAG)!;
    const changed = article.do(TWO, SENIOR, {
      type: "setAttribute",
      tag: TAG,
      name: "kind",
      from: "quantity",
      to: "event",
    });
    article.do(TWO, SENIOR, { type: "undo", command: changed });
    const { touched: _touched, ...after } = article.slice.tags.get(TAG)!;
    expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([name]) => name !== "touched")));
  });

  it("of a verdict is refused once somebody touched the tag", () => {
    const article = articleWithTag("open");
    const verdict = article.do(TWO, SENIOR, {
      type: "setVerdict",
      tag: TAG,
      sees: null,
      finding: "unverifiable",
      note: "Tried.",
    });
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" });
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: verdict }))).toBe("conflict");
  });

  it("of an old material change opens a tag that was checked since", () => {
    const article = articleWithTag("open");
    const changed = article.do(ONE, SENIOR, {
      type: "setAttribute",
      tag: TAG,
      name: "kind",
      from: "quantity",
      to: "event",
    });
    article.do(TWO, SENIOR, {
      type: "setVerdict",
      tag: TAG,
      sees: null,
      finding: "unverifiable",
      note: "Tried.",
    });
    article.do(ONE, SENIOR, { type: "undo", command: changed });
    expect(article.slice.tags.get(TAG)!).toMatchObject({
      attributes: { kind: "quantity" },
      review: { state: "open" },
    });
  });

  it("of a verdict takes the right to set one, as it is now", () => {
    const article = articleWithTag("open");
    const verdict = article.do(TWO, SENIOR, {
      type: "setVerdict",
      tag: TAG,
      sees: null,
      finding: "unverifiable",
      note: "Tried.",
    });
    expect(outcome(() => article.do(TWO, ["reporter"], { type: "undo", command: verdict }))).toBe(
      "forbidden",
    );
  });

  it("brings nothing back that rests on evidence withdrawn since", () => {
    const article = articleWithTag("approved");
    const reopened = article.do(TWO, SENIOR, { type: "reopenTag", tag: TAG, reason: "New figures." });
    const detached = article.do(TWO, SENIOR, { type: "detachEvidence", tag: TAG, evidence: EVIDENCE });
    article.withdrawn.add(EVIDENCE);
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: detached }))).toBe("conflict");
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: reopened }))).toBe("conflict");
  });

  it("is one's own", () => {
    const article = testArticle();
    const added = article.do(ONE, SENIOR, addClaim());
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: added }))).toBe("not-found");
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: commandNumber(999) }))).toBe(
      "not-found",
    );
  });

  it("of several things is one", () => {
    const article = testArticle();
    const items = ["The wall is 2 kilometres long", "built in 1902"].map((words, n) =>
      addClaim(tagNumber(n), words),
    );
    const command = article.do(ONE, SENIOR, { type: "several", items });
    article.do(ONE, SENIOR, { type: "undo", command });
    expect([...article.slice.tags.values()].map((tag) => tag.review.state)).toEqual([
      "withdrawn",
      "withdrawn",
    ]);
  });
});
