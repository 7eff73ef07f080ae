import { describe, expect, it } from "vitest";

import type { ArticleCommand, ThreadCommand } from "./shapes/command";
import type { Role } from "./policy";
import {
  addClaim,
  articleWithTag,
  AUTHOR,
  commentNumber,
  ONE,
  outcome,
  SENIOR,
  spanOf,
  STRANGER,
  TAG,
  testArticle,
  THREAD,
  threadNumber,
  TWO,
} from "./testing";
import {
  articleWithThread,
  asking,
  FIRST,
  onThread,
  opening,
  reply,
  SECOND,
  threadIn,
} from "./testing-threads";

describe("on an article that is theirs, or shared with them", () => {
  const share = (as: "assigned" | "reader"): ArticleCommand => ({
    type: "shareArticle",
    share: { person: ONE, as },
  });
  const cases: [string, Role, "assigned" | "reader", ThreadCommand, string][] = [
    ["an assigned reporter comments", "reporter", "assigned", opening(), "done"],
    ["an assigned reporter asks", "reporter", "assigned", asking(), "done"],
    ["a reporter who may only read does not", "reporter", "reader", opening(), "forbidden"],
    ["counsel comment on what they see", "counsel", "reader", opening(), "done"],
    ["counsel do not hold it up", "counsel", "reader", opening({ blocking: true }), "forbidden"],
    ["counsel do not ask", "counsel", "reader", asking(), "forbidden"],
  ];
  it.each(cases)("%s", (_, role, as, command, expected) => {
    const article = testArticle();
    article.do(TWO, SENIOR, share(as));
    expect(outcome(() => article.do(ONE, [role], command))).toBe(expected);
  });

  it("a refusal says who can", () => {
    expect(() => testArticle().do(STRANGER, ["reporter"], opening())).toThrow(
      "Commenting on this article takes the reporter whose article it is, a copy editor,",
    );
  });
});

describe("a query", () => {
  it("is answered and settled by whom it asks, also by role, though the desk's word is not theirs", () => {
    for (const addressee of [{ person: AUTHOR }, { role: "reporter" as const }]) {
      const article = testArticle();
      article.do(ONE, SENIOR, asking({ addressee }));
      article.do(AUTHOR, ["reporter"], reply({ resolves: true }));
      expect(threadIn(article)).toMatchObject({ state: "resolved", resolution: { by: AUTHOR } });
      expect(threadIn(article).comments.map(({ words }) => words.words)).toEqual([
        "Who measured it?",
        "The harbour office.",
      ]);
    }
  });

  it("put to others is not settled by the reporter", () => {
    const article = articleWithThread("open", { kind: "query", addressee: { person: TWO } });
    for (const command of [onThread("resolveThread"), reply({ resolves: true })])
      expect(outcome(() => article.do(AUTHOR, ["reporter"], command))).toBe("forbidden");
    expect(outcome(() => article.do(AUTHOR, ["reporter"], reply()))).toBe("done");
  });

  const wrong: [string, ThreadCommand, string][] = [
    ["nobody asked", asking({ addressee: null }), "bad-input"],
    ["somebody who cannot answer", asking({ addressee: { person: STRANGER } }), "not-found"],
    ["a comment with an addressee", opening({ addressee: { person: TWO } }), "bad-input"],
    ["a comment with a time", opening({ due: 9 }), "bad-input"],
    ["blank words", opening({ words: " \n" }), "bad-input"],
    ["a tag that is not there", opening({ about: { on: "tag", tag: TAG } }), "not-found"],
    [
      "a passage outside the text",
      opening({ about: { on: "passage", span: { start: 0, end: 9999 } } }),
      "bad-input",
    ],
    ["somebody mentioned who does not see it", opening({ words: `[@X](person:${STRANGER})?` }), "not-found"],
  ];
  it.each(wrong)("or comment with %s is refused", (_, command, kind) => {
    expect(outcome(() => testArticle().do(ONE, SENIOR, command))).toBe(kind);
  });

  it("is passed on and put off by compare-and-set", () => {
    const article = articleWithThread("open", { kind: "query", addressee: { person: TWO } });
    const pass = {
      type: "readdressQuery",
      thread: THREAD,
      from: { person: TWO },
      to: { role: "checker" },
    } as const;
    article.do(TWO, ["checker"], pass);
    expect(threadIn(article).addressee).toEqual({ role: "checker" });
    expect(outcome(() => article.do(TWO, SENIOR, pass))).toBe("conflict");
    const due = { type: "setDue", thread: THREAD, from: null, to: 9 } as const;
    article.do(ONE, SENIOR, due);
    expect(outcome(() => article.do(ONE, SENIOR, due))).toBe("conflict");
    expect(threadIn(article).due).toBe(9);
  });
});

describe("what a thread is about", () => {
  it("is kept in its words: a tag's as they stood, a passage's", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, addClaim());
    article.do(TWO, SENIOR, opening({ about: { on: "tag", tag: TAG } }));
    const span = spanOf("The wall is 2 kilometres long");
    article.do(ONE, SENIOR, { type: "moveEdges", tag: TAG, from: span, to: spanOf("2 kilometres") });
    expect(threadIn(article)).toMatchObject({ tag: TAG, anchor: { exact: "The wall is 2 kilometres long" } });
    const other = threadNumber(2);
    const about = { on: "passage", span: spanOf("Mara Quill") } as const;
    article.do(ONE, SENIOR, opening({ thread: other, comment: SECOND, about }));
    expect(article.slice.threads.get(other)).toMatchObject({ tag: null, anchor: { exact: "Mara Quill" } });
  });

  it("is blotted out with the passage", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, opening({ about: { on: "passage", span: spanOf("Mara Quill") } }));
    const { ref } = article.slice.revision!;
    article.do(TWO, SENIOR, { type: "redact", ref, passage: spanOf("Mara"), reason: "A source." });
    expect(threadIn(article).anchor?.exact).toBe("████ Quill");
  });

  it("answers its tag: the author cannot withdraw it any more, a dismissal keeps the thread", () => {
    const article = articleWithTag("open");
    article.do(ONE, SENIOR, opening({ about: { on: "tag", tag: TAG } }));
    expect(outcome(() => article.do(ONE, SENIOR, { type: "withdrawTag", tag: TAG }))).toBe("done");
    article.do(ONE, SENIOR, { type: "restoreTag", tag: TAG });
    article.do(TWO, SENIOR, reply());
    expect(() => article.do(ONE, SENIOR, { type: "withdrawTag", tag: TAG })).toThrow(/worked on this tag/);
    article.do(ONE, SENIOR, { type: "dismissTag", tag: TAG, reason: "Not checkable." });
    expect(threadIn(article)).toMatchObject({ state: "open", tag: TAG });
    expect(outcome(() => article.do(TWO, SENIOR, reply({ comment: commentNumber(3) })))).toBe("done");
  });
});

describe("words in a thread", () => {
  it("are changed by whoever wrote them, over what they saw, and marked", () => {
    const article = articleWithThread("open");
    const edit = (from: string, to: string): ThreadCommand => ({
      type: "editComment",
      thread: THREAD,
      comment: FIRST,
      from: { words: from },
      to,
    });
    expect(outcome(() => article.do(TWO, SENIOR, edit("Who measured it?", "Who?")))).toBe("forbidden");
    expect(outcome(() => article.do(ONE, SENIOR, edit("Who?", "When?")))).toBe("conflict");
    article.do(ONE, SENIOR, edit("Who measured it?", "Who?"));
    expect(threadIn(article).comments[0]).toMatchObject({
      words: { words: "Who?" },
      editedAt: article.events.at(-1)?.at,
    });
  });

  it("open a resolved thread again by a reply", () => {
    const article = articleWithThread("resolved");
    article.do(TWO, SENIOR, reply());
    expect(threadIn(article)).toMatchObject({ state: "open", resolution: null });
    expect(article.events.at(-1)?.body).toMatchObject({ reopens: true });
  });

  it("are removed where they are shown; those before an edit are removed by themselves", () => {
    const article = articleWithThread("open");
    const { ref } = threadIn(article).comments[0]!.words;
    article.do(TWO, SENIOR, { type: "redact", ref: ref!, passage: null, reason: "A source." });
    expect(threadIn(article).comments[0]!.words).toEqual({
      ref,
      words: null,
      removedAt: article.events.at(-1)?.at,
    });
    const edit = {
      type: "editComment",
      thread: THREAD,
      comment: FIRST,
      from: { words: null },
      to: "No.",
    } as const;
    expect(outcome(() => article.do(ONE, SENIOR, edit))).toBe("illegal-state");
  });

  it("mention whom the event then names", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, opening({ words: `[@Jon](person:${TWO}) and [@checkers](role:checker)` }));
    expect(article.events.at(-1)?.body).toMatchObject({ mentions: [{ person: TWO }, { role: "checker" }] });
  });
});

describe("an archived article", () => {
  it("lets no thread go on", () => {
    const article = articleWithThread("open");
    article.do(TWO, SENIOR, { type: "archiveArticle" });
    expect(outcome(() => article.do(ONE, SENIOR, reply()))).toBe("illegal-state");
  });
});

it("the same thread or reply twice is a conflict", () => {
  const article = articleWithThread("open");
  expect(outcome(() => article.do(ONE, SENIOR, opening()))).toBe("conflict");
  expect(outcome(() => article.do(ONE, SENIOR, reply({ comment: FIRST })))).toBe("conflict");
  expect(
    outcome(() => article.do(ONE, SENIOR, { ...onThread("resolveThread"), thread: threadNumber(9) })),
  ).toBe("not-found");
});
