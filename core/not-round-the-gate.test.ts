import { describe, expect, it } from "vitest";
import { askGate, closedRules, USUAL_RULES } from "./gate";
import { QCU_1 } from "./qcu";
import type { Role } from "./policy";
import {
  articleWithTag,
  AUTHOR,
  EVIDENCE,
  ONE,
  outcome,
  SENIOR,
  STRANGER,
  TAG,
  type TestArticle,
  TEXT,
  TWO,
  verdictSeen,
} from "./testing";

/** Ways round what the gate asks for, each shut. */

const must = { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" } as const;
const legal = { type: "setAttribute", tag: TAG, name: "legal", from: false, to: true } as const;
const asQuote = {
  type: "changeType",
  tag: TAG,
  from: "claim",
  to: { type: "quote", attributes: { form: "indirect" } },
} as const;
const closed = (article: TestArticle) =>
  closedRules(askGate(article.slice, QCU_1, USUAL_RULES)).map(({ rule }) => rule);
const reviewOf = (article: TestArticle) => article.slice.tags.get(TAG)?.review;
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "done";
};

/** A claim that somebody found wrong. */
function foundWrong(): TestArticle {
  const article = articleWithTag("open");
  article.do(ONE, SENIOR, must);
  article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
  article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "wrong", note: null });
  return article;
}

describe("what was found wrong", () => {
  it("is made something else only by whoever could dismiss it", () => {
    const article = foundWrong();
    const before = closed(article);
    expect(before).toContain("G8");
    for (const role of ["reporter", "copy-editor", "checker"] as const) {
      expect(outcome(() => article.do(AUTHOR, [role], asQuote))).toBe("forbidden");
      expect(closed(article)).toEqual(before);
    }
    expect(outcome(() => article.do(TWO, ["standards"], asQuote))).toBe("done");
  });

  it("is not retired while its words may stand in the text", () => {
    const article = foundWrong();
    const words = "The wall is 2 kilometres long";
    const twice = `In short: it fell. ${words}; again: ${words}; so it goes.`;
    const text = TEXT.replace(`${words}. It was built in 1902.`, twice);
    const sees = article.slice.revision?.digest ?? null;
    article.do(AUTHOR, ["reporter"], { type: "addRevision", text, sees });
    expect(article.slice.tags.get(TAG)?.placement).toMatchObject({ fate: "lost", why: "ambiguous" });
    expect(outcome(() => article.do(AUTHOR, ["reporter"], { type: "retireTag", tag: TAG }))).toBe(
      "illegal-state",
    );
    expect(closed(article)).toContain("G8");
  });
});

it("a sign-off falls when what was checked is open again, whatever the tag is now", () => {
  const article = articleWithTag("approved");
  article.do(TWO, SENIOR, { type: "sendToReview" });
  article.do(TWO, SENIOR, { type: "signOff", sees: article.slice.revision?.digest ?? null });
  expect(article.slice.article?.state).toBe("ready");
  article.do(AUTHOR, ["reporter"], asQuote);
  expect([article.slice.article?.state, reviewOf(article)?.state]).toEqual(["in-review", "open"]);
});

describe("an approval that was taken back", () => {
  function takenBack(roles: readonly Role[]): { article: TestArticle; redo: () => unknown } {
    const article = articleWithTag("open");
    article.fourEyes = "recorded";
    article.do(ONE, SENIOR, legal);
    article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
    article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "confirmed", note: null });
    const sees = verdictSeen(article);
    if (!sees) throw new Error("There is no verdict.");
    const approved = article.do(TWO, SENIOR, { type: "approveTag", tag: TAG, sees });
    const command = article.do(TWO, SENIOR, { type: "undo", command: approved });
    return { article, redo: () => article.do(TWO, roles, { type: "undo", command }) };
  }

  it("comes back by whoever may still give it", () => {
    const { article, redo } = takenBack(["standards"]);
    expect([outcome(redo), reviewOf(article)?.state]).toEqual(["done", "approved"]);
  });

  it("does not come back by a lesser role", () => {
    const { article, redo } = takenBack(["copy-editor"]);
    expect([outcome(redo), reviewOf(article)?.state]).toEqual(["forbidden", "checked"]);
  });

  it("does not come back on one's own verdict where four eyes are required by now", () => {
    const { article, redo } = takenBack(SENIOR);
    article.fourEyes = "required";
    expect([outcome(redo), reviewOf(article)?.state]).toEqual(["forbidden", "checked"]);
  });
});

it("what was published past the gate is not put away while it owes something", () => {
  const article = articleWithTag("open");
  article.do(ONE, SENIOR, must);
  article.do(ONE, SENIOR, { type: "sendToReview" });
  const sees = article.slice.revision?.digest ?? null;
  const overrides = closed(article).map((rule) => ({
    rule,
    reason: "It is urgent.",
    due: 1_900_000_000_000,
  }));
  article.do(ONE, SENIOR, { type: "publish", sees, overrides });
  expect(article.slice.article?.life.debts).not.toEqual([]);
  expect(refusal(() => article.do(ONE, SENIOR, { type: "archiveArticle" }))).toContain(
    "still owes something",
  );
});

describe("a waiver", () => {
  function waived(): TestArticle {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, must);
    article.do(ONE, SENIOR, { type: "waiveTag", tag: TAG, reason: "Known to everybody." });
    return article;
  }

  it("does not outlast a verdict, and comes back with the undo of that, also by a checker", () => {
    const article = waived();
    const before = closed(article);
    const set = article.do(TWO, ["checker"], {
      ...{ type: "setVerdict", tag: TAG, sees: null, finding: "unverifiable", note: "Nobody answers." },
    });
    expect(article.slice.tags.get(TAG)?.waiver).toBeNull();
    expect(closed(article)).not.toEqual(before);
    article.do(TWO, ["checker"], { type: "undo", command: set });
    expect(article.slice.tags.get(TAG)?.waiver).toMatchObject({ by: ONE });
    expect(closed(article)).toEqual(before);
  });

  it("comes back with the edges that its tag's author moves back", () => {
    const article = waived();
    const tag = article.slice.tags.get(TAG);
    if (!tag) throw new Error("There is no tag.");
    const { start, end } = tag.anchor;
    const moved = article.do(AUTHOR, ["reporter"], {
      ...{ type: "moveEdges", tag: TAG, from: { start, end }, to: { start, end: end - 5 } },
    });
    expect(article.slice.tags.get(TAG)?.waiver).toBeNull();
    expect(outcome(() => article.do(AUTHOR, ["reporter"], { type: "undo", command: moved }))).toBe("done");
    expect(article.slice.tags.get(TAG)?.waiver).toMatchObject({ by: ONE });
  });
});

describe("a refusal", () => {
  it("names for a delicate tag those alone who may", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, legal);
    article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
    const verdict = { type: "setVerdict", tag: TAG, sees: null, finding: "confirmed", note: null } as const;
    const checking = refusal(() => article.do(AUTHOR, SENIOR, verdict));
    expect(checking).toContain("a checker, a standards editor or a managing editor");
    expect(checking).not.toContain("copy editor");
    article.do(TWO, ["standards"], verdict);
    const sees = verdictSeen(article);
    if (!sees) throw new Error("There is no verdict.");
    const why = refusal(() => article.do(TWO, ["standards"], { type: "approveTag", tag: TAG, sees }));
    expect(why).toContain("a standards editor or a managing editor");
    expect(why).not.toMatch(/copy editor|checker/);
  });

  it("offers nobody a way that is not theirs", () => {
    const article = articleWithTag("open");
    const withdraw = { type: "withdrawTag", tag: TAG } as const;
    expect(refusal(() => article.do(STRANGER, ["checker"], withdraw))).toContain("takes a copy editor");
    expect(refusal(() => article.do(STRANGER, ["copy-editor"], withdraw))).toContain("You can dismiss it");
  });
});
