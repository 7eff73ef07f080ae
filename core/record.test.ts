import { describe, expect, it } from "vitest";

import type { ArticleEvent } from "./event";
import { type Reading, recordOf, type TagRecord } from "./record";
import {
  addClaim,
  articleWithTag,
  EVIDENCE,
  ONE,
  SENIOR,
  spanOf,
  TAG,
  tagNumber,
  testArticle,
  type TestArticle,
  threadNumber,
  TWO,
  verdictSeen,
} from "./testing";
import { opening, SECOND } from "./testing-threads";

const TEXT_REF = "2/text";

/** The sentence with the tag's words in brackets. */
function marked({ sentence, words: { start, end } }: Reading): string {
  return `${sentence.slice(0, start)}[${sentence.slice(start, end)}]${sentence.slice(end)}`;
}

function recordIn(events: readonly ArticleEvent[], tag = TAG): TagRecord {
  const record = recordOf(events, tag);
  if (!record) throw new Error("The log knows no such tag.");
  return record;
}

const types = (events: readonly ArticleEvent[]) => events.map(({ type }) => type);

function move(article: TestArticle, from: string, to: string): void {
  article.do(TWO, SENIOR, { type: "moveEdges", tag: TAG, from: spanOf(from), to: spanOf(to) });
}

function check(article: TestArticle, finding: "confirmed" | "wrong", by = TWO): void {
  article.do(by, SENIOR, { type: "setVerdict", tag: TAG, sees: verdictSeen(article), finding, note: null });
}

function approve(article: TestArticle, by = ONE): void {
  const sees = verdictSeen(article);
  if (!sees) throw new Error("There is no verdict to approve.");
  article.do(by, SENIOR, { type: "approveTag", tag: TAG, sees });
}

describe("the record of a tag", () => {
  it("holds who checked and approved, as what, and on what evidence", () => {
    const { verdicts, approvals } = recordIn(articleWithTag("approved").events);
    expect(verdicts).toMatchObject([
      {
        event: { actor: TWO, role: "managing-editor" },
        verdict: { finding: "confirmed" },
        evidence: [EVIDENCE],
      },
    ]);
    expect(approvals).toMatchObject([
      { event: { actor: ONE }, approval: { by: ONE, self: false }, evidence: [EVIDENCE], undoneBy: null },
    ]);
  });

  it("holds the sentence as it read then, and as it reads now", () => {
    const article = articleWithTag("approved");
    move(article, "The wall is 2 kilometres long", "2 kilometres long");
    const { approvals, now } = recordIn(article.events);
    expect(approvals.map(({ reading }) => marked(reading))).toEqual(["[The wall is 2 kilometres long]."]);
    expect(marked(now)).toBe("The wall is [2 kilometres long].");
    expect(now).toMatchObject({ revision: 1, removedAt: null });
    const { moved, after } = recordIn(article.events);
    expect(moved).toEqual([
      { seq: after[0]!.seq, from: "The wall is 2 kilometres long", to: "2 kilometres long" },
    ]);
  });

  it("reads on where the tag's words run over several sentences", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, addClaim(TAG, "2 kilometres long. It was"));
    expect(marked(recordIn(article.events).now)).toBe(
      "The wall is [2 kilometres long. It was] built in 1902.",
    );
  });

  /** What is done, what of it is told, and what of that changed the tag or its sentence. */
  const changes: [string, (article: TestArticle) => void, told: string[], changed: string[]][] = [
    ["nothing", () => undefined, [], []],
    [
      "its edges",
      (article) => move(article, "The wall is 2 kilometres long", "2 kilometres long"),
      ["EdgesMoved", "TagReopened"],
      ["EdgesMoved", "TagReopened"],
    ],
    [
      "a material attribute",
      (article) =>
        article.do(ONE, SENIOR, {
          type: "setAttribute",
          tag: TAG,
          name: "kind",
          from: "quantity",
          to: "event",
        }),
      ["AttributeSet", "TagReopened"],
      ["AttributeSet", "TagReopened"],
    ],
    [
      "a reopening",
      (article) => article.do(TWO, SENIOR, { type: "reopenTag", tag: TAG, reason: "New figures." }),
      ["TagReopened"],
      ["TagReopened"],
    ],
    [
      "a thread about it, but none about the article",
      (article) => {
        article.do(ONE, SENIOR, opening({ about: { on: "tag", tag: TAG } }));
        article.do(ONE, SENIOR, opening({ thread: threadNumber(2), comment: SECOND }));
      },
      ["ThreadOpened"],
      [],
    ],
    [
      "a link to it, and nothing that was done to the other tag",
      (article) => {
        article.do(ONE, SENIOR, addClaim(tagNumber(2), "It was built in 1902"));
        article.do(ONE, SENIOR, { type: "linkTag", tag: tagNumber(2), kind: "supports", target: TAG });
      },
      ["TagLinked"],
      [],
    ],
    [
      "a removal of its words, and none of other words",
      (article) => {
        const redact = { type: "redact", ref: TEXT_REF, reason: "An order." } as const;
        article.do(ONE, SENIOR, { ...redact, passage: spanOf("2 kilometres") });
        article.do(ONE, SENIOR, { ...redact, passage: spanOf("Mara Quill") });
      },
      ["TextRedacted"],
      ["TextRedacted"],
    ],
  ];
  it.each(changes)("tells after the approval of %s", (_, change, told, changed) => {
    const article = articleWithTag("approved");
    change(article);
    const { before, after, changedAfter } = recordIn(article.events);
    expect(types(after)).toEqual(told);
    expect(types(changedAfter)).toEqual(changed);
    expect(types(before)).toEqual(["TagAdded", "EvidenceAttached", "TagChecked", "TagApproved"]);
  });

  it("begins with the making of a tag that nobody checked", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, { type: "withdrawTag", tag: TAG });
    const { before, after, verdicts, approvals } = recordIn(article.events);
    expect([types(before), types(after)]).toEqual([["TagAdded"], ["TagWithdrawn"]]);
    expect([verdicts, approvals]).toEqual([[], []]);
  });

  it("keeps every verdict and every approval in order", () => {
    const article = articleWithTag("approved");
    article.do(TWO, SENIOR, { type: "reopenTag", tag: TAG, reason: "New figures." });
    check(article, "wrong", ONE);
    check(article, "confirmed");
    approve(article);
    const { verdicts, approvals, after } = recordIn(article.events);
    expect(verdicts.map(({ verdict, event }) => [verdict.finding, event.actor])).toEqual([
      ["confirmed", TWO],
      ["wrong", ONE],
      ["confirmed", TWO],
    ]);
    expect(approvals).toHaveLength(2);
    expect(after).toEqual([]);
  });

  it("says that an approval was taken back", () => {
    const article = articleWithTag("checked");
    const sees = verdictSeen(article)!;
    const command = article.do(ONE, SENIOR, { type: "approveTag", tag: TAG, sees });
    article.do(ONE, SENIOR, { type: "undo", command });
    const { approvals, after } = recordIn(article.events);
    expect(approvals).toMatchObject([{ undoneBy: after[0]!.seq }]);
    expect(types(after)).toEqual(["TagRestored"]);
  });

  it("names the evidence of each moment", () => {
    const article = articleWithTag("approved");
    article.do(TWO, SENIOR, { type: "reopenTag", tag: TAG, reason: "New figures." });
    article.do(TWO, SENIOR, { type: "detachEvidence", tag: TAG, evidence: EVIDENCE });
    article.do(TWO, SENIOR, {
      type: "setVerdict",
      tag: TAG,
      sees: verdictSeen(article),
      finding: "unverifiable",
      note: "Nobody measured it.",
    });
    expect(recordIn(article.events).verdicts.map(({ evidence }) => evidence)).toEqual([[EVIDENCE], []]);
  });

  it("says when words of the sentence were removed, also of the sentence as it read before", () => {
    const article = articleWithTag("approved");
    article.do(ONE, SENIOR, {
      type: "redact",
      ref: TEXT_REF,
      passage: spanOf("2 kilometres"),
      reason: "An order.",
    });
    const { at } = article.events.at(-1)!;
    // The log gives the text as the removal left it.
    const read = article.events.map((event) =>
      event.type === "RevisionAdded"
        ? { ...event, body: { ...event.body, text: { ref: TEXT_REF, words: article.slice.revision!.text } } }
        : event,
    );
    const { approvals, now } = recordIn(read);
    expect(approvals[0]!.reading).toMatchObject({ removedAt: at });
    expect(marked(approvals[0]!.reading)).toBe("[The wall is ████████████ long].");
    expect(now.removedAt).toBe(at);
  });

  it("is none where the log knows no such tag", () => {
    expect(recordOf(articleWithTag("open").events, tagNumber(9))).toBeNull();
  });
});
