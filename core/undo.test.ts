import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "./shapes/command";
import {
  addClaim,
  articleWithTag,
  commandNumber,
  EVIDENCE,
  ONE,
  outcome,
  SENIOR,
  spanOf,
  TAG,
  tagNumber,
  testArticle,
  TWO,
  verdictSeen,
} from "./testing";
import { wordsOf } from "./words";

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

describe("undo of what was changed again since is refused, and what stands is kept", () => {
  const whole = spanOf("The wall is 2 kilometres long");
  const part = spanOf("wall is 2 kilometres long");
  const less = spanOf("wall is 2 kilometres");
  const first = wordsOf("First.");
  const attach = { type: "attachEvidence", tag: TAG, evidence: EVIDENCE } as const;
  const detach = { type: "detachEvidence", tag: TAG, evidence: EVIDENCE } as const;
  const tried = {
    type: "setVerdict",
    tag: TAG,
    sees: null,
    finding: "unverifiable",
    note: "Tried.",
  } as const;
  const cases: [string, ArticleCommand, ArticleCommand][] = [
    [
      "an attribute",
      { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" },
      { type: "setAttribute", tag: TAG, name: "kind", from: "event", to: "rule" },
    ],
    [
      "the note",
      { type: "setNote", tag: TAG, from: null, to: first },
      { type: "setNote", tag: TAG, from: first, to: wordsOf("Second.") },
    ],
    [
      "the edges",
      { type: "moveEdges", tag: TAG, from: whole, to: part },
      { type: "moveEdges", tag: TAG, from: part, to: less },
    ],
    [
      "the type",
      { type: "changeType", tag: TAG, from: "claim", to: { type: "quote", attributes: {} } },
      { type: "changeType", tag: TAG, from: "quote", to: { type: "uncertainty", attributes: {} } },
    ],
    ["evidence that was taken off", attach, detach],
    ["evidence that a verdict rests on", attach, { ...tried, finding: "confirmed", note: null }],
    ["a dismissal", { type: "dismissTag", tag: TAG, reason: "No." }, { type: "restoreTag", tag: TAG }],
  ];

  it.each(cases)("%s", (_what, change, changedAgain) => {
    const article = articleWithTag("open");
    const done = article.do(ONE, SENIOR, change);
    article.do(TWO, SENIOR, changedAgain);
    const before = article.slice;
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: done }))).toBe("conflict");
    expect(article.slice).toBe(before);
  });

  it("a tag that somebody else has worked on", () => {
    const article = testArticle();
    const added = article.do(ONE, SENIOR, addClaim());
    article.do(TWO, SENIOR, { type: "setNote", tag: TAG, from: null, to: first });
    article.do(TWO, SENIOR, tried);
    article.do(TWO, SENIOR, { type: "reopenTag", tag: TAG, reason: "Again." });
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: added }))).toBe("conflict");
  });

  it("a tag whose words have the same tag from somebody else by now", () => {
    const article = testArticle();
    const added = article.do(ONE, SENIOR, addClaim());
    const undone = article.do(ONE, SENIOR, { type: "undo", command: added });
    article.do(TWO, SENIOR, addClaim(tagNumber(2)));
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: undone }))).toBe("conflict");
  });

  it("a type whose words have that tag from somebody else by now", () => {
    const article = articleWithTag("open");
    const changed = article.do(ONE, SENIOR, {
      type: "changeType",
      tag: TAG,
      from: "claim",
      to: { type: "quote", attributes: {} },
    });
    article.do(TWO, SENIOR, addClaim(tagNumber(2)));
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: changed }))).toBe("conflict");
  });
});

describe("undo of a step of the review takes the right to that step, as it is now", () => {
  const must = { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" } as const;
  const legal = { type: "setAttribute", tag: TAG, name: "legal", from: false, to: true } as const;
  const tried = {
    type: "setVerdict",
    tag: TAG,
    sees: null,
    finding: "unverifiable",
    note: "Tried.",
  } as const;

  it.each([
    ["a verdict on what must be checked", "verdict", "copy-editor", "forbidden"],
    ["a verdict on what must be checked", "verdict", "checker", "done"],
    ["an approval of what is legal", "approval", "copy-editor", "forbidden"],
    ["an approval of what is legal", "approval", "standards", "done"],
    ["a reopening", "reopening", "copy-editor", "forbidden"],
    ["a reopening", "reopening", "checker", "done"],
  ] as const)("%s (%s) as a %s: %s", (_what, step, role, answer) => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, must);
    article.do(ONE, SENIOR, legal);
    let command = article.do(step === "verdict" ? TWO : ONE, SENIOR, tried);
    if (step === "approval")
      command = article.do(TWO, SENIOR, { type: "approveTag", tag: TAG, sees: verdictSeen(article)! });
    if (step === "reopening")
      command = article.do(TWO, SENIOR, { type: "reopenTag", tag: TAG, reason: "New figures." });
    expect(outcome(() => article.do(TWO, [role], { type: "undo", command }))).toBe(answer);
  });
});

it("nothing is undone in an archived article", () => {
  const article = testArticle();
  const added = article.do(ONE, SENIOR, addClaim());
  article.do(ONE, SENIOR, { type: "archiveArticle" });
  expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: added }))).toBe("illegal-state");
});

it("several changes of one thing are taken back from the last to the first", () => {
  const article = articleWithTag("open");
  const set = (from: string, to: string) =>
    ({ type: "setAttribute", tag: TAG, name: "kind", from, to }) as const;
  const items = [set("quantity", "event"), set("event", "rule")];
  const command = article.do(ONE, SENIOR, { type: "several", items });
  article.do(ONE, SENIOR, { type: "undo", command });
  expect(article.slice.tags.get(TAG)!.attributes.kind).toBe("quantity");
});
