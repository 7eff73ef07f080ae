import { describe, expect, it } from "vitest";

import { ARTICLE_STATES, type ArticleState } from "./article";
import { leadsFrom, STEPS, type Step } from "./life";
import { type Role, ROLES } from "./policy";
import type { ArticleCommand, LifeCommand } from "./shapes/command";
import {
  addClaim,
  articleWithTag,
  AUTHOR,
  DESK,
  EVIDENCE,
  ONE,
  outcome,
  SENIOR,
  STRANGER,
  TAG,
  testArticle,
  type TestArticle,
  TWO,
  verdictSeen,
} from "./testing";

const EDITOR: readonly Role[] = ["copy-editor"];
const LATER = 1_900_000_000_000;

const sees = (article: TestArticle) => article.slice.revision?.digest ?? null;
const reason = "A reason.";

/** An article, with nothing tagged, that came into the state. */
function articleIn(state: ArticleState): TestArticle {
  const article = testArticle();
  const path: Record<ArticleState, LifeCommand["type"][]> = {
    draft: [],
    "in-review": ["sendToReview"],
    ready: ["sendToReview", "signOff"],
    published: ["sendToReview", "signOff", "publish"],
    correcting: ["sendToReview", "signOff", "publish", "beginCorrection"],
    withdrawn: ["sendToReview", "signOff", "publish", "withdrawArticle"],
    spiked: ["spikeArticle"],
    archived: ["archiveArticle"],
  };
  for (const type of path[state]) article.do(TWO, SENIOR, commandOf(type, article));
  expect(article.slice.article?.state).toBe(state);
  return article;
}

function commandOf(type: LifeCommand["type"], article: TestArticle): LifeCommand {
  switch (type) {
    case "sendBack":
    case "recall":
    case "withdrawArticle":
    case "spikeArticle":
      return { type, reason };
    case "signOff":
      return { type, sees: sees(article) };
    case "publish":
      return { type, sees: sees(article), overrides: [] };
    case "beginCorrection":
      return { type, class: "correction" };
    case "publishCorrection":
      return { type, sees: sees(article), note: "It was 3.", tags: [], overrides: [] };
    case "settleDebt":
      return { type, rule: "G1", reason };
    case "setDeadline":
      return { type, from: null, to: LATER };
    default:
      return { type };
  }
}

const WRITERS: Role[] = ["copy-editor", "managing-editor", "editor"];
const EDITORS: Role[] = [...WRITERS, "checker", "standards"];
const LEADS: Role[] = ["standards", "managing-editor", "editor"];
const HEAD: Role[] = ["managing-editor", "editor"];

/** Who may take each step with an article that is not theirs. */
const WHO: Record<Step, Role[]> = {
  sendToReview: WRITERS,
  sendBack: EDITORS,
  signOff: WRITERS,
  recall: [...WRITERS, "standards"],
  publish: HEAD,
  beginCorrection: LEADS,
  dropCorrection: LEADS,
  publishCorrection: LEADS,
  withdrawArticle: HEAD,
  spikeArticle: [...WRITERS, "standards"],
  unspikeArticle: [...WRITERS, "standards"],
  archiveArticle: WRITERS,
  restoreArticle: WRITERS,
};

describe("every role, step and state has its answer", () => {
  const steps = Object.keys(STEPS) as Step[];
  const rows = ROLES.flatMap((role) =>
    steps.flatMap((step) => ARTICLE_STATES.map((state) => ({ role, step, state }))),
  );

  it("covers them all", () => {
    expect(rows).toHaveLength(9 * 13 * 8);
  });

  it.each(rows)("$role: $step from $state", ({ role, step, state }) => {
    const article = articleIn(state);
    const lacks =
      // Nothing is signed there; the text is as it went out; what the gate lets pass is signed off first.
      (step === "recall" && state === "in-review") ||
      step === "publishCorrection" ||
      (step === "publish" && state === "in-review");
    // Standards sign where there is something delicate; a step that is not theirs is refused as such first.
    const maySign = step === "signOff" && role === "standards";
    const allowed = WHO[step].includes(role) || maySign;
    const signsNothing = maySign && state === "in-review";
    const expected =
      !allowed || signsNothing ? "forbidden" : !leadsFrom(step, state) || lacks ? "illegal-state" : "done";
    expect(outcome(() => article.do(STRANGER, [role], commandOf(step, article)))).toBe(expected);
  });

  it.each(["sendToReview", "archiveArticle"] as const)(
    "a reporter takes the step of their own: %s",
    (type) => {
      const article = testArticle();
      expect(outcome(() => article.do(AUTHOR, ["reporter"], { type }))).toBe("done");
    },
  );

  it.each(["spiked", "withdrawn", "archived"] as const)(
    "nothing is tagged or said while it is %s",
    (state) => {
      const article = articleIn(state);
      const before = article.events.length;
      expect(outcome(() => article.do(ONE, SENIOR, addClaim()))).toBe("illegal-state");
      expect(article.events).toHaveLength(before);
    },
  );
});

const act = (article: TestArticle, roles: readonly Role[], command: ArticleCommand) =>
  article.do(TWO, roles, command);

/** An article in review whose claim, made by ONE, was checked and approved: the gate is open. */
function checkedArticle(): TestArticle {
  const article = articleWithTag("approved");
  act(article, EDITOR, { type: "sendToReview" });
  return article;
}

const state = (article: TestArticle) => article.slice.article?.state;

describe("sign-off", () => {
  it("is refused while the gate is closed, with the rules that close it", () => {
    const article = articleWithTag("open");
    act(article, EDITOR, { type: "sendToReview" });
    expect(() => act(article, EDITOR, { type: "signOff", sees: sees(article) })).toThrow("G2 (1)");
  });

  it("is of the text that was seen", () => {
    const article = checkedArticle();
    expect(outcome(() => act(article, EDITOR, { type: "signOff", sees: "another" }))).toBe("conflict");
  });

  it("takes standards too where something is legal, in either order", () => {
    for (const order of [
      [EDITOR, ["standards"] as const],
      [["standards"] as const, EDITOR],
    ]) {
      const article = articleWithTag("open");
      article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "legal", from: false, to: true });
      article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
      article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "confirmed", note: null });
      article.do(ONE, SENIOR, { type: "approveTag", tag: TAG, sees: verdictSeen(article)! });
      act(article, EDITOR, { type: "sendToReview" });
      act(article, order[0]!, { type: "signOff", sees: sees(article) });
      expect(state(article)).toBe("in-review");
      expect(outcome(() => act(article, order[0]!, { type: "signOff", sees: sees(article) }))).toBe(
        "forbidden",
      );
      act(article, order[1]!, { type: "signOff", sees: sees(article) });
      expect(state(article)).toBe("ready");
    }
  });

  it("falls with the event that closes the gate, and only then", () => {
    const article = checkedArticle();
    act(article, EDITOR, { type: "signOff", sees: sees(article) });
    act(article, SENIOR, { type: "setNote", tag: TAG, from: null, to: { words: "Seen." } });
    expect(state(article)).toBe("ready");
    act(article, SENIOR, { type: "reopenTag", tag: TAG, reason });
    expect(state(article)).toBe("in-review");
    expect(article.events.at(-1)).toMatchObject({
      type: "SignOffVoided",
      body: { rules: ["G2"], reason: null },
    });
  });

  it("is not put back by an undo of what it fell with", () => {
    const article = checkedArticle();
    act(article, EDITOR, { type: "signOff", sees: sees(article) });
    const reopened = act(article, SENIOR, { type: "reopenTag", tag: TAG, reason });
    act(article, SENIOR, { type: "undo", command: reopened });
    expect(article.slice.tags.get(TAG)?.review.state).toBe("approved");
    expect(state(article)).toBe("in-review");
  });

  it("falls where the article goes to a desk, whose rules are others", () => {
    const article = checkedArticle();
    act(article, EDITOR, { type: "signOff", sees: sees(article) });
    act(article, EDITOR, { type: "changeDetail", name: "desk", from: null, to: DESK });
    expect(state(article)).toBe("in-review");
    expect(article.events.at(-1)).toMatchObject({ type: "SignOffVoided", body: { rules: [], reason: null } });
  });

  it("is taken back by its own step, and not by undo", () => {
    const article = checkedArticle();
    act(article, EDITOR, { type: "signOff", sees: sees(article) });
    const recalled = act(article, EDITOR, { type: "recall", reason });
    expect(() => act(article, EDITOR, { type: "undo", command: recalled })).toThrow(
      "Only what was done to tags and threads can be undone.",
    );
  });

  it("falls where a claim becomes legal, which takes a signature more", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "waiveTag", tag: TAG, reason });
    act(article, EDITOR, { type: "sendToReview" });
    act(article, EDITOR, { type: "signOff", sees: sees(article) });
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "legal", from: false, to: true });
    expect(state(article)).toBe("in-review");
  });
});

describe("publication", () => {
  it("past a closed gate takes a reason for each closed rule, and leaves a debt for each", () => {
    const article = articleWithTag("open");
    act(article, EDITOR, { type: "sendToReview" });
    const publish = (rules: readonly ("G1" | "G2")[], due = LATER) =>
      act(article, SENIOR, {
        type: "publish",
        sees: sees(article),
        overrides: rules.map((rule) => ({ rule, reason, due })),
      });
    expect(outcome(() => publish([]))).toBe("illegal-state");
    expect(outcome(() => publish(["G1"]))).toBe("conflict");
    expect(outcome(() => publish(["G2"], 1))).toBe("bad-input");
    publish(["G1", "G2"]);
    expect(state(article)).toBe("published");
    expect(article.slice.article?.life.debts).toMatchObject([{ rule: "G2", due: LATER, settledAt: null }]);
    article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
    article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "confirmed", note: null });
    expect(article.events.at(-1)).toMatchObject({ type: "DebtSettled", body: { rule: "G2", reason: null } });
    expect(article.slice.article?.life.debts[0]?.settledAt).not.toBeNull();
  });

  it("is a copy editor’s where the desk allows it", () => {
    const article = articleIn("ready");
    const publish = commandOf("publish", article);
    expect(outcome(() => act(article, EDITOR, publish))).toBe("forbidden");
    article.rules = { ...article.rules, copyEditorsPublish: true };
    expect(outcome(() => act(article, EDITOR, publish))).toBe("done");
  });

  it("is settled with a reason where what was owed is owed no longer", () => {
    const article = articleWithTag("open");
    act(article, EDITOR, { type: "sendToReview" });
    const overrides = [{ rule: "G2" as const, reason, due: LATER }];
    act(article, SENIOR, { type: "publish", sees: sees(article), overrides });
    act(article, SENIOR, { type: "settleDebt", rule: "G2", reason });
    expect(outcome(() => act(article, SENIOR, { type: "settleDebt", rule: "G2", reason }))).toBe(
      "illegal-state",
    );
  });

  it("is not of a text that was corrected in name only", () => {
    const article = articleIn("correcting");
    expect(() => act(article, SENIOR, commandOf("publishCorrection", article))).toThrow(
      "Put in the new text first",
    );
    act(article, SENIOR, { type: "dropCorrection" });
    expect(state(article)).toBe("published");
  });
});

it("what was archived or spiked comes back as it was", () => {
  const article = articleIn("published");
  act(article, SENIOR, { type: "archiveArticle" });
  act(article, SENIOR, { type: "restoreArticle" });
  expect(state(article)).toBe("published");
  const spiked = articleIn("in-review");
  act(spiked, SENIOR, { type: "spikeArticle", reason });
  act(spiked, SENIOR, { type: "unspikeArticle" });
  expect(state(spiked)).toBe("in-review");
});

describe("a waiver and an editor’s word for a source", () => {
  it("go when what they were said of changes", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "waiveTag", tag: TAG, reason });
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    expect(article.slice.tags.get(TAG)?.waiver).toBeNull();
  });

  it("are taken back by undo, and only as long as they stand", () => {
    const article = articleWithTag("open");
    const waived = article.do(ONE, SENIOR, { type: "waiveTag", tag: TAG, reason });
    article.do(TWO, SENIOR, { type: "waiveTag", tag: TAG, reason: "Another." });
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: waived }))).toBe("conflict");
    expect(article.slice.tags.get(TAG)?.waiver?.reason.words).toBe("Another.");
  });

  it("are for anonymous sources alone", () => {
    const article = articleWithTag("open");
    const vouch = { type: "vouchIdentity", tag: TAG, to: { secondSource: false } } as const;
    expect(outcome(() => article.do(ONE, SENIOR, vouch))).toBe("illegal-state");
  });
});
