import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "./shapes/command";
import { type Role, ROLES } from "./policy";
import { TAG_STATES, type TagState } from "./tag";
import {
  addClaim,
  articleWithTag,
  EVIDENCE,
  ONE,
  outcome,
  SENIOR,
  spanOf,
  STRANGER,
  TAG,
  testArticle,
  type TestArticle,
  TWO,
  verdictSeen,
} from "./testing";
import { wordsOf } from "./words";

/** Who may give which command on a tag in which state: the policy as the commands apply it. */

const DESK_ROLES: Role[] = ["copy-editor", "checker", "standards", "managing-editor"];

const STANDING: TagState[] = ["suggested", "open", "checked", "approved", "stale"];

/** Each command on the one tag: who may give it, the states it is for, and what it takes beside. */
const MOVES: Record<string, { roles: Role[]; states: TagState[]; with: (a: TestArticle) => ArticleCommand }> =
  {
    acceptSuggestion: {
      roles: DESK_ROLES,
      states: ["suggested"],
      with: () => ({ type: "acceptSuggestion", tag: TAG }),
    },
    setVerdict: {
      roles: DESK_ROLES,
      states: ["open", "checked", "stale"],
      with: (a) => ({
        type: "setVerdict",
        tag: TAG,
        sees: verdictSeen(a),
        finding: "unverifiable",
        note: "Called three times.",
      }),
    },
    approveTag: {
      roles: DESK_ROLES,
      states: ["checked"],
      with: (a) => ({
        type: "approveTag",
        tag: TAG,
        sees: verdictSeen(a) ?? { finding: "confirmed", at: 1 },
      }),
    },
    reopenTag: {
      roles: ["checker", "standards", "managing-editor"],
      states: ["checked", "approved", "stale"],
      with: () => ({ type: "reopenTag", tag: TAG, reason: "New figures." }),
    },
    setAttribute: {
      roles: DESK_ROLES,
      states: STANDING,
      with: () => ({ type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" }),
    },
    moveEdges: {
      roles: DESK_ROLES,
      states: STANDING,
      with: () => ({
        type: "moveEdges",
        tag: TAG,
        from: spanOf("The wall is 2 kilometres long"),
        to: spanOf("wall is 2 kilometres long"),
      }),
    },
    changeType: {
      roles: DESK_ROLES,
      states: STANDING,
      with: () => ({ type: "changeType", tag: TAG, from: "claim", to: { type: "quote", attributes: {} } }),
    },
    setNote: {
      roles: DESK_ROLES,
      states: STANDING,
      with: () => ({ type: "setNote", tag: TAG, from: null, to: wordsOf("See the survey.") }),
    },
    attachEvidence: {
      roles: DESK_ROLES,
      states: STANDING,
      with: () => ({ type: "attachEvidence", tag: TAG, evidence: EVIDENCE }),
    },
    detachEvidence: {
      roles: DESK_ROLES,
      states: ["suggested", "open", "stale"],
      with: () => ({ type: "detachEvidence", tag: TAG, evidence: EVIDENCE }),
    },
    restoreTag: {
      roles: ["copy-editor", "standards", "managing-editor"],
      states: ["dismissed"],
      with: () => ({ type: "restoreTag", tag: TAG }),
    },
    markStale: {
      roles: ["system"],
      states: [...TAG_STATES],
      with: () => ({ type: "markStale", tag: TAG, reason: "x" }),
    },
  };

describe("every role × command × tag state has its answer", () => {
  const rows = Object.entries(MOVES).flatMap(([name, move]) =>
    TAG_STATES.filter((state) => !(name === "restoreTag" && state === "withdrawn")).flatMap((state) =>
      ROLES.filter((role) => role !== "editor").map((role) => ({ name, move, state, role })),
    ),
  );

  it.each(rows)("$name by a $role on a tag that is $state", ({ move, state, role }) => {
    const article = articleWithTag(state);
    const before = article.slice;
    const answer = outcome(() => article.do(STRANGER, [role], move.with(article)));
    const allowed = move.roles.includes(role);
    const rightState = move.states.includes(state);
    if (allowed && rightState) expect(answer).toBe("done");
    else {
      expect(answer).toBe(allowed ? "illegal-state" : rightState ? "forbidden" : answer);
      expect(["forbidden", "illegal-state"]).toContain(answer);
      expect(article.slice).toBe(before);
    }
  });
});

describe("every role × dismissal × tag state has its answer", () => {
  const rows = TAG_STATES.flatMap((state) =>
    ROLES.filter((role) => role !== "editor").map((role) => ({ state, role })),
  );
  const dismiss = { type: "dismissTag", tag: TAG, reason: "Not checkable." } as const;

  it.each(rows)("by a $role on a tag that is $state", ({ state, role }) => {
    const article = articleWithTag(state);
    const answer = outcome(() => article.do(STRANGER, [role], dismiss));
    const LEADS: Role[] = ["standards", "managing-editor"];
    const who: Record<TagState, Role[]> = {
      suggested: DESK_ROLES,
      open: [...LEADS, "copy-editor"],
      checked: LEADS,
      approved: LEADS,
      stale: LEADS,
      dismissed: [],
      withdrawn: [],
    };
    const allowed = who[state].includes(role);
    if (allowed) expect(answer).toBe("done");
    else expect(["forbidden", "illegal-state"]).toContain(answer);
    expect(article.slice.tags.get(TAG)!.review.state === "dismissed").toBe(allowed || state === "dismissed");
  });

  it("is anybody's for a tag of their own, as long as it was not checked", () => {
    expect(outcome(() => articleWithTag("open").do(ONE, ["checker"], dismiss))).toBe("done");
    expect(outcome(() => articleWithTag("checked").do(ONE, ["checker"], dismiss))).toBe("forbidden");
  });
});

describe("withdrawal", () => {
  const withdraw = { type: "withdrawTag", tag: TAG } as const;

  it.each(TAG_STATES)("of a tag that is %s", (state) => {
    const article = articleWithTag(state);
    const by = article.slice.tags.get(TAG)!.author;
    const answer = outcome(() => article.do(by, SENIOR, withdraw));
    expect(answer).toBe(state === "open" ? "done" : "illegal-state");
  });

  it("is its author's, whatever the role of another", () => {
    expect(outcome(() => articleWithTag("open").do(TWO, SENIOR, withdraw))).toBe("forbidden");
    expect(outcome(() => articleWithTag("open").do(ONE, ["counsel"], withdraw))).toBe("forbidden");
  });

  it("is over once its author has set a verdict, with nobody else near", () => {
    const article = articleWithTag("open");
    const tried = {
      type: "setVerdict",
      tag: TAG,
      sees: null,
      finding: "unverifiable",
      note: "Tried.",
    } as const;
    article.do(ONE, SENIOR, tried);
    expect(outcome(() => article.do(ONE, SENIOR, withdraw))).toBe("illegal-state");
  });

  it("is over once somebody else has worked on the tag", () => {
    const article = articleWithTag("open");
    article.do(TWO, SENIOR, {
      type: "setVerdict",
      tag: TAG,
      sees: null,
      finding: "unverifiable",
      note: "No.",
    });
    article.do(ONE, SENIOR, { type: "reopenTag", tag: TAG, reason: "New figures." });
    expect(outcome(() => article.do(ONE, SENIOR, withdraw))).toBe("illegal-state");
  });
});

describe("a tag's grade decides who sets its verdict and who approves it", () => {
  const tags = {
    anonymous: { ...addClaim(), as: "uncertainty", attributes: { kind: "anonymous" } },
    must: { ...addClaim(), attributes: { ...addClaim().attributes, priority: "must" } },
    legal: { ...addClaim(), attributes: { ...addClaim().attributes, legal: true } },
  } as const;
  const rows: [keyof typeof tags, "set verdict" | "approve", Role[]][] = [
    ["anonymous", "set verdict", ["checker", "standards", "managing-editor"]],
    ["anonymous", "approve", ["standards", "managing-editor"]],
    ["must", "set verdict", ["checker", "standards", "managing-editor"]],
    ["must", "approve", DESK_ROLES],
    ["legal", "set verdict", ["checker", "standards", "managing-editor"]],
    ["legal", "approve", ["standards", "managing-editor"]],
  ];

  it.each(rows)("%s: to %s takes one of %j", (grade, verb, roles) => {
    for (const role of DESK_ROLES) {
      const article = testArticle();
      article.do(ONE, SENIOR, tags[grade]);
      const verdict = () =>
        ({ type: "setVerdict", tag: TAG, sees: null, finding: "unverifiable", note: "Tried." }) as const;
      if (verb === "approve") article.do(TWO, SENIOR, verdict());
      const act =
        verb === "approve"
          ? { type: "approveTag" as const, tag: TAG, sees: verdictSeen(article)! }
          : verdict();
      expect(
        outcome(() => article.do(STRANGER, [role], act)),
        role,
      ).toBe(roles.includes(role) ? "done" : "forbidden");
    }
  });
});

it("a withdrawn tag is restored by whoever may tag", () => {
  const article = articleWithTag("withdrawn");
  expect(outcome(() => article.do(STRANGER, ["counsel"], { type: "restoreTag", tag: TAG }))).toBe(
    "forbidden",
  );
  expect(outcome(() => article.do(STRANGER, ["checker"], { type: "restoreTag", tag: TAG }))).toBe("done");
});
