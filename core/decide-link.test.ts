import { describe, expect, it } from "vitest";

import type { ArticleCommand } from "./shapes/command";
import type { RefusalKind } from "./errors";
import { ROLES } from "./policy";
import { Scheme } from "./shapes/scheme";
import { isStanding, TAG_STATES, type TagState } from "./tag";
import { QCU_1 } from "./qcu";
import {
  addClaim,
  articleWithTag,
  AUTHOR,
  EVIDENCE,
  ONE,
  outcome,
  SENIOR,
  spanOf,
  TAG,
  tagNumber,
  type TestArticle,
  TWO,
} from "./testing";

const OTHER = tagNumber(2);
const FIRST = tagNumber(3);
const SECOND = tagNumber(4);
const DOUBT = tagNumber(5);
const ELSEWHERE = tagNumber(99);

type Kind = "continues" | "within" | "contradicts" | "supports" | "about";
const link = (tag: typeof TAG, kind: Kind | "praises", target: typeof TAG) =>
  ({ type: "linkTag", tag, kind, target }) as const;
const unlink = (tag: typeof TAG, kind: Kind, target: typeof TAG) =>
  ({ type: "unlinkTag", tag, kind, target }) as const;

/** The claim TAG in a state, and beside it by ONE: another claim, two quotes (one in the other), an uncertainty. */
function linkable(state: TagState = "open"): TestArticle {
  const article = articleWithTag(state);
  const add = (tag: typeof TAG, as: string, words: string) =>
    article.do(ONE, SENIOR, { type: "addTag", tag, as, span: spanOf(words), attributes: {} });
  article.do(ONE, SENIOR, addClaim(OTHER, "It was built in 1902"));
  add(FIRST, "quote", "“We told the committee everything,”");
  add(SECOND, "quote", "committee everything");
  add(DOUBT, "uncertainty", "may vote");
  return article;
}

const linksOf = (article: TestArticle, tag = TAG) => article.slice.tags.get(tag)!.links;
const answered = (article: TestArticle, tag = TAG) => article.slice.tags.get(tag)!.answered;

describe("a link", () => {
  const cases: [string, ArticleCommand, RefusalKind | "done"][] = [
    ["claim contradicts claim", link(TAG, "contradicts", OTHER), "done"],
    ["claim supports quote", link(TAG, "supports", FIRST), "done"],
    ["quote continues the one before", link(SECOND, "continues", FIRST), "done"],
    ["quote continues a later one", link(FIRST, "continues", SECOND), "bad-input"],
    ["quote within the one around it", link(SECOND, "within", FIRST), "done"],
    ["quote within the one inside it", link(FIRST, "within", SECOND), "bad-input"],
    ["uncertainty about a claim", link(DOUBT, "about", TAG), "done"],
    ["uncertainty about a quote", link(DOUBT, "about", FIRST), "done"],
    ["uncertainty about itself", link(DOUBT, "about", DOUBT), "bad-input"],
    ["claim to itself", link(TAG, "supports", TAG), "bad-input"],
    ["claim continues quote", link(TAG, "continues", FIRST), "bad-input"],
    ["claim about claim", link(TAG, "about", OTHER), "bad-input"],
    ["quote continues claim", link(SECOND, "continues", OTHER), "bad-input"],
    ["claim contradicts uncertainty", link(TAG, "contradicts", DOUBT), "bad-input"],
    ["a kind that the scheme lacks", link(TAG, "praises", OTHER), "bad-input"],
    ["to a tag that is not in the article", link(TAG, "supports", ELSEWHERE), "not-found"],
    ["from a tag that is not in the article", link(ELSEWHERE, "supports", TAG), "not-found"],
  ];
  it.each(cases)("%s", (_name, command, answer) => {
    const article = linkable();
    const before = article.slice;
    expect(outcome(() => article.do(ONE, SENIOR, command))).toBe(answer);
    if (answer !== "done") expect(article.slice).toBe(before);
  });

  it("is there once, from one end, for each kind", () => {
    const article = linkable();
    article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    expect(outcome(() => article.do(TWO, SENIOR, link(TAG, "supports", OTHER)))).toBe("conflict");
    expect(outcome(() => article.do(TWO, SENIOR, link(OTHER, "supports", TAG)))).toBe("conflict");
    expect(outcome(() => article.do(TWO, SENIOR, link(TAG, "contradicts", OTHER)))).toBe("done");
    expect(linksOf(article).map(({ kind }) => kind)).toEqual(["supports", "contradicts"]);
  });

  it("is taken off once, and taking off what is not there changes nothing", () => {
    const article = linkable();
    article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    article.do(TWO, SENIOR, unlink(TAG, "supports", OTHER));
    const { seq } = article.slice;
    article.do(ONE, SENIOR, unlink(TAG, "supports", OTHER));
    expect([linksOf(article), article.slice.seq]).toEqual([[], seq]);
  });

  it("is made among many things at once, all or none", () => {
    const article = linkable();
    const items = [link(DOUBT, "about", TAG), link(DOUBT, "about", OTHER)];
    expect(
      outcome(() =>
        article.do(ONE, SENIOR, { type: "several", items: [...items, link(TAG, "about", OTHER)] }),
      ),
    ).toBe("bad-input");
    expect(linksOf(article, DOUBT)).toEqual([]);
    article.do(ONE, SENIOR, { type: "several", items });
    expect(linksOf(article, DOUBT)).toHaveLength(2);
  });

  it("has no kind in a scheme from before there were links", () => {
    const { types, ...rest } = QCU_1;
    const old = Scheme.parse({ ...rest, types: types.map(({ links: _, ...type }) => type) });
    expect(old.types.map(({ links }) => links)).toEqual([[], [], []]);
  });
});

describe("every role × state of the tag × state of the target has its answer", () => {
  const DESK = ["copy-editor", "checker", "standards", "managing-editor"];
  const rows = ROLES.filter((role) => role !== "editor").flatMap((role) =>
    TAG_STATES.flatMap((state) => [
      { role, state, end: "from" as const },
      { role, state, end: "to" as const },
    ]),
  );
  it.each(rows)("linking $end a tag that is $state, by a $role", ({ role, state, end }) => {
    const article = linkable(state);
    const command = end === "from" ? link(TAG, "supports", OTHER) : link(OTHER, "supports", TAG);
    const stands = isStanding(article.slice.tags.get(TAG)!);
    const expected = !DESK.includes(role) ? "forbidden" : stands ? "done" : "illegal-state";
    expect(outcome(() => article.do(TWO, [role], command))).toBe(expected);
  });

  it("a reporter links on their own article", () => {
    expect(outcome(() => linkable().do(AUTHOR, ["reporter"], link(TAG, "supports", OTHER)))).toBe("done");
  });

  it("nothing is linked in an archived article", () => {
    const article = linkable();
    article.do(ONE, SENIOR, { type: "archiveArticle" });
    expect(outcome(() => article.do(ONE, SENIOR, link(TAG, "supports", OTHER)))).toBe("illegal-state");
  });
});

describe("once an end is dismissed, the link", () => {
  const down = (tag: typeof TAG) => ({ type: "dismissTag", tag, reason: "Not checkable." }) as const;
  const linked = (...dismissed: (typeof TAG)[]) => {
    const article = linkable();
    article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    for (const tag of dismissed) article.do(ONE, SENIOR, down(tag));
    return article;
  };

  it("stays, and is what it was when the end is restored", () => {
    const article = linked(OTHER);
    const before = linksOf(article);
    article.do(ONE, SENIOR, { type: "restoreTag", tag: OTHER });
    expect(before).toEqual([{ kind: "supports", target: OTHER }]);
    expect(linksOf(article)).toBe(before);
  });

  const cases: [string, (typeof TAG)[], RefusalKind | "done"][] = [
    ["from a tag whose target was dismissed", [OTHER], "done"],
    ["of a dismissed tag to one that stands", [TAG], "done"],
    ["between two dismissed tags", [TAG, OTHER], "illegal-state"],
  ];
  it.each(cases)("can be taken off: %s", (_name, dismissed, answer) => {
    const article = linked(...dismissed);
    expect(outcome(() => article.do(TWO, SENIOR, unlink(TAG, "supports", OTHER)))).toBe(answer);
  });
});

describe("a linked tag", () => {
  it("is answered at both ends by whoever did not make it, and can no longer be withdrawn", () => {
    const article = linkable();
    article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    expect([answered(article), answered(article, OTHER)]).toEqual([false, false]);
    article.do(TWO, SENIOR, link(DOUBT, "about", TAG));
    expect([answered(article), answered(article, OTHER), answered(article, DOUBT)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(outcome(() => article.do(ONE, SENIOR, { type: "withdrawTag", tag: TAG }))).toBe("illegal-state");
    expect(outcome(() => article.do(ONE, SENIOR, { type: "withdrawTag", tag: OTHER }))).toBe("done");
  });

  it("stays approved, and its verdict can still be undone when something is linked to it", () => {
    const article = linkable("approved");
    article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    expect(article.slice.tags.get(TAG)!.review.state).toBe("approved");

    article.do(ONE, SENIOR, { type: "attachEvidence", tag: OTHER, evidence: EVIDENCE });
    const verdict = { type: "setVerdict", tag: OTHER, sees: null, finding: "wrong", note: null } as const;
    const checked = article.do(TWO, SENIOR, verdict);
    article.do(ONE, SENIOR, link(DOUBT, "about", OTHER));
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: checked }))).toBe("done");
  });

  it("loses, with a change of type, its links that no longer fit, those to it too, and undo brings them back", () => {
    const article = linkable();
    for (const command of [
      link(TAG, "supports", OTHER),
      link(OTHER, "contradicts", TAG),
      link(DOUBT, "about", TAG),
      link(DOUBT, "about", OTHER),
    ])
      article.do(ONE, SENIOR, command);
    const before = [TAG, OTHER, DOUBT].map((tag) => linksOf(article, tag));
    const to = { type: "quote", attributes: {} };
    const changed = article.do(TWO, SENIOR, { type: "changeType", tag: TAG, from: "claim", to });
    expect([TAG, OTHER, DOUBT].map((tag) => linksOf(article, tag))).toEqual([[], before[1], before[2]]);
    article.do(TWO, SENIOR, { type: "undo", command: changed });
    expect([TAG, OTHER, DOUBT].map((tag) => linksOf(article, tag))).toEqual(before);
  });
});

describe("undo", () => {
  it("of a link takes it off, and redo puts it back", () => {
    const article = linkable();
    const made = article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    const undone = article.do(ONE, SENIOR, { type: "undo", command: made });
    expect(linksOf(article)).toEqual([]);
    article.do(ONE, SENIOR, { type: "undo", command: undone });
    expect(linksOf(article)).toEqual([{ kind: "supports", target: OTHER }]);
  });

  it("is refused where somebody took the link off, or made it again, from either end", () => {
    const article = linkable();
    const made = article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    const off = article.do(TWO, SENIOR, unlink(TAG, "supports", OTHER));
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: made }))).toBe("conflict");
    article.do(ONE, SENIOR, link(OTHER, "supports", TAG));
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: off }))).toBe("conflict");
  });

  it("is refused for a link that no longer fits its tags", () => {
    const article = linkable();
    article.do(ONE, SENIOR, link(TAG, "supports", OTHER));
    const off = article.do(TWO, SENIOR, unlink(TAG, "supports", OTHER));
    const to = { type: "quote", attributes: {} };
    article.do(ONE, SENIOR, { type: "changeType", tag: TAG, from: "claim", to });
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: off }))).toBe("conflict");
  });

  it("of a change of type takes off what was linked since and does not fit the type of before", () => {
    const article = linkable();
    const to = { type: "quote", attributes: {} };
    const changed = article.do(TWO, SENIOR, { type: "changeType", tag: TAG, from: "claim", to });
    article.do(ONE, SENIOR, link(TAG, "continues", FIRST));
    article.do(ONE, SENIOR, link(DOUBT, "about", TAG));
    article.do(TWO, SENIOR, { type: "undo", command: changed });
    expect(linksOf(article)).toEqual([]);
    expect(linksOf(article, DOUBT)).toEqual([{ kind: "about", target: TAG }]);
  });

  it("of a link and a change of type in one does both once", () => {
    const article = linkable();
    const to = { type: "quote", attributes: {} };
    const items = [
      { type: "changeType", tag: TAG, from: "claim", to } as const,
      link(TAG, "continues", FIRST),
    ];
    const command = article.do(ONE, SENIOR, { type: "several", items });
    article.do(ONE, SENIOR, { type: "undo", command });
    expect(article.slice.tags.get(TAG)).toMatchObject({ type: "claim", links: [] });
    expect(article.events.filter(({ type }) => type === "TagUnlinked")).toHaveLength(1);
  });
});
