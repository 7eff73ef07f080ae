import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "./command";
import { DomainError, type RefusalKind } from "./errors";
import { UserId } from "./ids";
import { type Role, ROLES } from "./policy";
import type { Attributes } from "./scheme";
import { TAG_STATES, type TagState } from "./tag";
import {
  AUTHOR,
  commandNumber,
  EVIDENCE,
  idNumber,
  ONE,
  spanOf,
  tagNumber,
  testArticle,
  type TestArticle,
  TWO,
} from "./testing";
import { wordsOf } from "./words";

const TAG = tagNumber(1);
/** Neither the story's author nor the tag's nor the verdict's, so that only role and state decide. */
const STRANGER = UserId.parse(idNumber(0xbf));
const DESK_ROLES: Role[] = ["copy-editor", "checker", "standards", "managing-editor"];
const SENIOR: Role[] = ["managing-editor"];

const plainClaim: Attributes = { kind: "quantity", voice: "own", priority: "should", legal: false };

function addTag(
  tag = TAG,
  words = "The wall is 2 kilometres long",
  attributes = plainClaim,
  suggested = false,
): ArticleCommand {
  return { type: "addTag", tag, as: "claim", span: spanOf(words), attributes, suggested };
}

const seen = (article: TestArticle) => {
  const verdict = article.slice.tags.get(TAG)!.review.verdict;
  return verdict && { finding: verdict.finding, at: verdict.at };
};

/** An article whose one tag, by ONE and checked by TWO, is in the state. */
function inState(state: TagState, attributes = plainClaim): TestArticle {
  const article = testArticle();
  article.do(ONE, SENIOR, addTag(TAG, undefined, attributes, state === "suggested"));
  if (state === "dismissed")
    article.do(ONE, SENIOR, { type: "dismissTag", tag: TAG, reason: "Not checkable." });
  if (state === "withdrawn") article.do(ONE, SENIOR, { type: "withdrawTag", tag: TAG });
  if (state === "checked" || state === "approved" || state === "stale") {
    article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
    article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "confirmed", note: null });
  }
  if (state === "approved") article.do(ONE, SENIOR, { type: "approveTag", tag: TAG, sees: seen(article)! });
  if (state === "stale")
    article.do(ONE, ["system"], { type: "markStale", tag: TAG, reason: "Evidence withdrawn." });
  expect(article.slice.tags.get(TAG)!.review.state).toBe(state);
  return article;
}

function refusal(act: () => unknown): RefusalKind | "done" {
  try {
    act();
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.kind;
    throw error;
  }
}

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
        sees: seen(a),
        finding: "unverifiable",
        note: "Called three times.",
      }),
    },
    approveTag: {
      roles: DESK_ROLES,
      states: ["checked"],
      with: (a) => ({ type: "approveTag", tag: TAG, sees: seen(a) ?? { finding: "confirmed", at: 1 } }),
    },
    reopenTag: {
      roles: ["checker", "standards", "managing-editor"],
      states: ["checked", "approved", "stale"],
      with: () => ({ type: "reopenTag", tag: TAG, reason: "New figures." }),
    },
    setAttribute: {
      roles: DESK_ROLES,
      states: ["suggested", "open", "checked", "approved", "stale"],
      with: () => ({ type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" }),
    },
    moveEdges: {
      roles: DESK_ROLES,
      states: ["suggested", "open", "checked", "approved", "stale"],
      with: () => ({
        type: "moveEdges",
        tag: TAG,
        from: spanOf("The wall is 2 kilometres long"),
        to: spanOf("wall is 2 kilometres long"),
      }),
    },
    restoreTag: {
      roles: ["copy-editor", "standards", "managing-editor"],
      states: ["dismissed"],
      with: () => ({ type: "restoreTag", tag: TAG }),
    },
    markStale: {
      roles: ["system"],
      states: [...TAG_STATES.slice(0, 5)],
      with: () => ({ type: "markStale", tag: TAG, reason: "x" }),
    },
  };

describe("every role × command × tag state has its answer", () => {
  const rows = Object.entries(MOVES).flatMap(([name, move]) =>
    TAG_STATES.filter((state) => !(name === "restoreTag" && state === "withdrawn")).flatMap((state) =>
      ROLES.filter((role) => role !== "editor").map((role) => ({ name, move, state, role })),
    ),
  );

  it.each(rows)("$name by a $role on a tag that is $state", ({ name, move, state, role }) => {
    const article = inState(state);
    const before = article.slice;
    const answer = refusal(() => article.do(STRANGER, [role], move.with(article)));
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

it("a withdrawn tag is restored by whoever may tag", () => {
  const article = inState("withdrawn");
  expect(refusal(() => article.do(STRANGER, ["counsel"], { type: "restoreTag", tag: TAG }))).toBe(
    "forbidden",
  );
  expect(refusal(() => article.do(STRANGER, ["checker"], { type: "restoreTag", tag: TAG }))).toBe("done");
});

describe("verdicts", () => {
  it("need evidence, but for unverifiable, which needs a note on what was tried", () => {
    const article = inState("open");
    const set = (finding: "confirmed" | "unverifiable", note: string | null) =>
      refusal(() =>
        article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: seen(article), finding, note }),
      );
    expect(set("confirmed", null)).toBe("illegal-state");
    expect(set("unverifiable", "  ")).toBe("illegal-state");
    expect(set("unverifiable", "The archive burned.")).toBe("done");
  });

  it("are never set by the story's author, whatever the role", () => {
    const article = inState("checked");
    expect(
      refusal(() =>
        article.do(AUTHOR, SENIOR, {
          type: "setVerdict",
          tag: TAG,
          sees: seen(article),
          finding: "wrong",
          note: null,
        }),
      ),
    ).toBe("forbidden");
  });

  it("are refused, with the present one, when somebody set another meanwhile", () => {
    const article = inState("checked");
    expect(
      refusal(() =>
        article.do(ONE, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "wrong", note: null }),
      ),
    ).toBe("conflict");
  });
});

describe("approval", () => {
  it("is refused to whoever set the verdict where four eyes are required", () => {
    const article = inState("checked");
    expect(
      refusal(() => article.do(TWO, SENIOR, { type: "approveTag", tag: TAG, sees: seen(article)! })),
    ).toBe("forbidden");
  });

  it("is marked as self-approved where four eyes are recorded", () => {
    const article = inState("checked");
    article.fourEyes = "recorded";
    article.do(TWO, SENIOR, { type: "approveTag", tag: TAG, sees: seen(article)! });
    expect(article.slice.tags.get(TAG)!.review.approval).toMatchObject({ by: TWO, self: true });
  });

  it("names the verdict that it saw", () => {
    const article = inState("checked");
    const old = seen(article)!;
    article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: old, finding: "wrong", note: null });
    expect(refusal(() => article.do(ONE, SENIOR, { type: "approveTag", tag: TAG, sees: old }))).toBe(
      "conflict",
    );
  });
});

describe("a checked tag", () => {
  const changes: [string, ArticleCommand, TagState][] = [
    [
      "its kind changes",
      { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" },
      "open",
    ],
    ["legal changes", { type: "setAttribute", tag: TAG, name: "legal", from: false, to: true }, "open"],
    [
      "its edges move",
      {
        type: "moveEdges",
        tag: TAG,
        from: spanOf("The wall is 2 kilometres long"),
        to: spanOf("wall is 2 kilometres long"),
      },
      "open",
    ],
    [
      "its type changes",
      { type: "changeType", tag: TAG, from: "claim", to: { type: "quote", attributes: {} } },
      "open",
    ],
    [
      "its priority changes",
      { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" },
      "approved",
    ],
    [
      "its note changes",
      { type: "setNote", tag: TAG, from: null, to: wordsOf("See the survey.") },
      "approved",
    ],
  ];
  it.each(changes)("when %s", (_name, command, state) => {
    const article = inState("approved");
    article.do(ONE, SENIOR, command);
    expect(article.slice.tags.get(TAG)!.review.state).toBe(state);
  });

  it("keeps its evidence", () => {
    const article = inState("checked");
    expect(
      refusal(() => article.do(ONE, SENIOR, { type: "detachEvidence", tag: TAG, evidence: EVIDENCE })),
    ).toBe("illegal-state");
  });
});

describe("concurrent changes", () => {
  it("of different fields merge", () => {
    const article = inState("open");
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    article.do(TWO, SENIOR, { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" });
    expect(article.slice.tags.get(TAG)!.attributes).toMatchObject({ kind: "event", priority: "must" });
  });

  it("of the same field are refused with the value that stands", () => {
    const article = inState("open");
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    expect(() =>
      article.do(TWO, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "rule" }),
    ).toThrow(expect.objectContaining({ kind: "conflict", present: "event" }));
  });

  it("to the same value are no conflict and no event", () => {
    const article = inState("open");
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    const { seq } = article.slice;
    article.do(TWO, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    expect(article.slice.seq).toBe(seq);
  });

  it("that tag the same words as the same type open the first tag", () => {
    const article = inState("open");
    expect(() => article.do(TWO, SENIOR, addTag(tagNumber(2)))).toThrow(
      expect.objectContaining({ kind: "conflict", present: TAG }),
    );
    article.do(TWO, SENIOR, { ...addTag(tagNumber(3)), as: "quote", attributes: {} } as ArticleCommand);
    expect(article.slice.tags.size).toBe(2);
  });
});

describe("undo", () => {
  it("of adding withdraws, and of that restores", () => {
    const article = testArticle();
    const added = article.do(ONE, SENIOR, addTag());
    const undone = article.do(ONE, SENIOR, { type: "undo", command: added });
    expect(article.slice.tags.get(TAG)!.review.state).toBe("withdrawn");
    expect(article.events.at(-1)!.undoes).toBe(article.events.find((event) => event.command === added)!.seq);
    article.do(ONE, SENIOR, { type: "undo", command: undone });
    expect(article.slice.tags.get(TAG)!.review.state).toBe("open");
  });

  it("of a material change puts the approval back too, while nobody touched the tag", () => {
    const article = inState("approved");
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
    const article = inState("open");
    const verdict = article.do(TWO, SENIOR, {
      type: "setVerdict",
      tag: TAG,
      sees: null,
      finding: "unverifiable",
      note: "Tried.",
    });
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" });
    expect(refusal(() => article.do(TWO, SENIOR, { type: "undo", command: verdict }))).toBe("conflict");
  });

  it("of an old material change opens a tag that was checked since", () => {
    const article = inState("open");
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

  it("is one's own", () => {
    const article = testArticle();
    const added = article.do(ONE, SENIOR, addTag());
    expect(refusal(() => article.do(TWO, SENIOR, { type: "undo", command: added }))).toBe("not-found");
    expect(refusal(() => article.do(ONE, SENIOR, { type: "undo", command: commandNumber(999) }))).toBe(
      "not-found",
    );
  });

  it("of several things is one", () => {
    const article = testArticle();
    const items = ["The wall is 2 kilometres long", "built in 1902"].map((words, n) =>
      addTag(tagNumber(n), words),
    );
    const command = article.do(ONE, SENIOR, { type: "several", items } as ArticleCommand);
    article.do(ONE, SENIOR, { type: "undo", command });
    expect([...article.slice.tags.values()].map((tag) => tag.review.state)).toEqual([
      "withdrawn",
      "withdrawn",
    ]);
  });
});

describe("several things at once", () => {
  it("hold all or none", () => {
    const article = testArticle();
    const items = [addTag(tagNumber(1)), addTag(tagNumber(2))];
    expect(refusal(() => article.do(ONE, SENIOR, { type: "several", items } as ArticleCommand))).toBe(
      "conflict",
    );
    expect(article.slice.tags.size).toBe(0);
  });
});

describe("redaction", () => {
  it("takes words off everything that shows them, and leaves the rest", () => {
    const article = inState("open");
    article.do(ONE, SENIOR, { type: "setNote", tag: TAG, from: null, to: wordsOf("Her name is …") });
    const ref = article.slice.tags.get(TAG)!.note!.ref!;
    article.do(ONE, ["standards"], { type: "redact", ref, passage: null, reason: "The source asked." });
    expect(article.slice.tags.get(TAG)!.note).toMatchObject({ ref, words: null });
  });

  it("blots out a passage character for character, and what tags quote of it", () => {
    const article = inState("open");
    const { ref, text } = article.slice.revision!;
    article.do(ONE, ["standards"], {
      type: "redact",
      ref,
      passage: spanOf("2 kilometres"),
      reason: "Court order.",
    });
    expect(article.slice.revision!.text).toHaveLength(text.length);
    const { anchor } = article.slice.tags.get(TAG)!;
    expect(anchor.exact).toBe("The wall is ████████████ long");
    expect(article.slice.revision!.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
  });
});

describe("articles", () => {
  const cases: [string, Role, ArticleCommand, RefusalKind | "done"][] = [
    [
      "a title by its reporter",
      "reporter",
      { type: "changeDetail", name: "title", from: "Harbour wall", to: "Sea wall" },
      "done",
    ],
    [
      "a title changed meanwhile",
      "copy-editor",
      { type: "changeDetail", name: "title", from: "Old", to: "New" },
      "conflict",
    ],
    [
      "an empty title",
      "copy-editor",
      { type: "changeDetail", name: "title", from: "Harbour wall", to: "" },
      "bad-input",
    ],
    [
      "a script as source",
      "copy-editor",
      { type: "changeDetail", name: "sourceUrl", from: null, to: "javascript:alert(1)" },
      "bad-input",
    ],
    [
      "a desk elsewhere",
      "copy-editor",
      { type: "changeDetail", name: "desk", from: null, to: EVIDENCE },
      "not-found",
    ],
    [
      "restricting by a copy editor",
      "copy-editor",
      { type: "restrictArticle", restricted: true },
      "forbidden",
    ],
    ["restricting", "standards", { type: "restrictArticle", restricted: true }, "done"],
    [
      "sharing with a stranger",
      "copy-editor",
      { type: "shareArticle", share: { person: STRANGER, as: "reader" } },
      "not-found",
    ],
    ["archiving by counsel", "counsel", { type: "archiveArticle" }, "forbidden"],
  ];
  it.each(cases)("%s, by a %s", (_name, role, command, answer) => {
    const article = testArticle();
    expect(refusal(() => article.do(role === "reporter" ? AUTHOR : ONE, [role], command))).toBe(answer);
  });

  it("keep whoever restricts them among those who see them", () => {
    const article = testArticle();
    article.do(ONE, ["standards"], { type: "restrictArticle", restricted: true });
    expect(article.slice.article).toMatchObject({
      restricted: true,
      shares: [{ person: ONE, as: "assigned" }],
    });
  });

  it("take no tags while archived", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, { type: "archiveArticle" });
    expect(refusal(() => article.do(ONE, SENIOR, addTag()))).toBe("illegal-state");
    article.do(ONE, SENIOR, { type: "restoreArticle" });
    expect(refusal(() => article.do(ONE, SENIOR, addTag()))).toBe("done");
  });
});
