import { describe, expect, it, test } from "vitest";

import { ARTICLE_STATES, type ArticleState, EMPTY_SLICE, textOf } from "./article";
import { fold } from "./evolve";
import { askGate, USUAL_RULES } from "./gate";
import { type Role, ROLES } from "./policy";
import { QCU_1 } from "./qcu";
import type { TagCommand } from "./shapes/command";
import { isLost, type Tag } from "./tag";
import {
  addClaim,
  articleWithTag,
  AUTHOR,
  ONE,
  outcome,
  SENIOR,
  spanOf,
  STRANGER,
  TAG,
  tagNumber,
  testArticle,
  type TestArticle,
  TEXT,
  THREAD,
  TWO,
  verdictSeen,
} from "./testing";
import { opening } from "./testing-threads";

const WORDS = "The wall is 2 kilometres long";
const EDITOR: Role[] = ["copy-editor"];

function revise(article: TestArticle, text: string, person = TWO, roles: readonly Role[] = SENIOR): void {
  article.do(person, roles, { type: "addRevision", text, sees: article.slice.revision?.digest ?? null });
}

function tagIn(article: TestArticle, id = TAG): Tag {
  const tag = article.slice.tags.get(id);
  if (!tag) throw new Error("The tag is missing.");
  return tag;
}

const lastTypes = (article: TestArticle, count: number) =>
  article.events.slice(-count).map(({ type }) => type);

const KEPT = `${TEXT}\nMore.`;
const ALTERED = TEXT.replace("2 kilometres", "3 kilometres");
const TYPOGRAPHY = TEXT.replace("The wall is 2", "The wall is 2").replace(
  "2 kilometres",
  "2\u{A0}kilometres",
);
const MOVED = `${WORDS}. It was built in 1902.\n${TEXT.replace(`\n${WORDS}. It was built in 1902.`, "")}`;
const LOST = TEXT.replace(`${WORDS}. `, "");

describe("a new text takes the tags along", () => {
  test.each([
    ["kept", KEPT, null, WORDS],
    ["moved", MOVED, { fate: "moved", why: null, settled: true }, WORDS],
    [
      "altered by typography",
      TYPOGRAPHY,
      { fate: "altered", why: "typography", settled: true },
      WORDS.replace("2 ", "2\u{A0}"),
    ],
    ["altered by words", ALTERED, { fate: "altered", why: "words", settled: false }, WORDS.replace("2", "3")],
    ["lost", LOST, { fate: "lost", why: "deleted", settled: false }, null],
  ])("%s", (_, text, placement, words) => {
    const article = articleWithTag("open");
    const before = tagIn(article).anchor;
    revise(article, text);
    const tag = tagIn(article);
    expect(textOf(article.slice)).toBe(text);
    const { start, end, exact } = before;
    const were = { revision: 1, start, end, exact };
    expect(tag.placement).toEqual(placement && { ...placement, ...were });
    if (words === null) expect(tag.anchor).toEqual(before);
    else {
      expect(tag.anchor).toMatchObject({ revision: 2, exact: words });
      expect(text.slice(tag.anchor.start, tag.anchor.end)).toBe(words);
    }
    expect(article.events.reduce(fold, EMPTY_SLICE)).toEqual(article.slice);
  });

  test.each([
    ["kept", KEPT, "approved", "approved"],
    ["moved", MOVED, "checked", "checked"],
    ["altered by typography", TYPOGRAPHY, "approved", "approved"],
    ["altered", ALTERED, "approved", "stale"],
    ["altered", ALTERED, "checked", "stale"],
    ["altered", ALTERED, "open", "open"],
    ["altered", ALTERED, "suggested", "suggested"],
    ["lost", LOST, "approved", "stale"],
    ["lost", LOST, "suggested", "suggested"],
    ["lost", LOST, "dismissed", "dismissed"],
  ] as const)("%s: one that was %s", (_, text, before, after) => {
    const article = articleWithTag(before);
    revise(article, text);
    expect(tagIn(article).review.state).toBe(after);
    if (after === "stale") expect(tagIn(article).review).toMatchObject({ verdict: {}, approval: null });
  });

  it("a waiver falls with the words that it was given for, and stays with those that were kept", () => {
    const article = articleWithTag("open");
    article.do(TWO, SENIOR, { type: "waiveTag", tag: TAG, reason: "Known." });
    revise(article, KEPT);
    expect(tagIn(article).waiver).not.toBeNull();
    revise(article, ALTERED);
    expect(tagIn(article).waiver).toBeNull();
  });

  it("an altered tag that nobody looked at keeps the words that somebody last saw, whatever comes after", () => {
    const article = articleWithTag("open");
    revise(article, ALTERED);
    const { placement } = tagIn(article);
    revise(article, `${ALTERED}\nMore.`);
    expect(tagIn(article)).toMatchObject({ placement, anchor: { revision: 3 } });
    revise(article, `${ALTERED.replace("3 kilo", "4 kilo")}\nMore.`);
    expect(tagIn(article)).toMatchObject({ placement, anchor: { exact: WORDS.replace("2", "4") } });
  });

  it("one that is settled counts as kept by the next text that keeps it", () => {
    const article = articleWithTag("open");
    revise(article, MOVED);
    revise(article, `${MOVED}\nMore.`);
    expect(tagIn(article).placement).toBeNull();
  });

  it("a lost tag stays lost, where it last stood, also when its words come back", () => {
    const article = articleWithTag("open");
    revise(article, LOST);
    const lost = tagIn(article);
    revise(article, TEXT);
    expect(tagIn(article)).toEqual(lost);
  });

  it("a passage that a thread is about goes along, and stays where it was when its words are gone", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, opening({ about: { on: "passage", span: spanOf(WORDS) } }));
    revise(article, MOVED);
    expect(article.slice.threads.get(THREAD)?.anchor).toMatchObject({ revision: 2, start: 0, exact: WORDS });
    revise(article, LOST);
    expect(article.slice.threads.get(THREAD)?.anchor).toMatchObject({ revision: 2, exact: WORDS });
  });

  it("tells of many in events of 1,000, without a word of the text", () => {
    const article = testArticle();
    const words = Array.from({ length: 1_100 }, (_, n) => `word${n}`);
    revise(article, words.join(" "));
    const items = words.map((word, n) => ({
      ...addClaim(tagNumber(n)),
      span: spanOf(word, words.join(" ")),
    }));
    article.do(ONE, SENIOR, { type: "several", items: items.slice(0, 1_000) });
    article.do(ONE, SENIOR, { type: "several", items: items.slice(1_000) });
    revise(article, `More ${words.join(" ")}`);
    expect(lastTypes(article, 3)).toEqual(["RevisionAdded", "TagsCarried", "TagsCarried"]);
    expect(JSON.stringify(article.events.at(-1))).not.toContain("word1");
    expect([...article.slice.tags.values()].every(({ anchor }) => anchor.revision === 2 + 1)).toBe(true);
  });
});

describe("who may give an article its next text", () => {
  const path: Record<
    ArticleState,
    readonly (
      | "sendToReview"
      | "signOff"
      | "publish"
      | "beginCorrection"
      | "withdrawArticle"
      | "spikeArticle"
      | "archiveArticle"
    )[]
  > = {
    draft: [],
    "in-review": ["sendToReview"],
    ready: ["sendToReview", "signOff"],
    published: ["sendToReview", "signOff", "publish"],
    correcting: ["sendToReview", "signOff", "publish", "beginCorrection"],
    withdrawn: ["sendToReview", "signOff", "publish", "withdrawArticle"],
    spiked: ["spikeArticle"],
    archived: ["archiveArticle"],
  };
  const articleIn = (state: ArticleState): TestArticle => {
    const article = testArticle();
    for (const type of path[state]) {
      if (type === "signOff") article.do(TWO, SENIOR, { type, sees: null });
      else if (type === "publish") article.do(TWO, SENIOR, { type, sees: null, overrides: [] });
      else if (type === "beginCorrection") article.do(TWO, SENIOR, { type, class: "correction" });
      else if (type === "withdrawArticle" || type === "spikeArticle")
        article.do(TWO, SENIOR, { type, reason: "So." });
      else article.do(TWO, SENIOR, { type });
    }
    return article;
  };

  test.each(ARTICLE_STATES)("%s", (state) => {
    const takesText = ["draft", "in-review", "ready", "correcting"].includes(state);
    for (const role of ROLES) {
      const mayEdit = ["copy-editor", "managing-editor", "editor"].includes(role);
      const expected = !mayEdit ? "forbidden" : takesText ? "done" : "illegal-state";
      expect(
        outcome(() => revise(articleIn(state), KEPT, STRANGER, [role])),
        role,
      ).toBe(expected);
    }
    const byAuthor = outcome(() => revise(articleIn(state), KEPT, AUTHOR, ["reporter"]));
    expect(byAuthor).toBe(state === "draft" ? "done" : "forbidden");
    const both = outcome(() => revise(articleIn(state), KEPT, AUTHOR, ["reporter", ...EDITOR]));
    expect(both).toBe(takesText ? "done" : "illegal-state");
  });

  it("says of a published one what comes first", () => {
    expect(() => revise(articleIn("published"), KEPT)).toThrow("Begin a correction");
  });

  it("the sign-off falls with the text that it was for", () => {
    const article = articleIn("ready");
    revise(article, KEPT);
    expect(article.slice.article).toMatchObject({
      state: "in-review",
      life: { signatures: [] },
      revision: 2,
    });
    expect(article.events.at(-1)).toMatchObject({ type: "SignOffVoided", body: { rules: [] } });
  });

  it("refuses whoever saw another text, the same text again, and what cannot be kept", () => {
    const article = testArticle();
    revise(article, KEPT);
    const again = (text: string, sees: string | null) =>
      outcome(() => article.do(TWO, SENIOR, { type: "addRevision", text, sees }));
    expect(again(TEXT, null)).toBe("conflict");
    expect(again(KEPT, "digest 2")).toBe("bad-input");
    expect(again(`\u{FEFF}${KEPT.replaceAll("\n", "\r\n")}`, "digest 2")).toBe("bad-input");
    expect(again("  ", "digest 2")).toBe("bad-input");
    expect(again(`${KEPT}\0`, "digest 2")).toBe("bad-input");
    expect(again(TEXT, "digest 2")).toBe("done");
  });
});

describe("what people settle", () => {
  const lost = () => {
    const article = articleWithTag("approved");
    article.do(ONE, SENIOR, addClaim(tagNumber(2), "It was built in 1902"));
    revise(article, LOST);
    return article;
  };
  const altered = () => {
    const article = articleWithTag("approved");
    revise(article, ALTERED);
    return article;
  };
  const why = (article: TestArticle) =>
    askGate(article.slice, QCU_1, USUAL_RULES).flatMap(({ rule, items }) =>
      rule === "G7" ? items.map((item) => item.why) : [],
    );

  it("a lost tag is attached to words again, and has to be checked again", () => {
    const article = lost();
    expect(why(article)).toEqual(["lost"]);
    article.do(ONE, SENIOR, { type: "reattachTag", tag: TAG, to: spanOf("port", LOST), revision: 2 });
    expect(tagIn(article)).toMatchObject({
      anchor: { revision: 2, exact: "port" },
      placement: { fate: "lost", settled: true, exact: WORDS },
      review: { state: "stale" },
    });
    expect(why(article)).toEqual(["stale"]);
    const command = article.events.at(-1)!.command;
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command }))).toBe("illegal-state");
    expect(outcome(() => article.do(ONE, SENIOR, { type: "retireTag", tag: TAG }))).toBe("illegal-state");
  });

  it("not to words that have this tag already", () => {
    const to = spanOf("It was built in 1902", LOST);
    expect(outcome(() => lost().do(ONE, SENIOR, { type: "reattachTag", tag: TAG, to }))).toBe("conflict");
  });

  it("a lost tag is retired by whoever may tag, though it was checked, and comes back lost", () => {
    const article = lost();
    article.do(STRANGER, ["checker"], { type: "retireTag", tag: TAG });
    expect(article.events.at(-1)).toMatchObject({
      type: "TagDismissed",
      body: { reason: { words: "Its words were deleted." } },
    });
    expect(why(article)).toEqual([]);
    article.do(STRANGER, ["checker"], { type: "undo", command: article.events.at(-1)!.command });
    expect(isLost(tagIn(article))).toBe(true);
  });

  test.each([
    ["moveEdges", { type: "moveEdges", tag: TAG, from: spanOf(WORDS), to: spanOf("port", LOST) }],
    ["linkTag from it", { type: "linkTag", tag: TAG, kind: "supports", target: tagNumber(2) }],
    ["linkTag to it", { type: "linkTag", tag: tagNumber(2), kind: "supports", target: TAG }],
    ["confirmPlacement", { type: "confirmPlacement", tag: TAG }],
  ] satisfies [string, TagCommand][])("%s takes words", (_, command) => {
    expect(outcome(() => lost().do(TWO, SENIOR, command))).toBe("illegal-state");
  });

  it("so does a verdict", () => {
    const article = lost();
    const sees = verdictSeen(article);
    const verdict = { type: "setVerdict", tag: TAG, sees, finding: "confirmed", note: null } as const;
    expect(() => article.do(TWO, SENIOR, verdict)).toThrow("were lost");
  });

  it("what stands in an earlier text is nobody's twin", () => {
    const article = lost();
    const { start, end } = tagIn(article).anchor;
    const here = LOST.slice(start, end).trim();
    const command = { ...addClaim(tagNumber(3)), span: { start, end } };
    expect(here.length).toBeGreaterThan(0);
    expect(outcome(() => article.do(ONE, SENIOR, command))).not.toBe("conflict");
  });

  it("a place that was chosen in the text before is refused, whatever stands there now", () => {
    const article = altered();
    const add = { ...addClaim(tagNumber(2), "port"), revision: 1 };
    expect(outcome(() => article.do(ONE, SENIOR, add))).toBe("conflict");
    expect(outcome(() => article.do(ONE, SENIOR, { ...add, revision: 2 }))).toBe("done");
    const about = { on: "passage", span: spanOf("port"), revision: 1 } as const;
    expect(outcome(() => article.do(ONE, SENIOR, opening({ about })))).toBe("conflict");
  });

  it("an altered tag's new words are confirmed, which can be undone; the verdict is another matter", () => {
    const article = altered();
    expect(why(article)).toEqual(["altered"]);
    const command = article.do(ONE, SENIOR, { type: "confirmPlacement", tag: TAG });
    expect(why(article)).toEqual(["stale"]);
    article.do(ONE, SENIOR, { type: "undo", command });
    expect(why(article)).toEqual(["altered"]);
  });

  it("but not undone in the next text", () => {
    const article = altered();
    const command = article.do(ONE, SENIOR, { type: "confirmPlacement", tag: TAG });
    revise(article, `${ALTERED}\nMore.`);
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command }))).toBe("conflict");
  });

  it("moved edges confirm them too, and undone they are as open as before", () => {
    const article = altered();
    const { start, end } = tagIn(article).anchor;
    const to = { start, end: end - " long".length };
    const command = article.do(ONE, SENIOR, { type: "moveEdges", tag: TAG, from: { start, end }, to });
    expect(tagIn(article).placement?.settled).toBe(true);
    article.do(ONE, SENIOR, { type: "undo", command });
    expect(tagIn(article)).toMatchObject({ placement: { settled: false }, anchor: { start, end } });
  });

  it("edges moved in the text before are not moved back in this one", () => {
    const article = articleWithTag("open");
    const from = spanOf(WORDS);
    const to = { start: from.start, end: from.end - " long".length };
    const command = article.do(ONE, SENIOR, { type: "moveEdges", tag: TAG, from, to });
    revise(article, KEPT);
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command }))).toBe("conflict");
  });
});
