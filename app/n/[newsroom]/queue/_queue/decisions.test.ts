import { describe, expect, it } from "vitest";

import { ARTICLE, articleWithTag, ONE, TAG, TWO } from "~/core/testing";
import type { EvidenceId, UserId } from "~/core/ids";
import { asId } from "~/core/ids";
import type { QueuedTag } from "~/server/routers";
import { type Decision, planOf } from "./decisions";

const ITEM: EvidenceId = asId("evidence", "018f0000-0000-7000-8000-00000000e001");

/** A tag of a queue, as its page has it. */
function row(claimedBy: UserId | null, evidence: readonly EvidenceId[] = []): QueuedTag {
  const tag = articleWithTag("open").slice.tags.get(TAG);
  if (!tag) throw new Error("The test's article has no tag.");
  return {
    tag: { ...tag, assignee: claimedBy, evidence: [...evidence] },
    grades: [],
    article: {
      ...{ id: ARTICLE, title: { ref: "title", words: "A wall" }, language: "en", direction: "ltr" },
      ...{ state: "draft", restricted: false, due: null, desk: null },
    },
    author: "One",
    verdictBy: null,
    claimedBy: claimedBy && { id: claimedBy, name: "Somebody" },
    mayCheck: true,
    mayApprove: true,
  };
}

const commands = (decision: Decision, given: QueuedTag) =>
  planOf(decision, [given], ONE).map(({ command }) => command);

describe("a decision in the queue", () => {
  const confirmed = { kind: "verdict", finding: "confirmed", note: null } as const;

  it("says of which words and type a verdict is, so that it never falls on others", () => {
    const { tag } = row(null);
    const of = { type: tag.type, exact: tag.anchor.exact };
    expect(commands({ ...confirmed, evidence: null }, row(null))).toMatchObject([{ type: "setVerdict", of }]);
    expect(commands({ ...confirmed, evidence: ITEM }, row(null))).toMatchObject([
      {
        type: "several",
        items: [
          { type: "attachEvidence", evidence: ITEM },
          { type: "setVerdict", of },
        ],
      },
    ]);
  });

  it("adds no evidence to what rests on some", () => {
    expect(commands({ ...confirmed, evidence: ITEM }, row(null, [ITEM]))).toMatchObject([
      { type: "setVerdict" },
    ]);
  });

  it.each<[string, Decision, UserId | null, UserId | null | undefined]>([
    ["what is nobody's is taken", { kind: "take" }, null, ONE],
    ["what is another's is taken over", { kind: "take" }, TWO, ONE],
    ["one's own is not taken again", { kind: "take" }, ONE, undefined],
    ["one's own is given back", { kind: "giveBack" }, ONE, null],
    ["what is another's is not given back", { kind: "giveBack" }, TWO, undefined],
    ["it is given to whom it is meant for", { kind: "give", to: new Map([[TAG, TWO]]) }, null, TWO],
    ["not to whom it is with already", { kind: "give", to: new Map([[TAG, TWO]]) }, TWO, undefined],
    ["nor to anybody where it was not meant", { kind: "give", to: new Map() }, null, undefined],
    ["no approval without a verdict", { kind: "approve" }, null, undefined],
  ])("%s", (_, decision, claimedBy, to) => {
    const expected = to === undefined ? [] : [{ type: "assignTag", tag: TAG, from: claimedBy, to }];
    expect(commands(decision, row(claimedBy))).toEqual(expected);
  });
});
