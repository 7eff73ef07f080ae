import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "./shapes/command";
import type { RefusalKind } from "./errors";
import type { Role } from "./policy";
import type { Value } from "./scheme";
import type { TagState } from "./tag";
import {
  addClaim,
  articleWithTag,
  AUTHOR,
  EVIDENCE,
  ONE,
  outcome,
  SENIOR,
  spanOf,
  STRANGER,
  TAG,
  tagNumber,
  testArticle,
  TWO,
  verdictSeen,
} from "./testing";
import { wordsOf } from "./words";

describe("verdicts", () => {
  it("need evidence, but for unverifiable, which needs a note on what was tried", () => {
    const article = articleWithTag("open");
    const set = (finding: "confirmed" | "unverifiable", note: string | null) =>
      outcome(() =>
        article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: verdictSeen(article), finding, note }),
      );
    expect(set("confirmed", null)).toBe("illegal-state");
    expect(set("unverifiable", "  ")).toBe("illegal-state");
    expect(set("unverifiable", "The archive burned.")).toBe("done");
  });

  it("do not rest on evidence that was withdrawn", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "attachEvidence", tag: TAG, evidence: EVIDENCE });
    article.withdrawn.add(EVIDENCE);
    const set = { type: "setVerdict", tag: TAG, sees: null, finding: "confirmed", note: null } as const;
    expect(outcome(() => article.do(TWO, SENIOR, set))).toBe("illegal-state");
    article.withdrawn.clear();
    expect(outcome(() => article.do(TWO, SENIOR, set))).toBe("done");
  });

  it("are never set by the story's author, whatever the role", () => {
    const article = articleWithTag("checked");
    expect(
      outcome(() =>
        article.do(AUTHOR, SENIOR, {
          type: "setVerdict",
          tag: TAG,
          sees: verdictSeen(article),
          finding: "wrong",
          note: null,
        }),
      ),
    ).toBe("forbidden");
  });

  it("are refused, with the present one, when somebody set another meanwhile", () => {
    const article = articleWithTag("checked");
    expect(
      outcome(() =>
        article.do(ONE, SENIOR, { type: "setVerdict", tag: TAG, sees: null, finding: "wrong", note: null }),
      ),
    ).toBe("conflict");
  });
});

describe("approval", () => {
  it("is refused to whoever set the verdict where four eyes are required", () => {
    const article = articleWithTag("checked");
    expect(
      outcome(() => article.do(TWO, SENIOR, { type: "approveTag", tag: TAG, sees: verdictSeen(article)! })),
    ).toBe("forbidden");
  });

  it("is marked as self-approved where four eyes are recorded", () => {
    const article = articleWithTag("checked");
    article.fourEyes = "recorded";
    article.do(TWO, SENIOR, { type: "approveTag", tag: TAG, sees: verdictSeen(article)! });
    expect(article.slice.tags.get(TAG)!.review.approval).toMatchObject({ by: TWO, self: true });
  });

  it("names the verdict that it saw", () => {
    const article = articleWithTag("checked");
    const old = verdictSeen(article)!;
    article.do(TWO, SENIOR, { type: "setVerdict", tag: TAG, sees: old, finding: "wrong", note: null });
    expect(outcome(() => article.do(ONE, SENIOR, { type: "approveTag", tag: TAG, sees: old }))).toBe(
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
      "it gains a grade",
      { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" },
      "open",
    ],
    [
      "its note changes",
      { type: "setNote", tag: TAG, from: null, to: wordsOf("See the survey.") },
      "approved",
    ],
  ];
  it.each(changes)("when %s", (_name, command, state) => {
    const article = articleWithTag("approved");
    article.do(ONE, SENIOR, command);
    expect(article.slice.tags.get(TAG)!.review.state).toBe(state);
  });

  it("loses what no longer applies, and an undo brings it back", () => {
    const article = articleWithTag("open");
    const set = (name: string, from: Value | null, to: Value) =>
      article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name, from, to });
    set("voice", "own", "attributed");
    set("speaker", null, wordsOf("Mara Quill"));
    const speaker = () => article.slice.tags.get(TAG)!.attributes.speaker;
    const own = set("voice", "attributed", "own");
    expect(speaker()).toBeUndefined();
    article.do(ONE, SENIOR, { type: "undo", command: own });
    expect(speaker()).toMatchObject({ words: "Mara Quill" });
  });

  it("takes no place in the log from outside: words that come in are new ones", () => {
    const article = articleWithTag("open");
    const { ref } = article.slice.revision!;
    article.do(ONE, SENIOR, { type: "setNote", tag: TAG, from: null, to: { ref, words: "Mine" } });
    expect(article.slice.tags.get(TAG)!.note).toEqual({ ref: `${article.slice.seq}/to`, words: "Mine" });
  });

  it("is not restored beside a twin", () => {
    const article = articleWithTag("withdrawn");
    article.do(TWO, SENIOR, addClaim(tagNumber(2)));
    expect(outcome(() => article.do(ONE, SENIOR, { type: "restoreTag", tag: TAG }))).toBe("conflict");
  });

  it("keeps its evidence", () => {
    const article = articleWithTag("checked");
    expect(
      outcome(() => article.do(ONE, SENIOR, { type: "detachEvidence", tag: TAG, evidence: EVIDENCE })),
    ).toBe("illegal-state");
  });
});

describe("concurrent changes", () => {
  it("of different fields merge", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    article.do(TWO, SENIOR, { type: "setAttribute", tag: TAG, name: "priority", from: "should", to: "must" });
    expect(article.slice.tags.get(TAG)!.attributes).toMatchObject({ kind: "event", priority: "must" });
  });

  it("of the same field are refused with the value that stands", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    expect(() =>
      article.do(TWO, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "rule" }),
    ).toThrow(expect.objectContaining({ kind: "conflict", present: "event" }));
  });

  it("to the same value are no conflict and no event", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    const { seq } = article.slice;
    article.do(TWO, SENIOR, { type: "setAttribute", tag: TAG, name: "kind", from: "quantity", to: "event" });
    expect(article.slice.seq).toBe(seq);
  });

  it("that tag the same words as the same type open the first tag", () => {
    const article = articleWithTag("open");
    expect(() => article.do(TWO, SENIOR, addClaim(tagNumber(2)))).toThrow(
      expect.objectContaining({ kind: "conflict", present: TAG }),
    );
    article.do(TWO, SENIOR, { ...addClaim(tagNumber(3)), as: "quote", attributes: {} });
    expect(article.slice.tags.size).toBe(2);
  });
});

describe("several things at once", () => {
  it("hold all or none", () => {
    const article = testArticle();
    const items = [addClaim(tagNumber(1)), addClaim(tagNumber(2))];
    expect(outcome(() => article.do(ONE, SENIOR, { type: "several", items }))).toBe("conflict");
    expect(article.slice.tags.size).toBe(0);
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
    expect(outcome(() => article.do(role === "reporter" ? AUTHOR : ONE, [role], command))).toBe(answer);
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
    expect(outcome(() => article.do(ONE, SENIOR, addClaim()))).toBe("illegal-state");
    article.do(ONE, SENIOR, { type: "restoreArticle" });
    expect(outcome(() => article.do(ONE, SENIOR, addClaim()))).toBe("done");
  });
});
