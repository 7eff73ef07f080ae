import { describe, expect, it } from "vitest";

import type { ThreadCommand } from "./shapes/command";
import type { Thread } from "./thread";
import { commentNumber, ONE, outcome, SENIOR, testArticle, type TestArticle, THREAD, TWO } from "./testing";
import { articleWithThread, asking, FIRST, onThread, opening, reply, threadIn } from "./testing-threads";

describe("undo of what was done to a thread", () => {
  type Case = [string, (a: TestArticle) => void, ThreadCommand, Partial<Thread>, Partial<Thread>];
  const cases: Case[] = [
    ["opening", () => undefined, opening({ thread: THREAD }), { state: "open" }, { state: "withdrawn" }],
    [
      "resolving",
      (a) => a.do(ONE, SENIOR, opening()),
      onThread("resolveThread"),
      { state: "resolved" },
      { state: "open" },
    ],
    [
      "withdrawing",
      (a) => a.do(ONE, SENIOR, opening()),
      onThread("withdrawThread"),
      { state: "withdrawn" },
      { state: "open" },
    ],
    [
      "blocking",
      (a) => a.do(ONE, SENIOR, opening()),
      { type: "setBlocking", thread: THREAD, to: true },
      { blocking: true },
      { blocking: false },
    ],
    [
      "passing on",
      (a) => a.do(ONE, SENIOR, asking()),
      { type: "readdressQuery", thread: THREAD, from: { person: TWO }, to: { role: "checker" } },
      { addressee: { role: "checker" } },
      { addressee: { person: TWO } },
    ],
    [
      "a time",
      (a) => a.do(ONE, SENIOR, asking({ due: 4 })),
      { type: "setDue", thread: THREAD, from: 4, to: null },
      { due: null },
      { due: 4 },
    ],
  ];
  it.each(cases)("%s, and its redo", (_, given, command, after, before) => {
    const article = testArticle();
    given(article);
    const done = article.do(ONE, SENIOR, command);
    expect(threadIn(article)).toMatchObject(after);
    const undone = article.do(ONE, SENIOR, { type: "undo", command: done });
    expect(threadIn(article)).toMatchObject(before);
    article.do(ONE, SENIOR, { type: "undo", command: undone });
    expect(threadIn(article)).toMatchObject(after);
  });

  it("puts an edit back with the words of before", () => {
    const article = articleWithThread("open");
    const from = threadIn(article).comments[0]!.words;
    const done = article.do(ONE, SENIOR, {
      type: "editComment",
      thread: THREAD,
      comment: FIRST,
      from,
      to: "Who?",
    });
    article.do(ONE, SENIOR, { type: "undo", command: done });
    expect(threadIn(article).comments[0]!.words).toEqual(from);
  });

  it("leaves what was said, and what others answered", () => {
    const article = testArticle();
    const done = article.do(ONE, SENIOR, opening());
    const said = article.do(TWO, SENIOR, reply());
    expect(outcome(() => article.do(TWO, SENIOR, { type: "undo", command: said }))).toBe("illegal-state");
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: done }))).toBe("illegal-state");
    const resolved = article.do(ONE, SENIOR, onThread("resolveThread"));
    article.do(TWO, SENIOR, reply({ comment: commentNumber(3) }));
    expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: resolved }))).toBe("conflict");
  });

  it("of an answer opens the query again and keeps the answer", () => {
    const article = testArticle();
    article.do(ONE, SENIOR, asking());
    const answered = article.do(TWO, SENIOR, reply({ resolves: true }));
    article.do(TWO, SENIOR, { type: "undo", command: answered });
    expect(threadIn(article)).toMatchObject({ state: "open" });
    expect(threadIn(article).comments).toHaveLength(2);
  });

  it("takes the right to it as it is now", () => {
    const article = articleWithThread("open", { blocking: true });
    const done = article.do(TWO, ["checker"], onThread("resolveThread"));
    expect(outcome(() => article.do(TWO, ["counsel"], { type: "undo", command: done }))).toBe("forbidden");
  });
});

const QUERY = { kind: "query", addressee: { person: TWO } } as const;
const asked: [string, Parameters<typeof articleWithThread>[1], ThreadCommand][] = [
  [
    "whom it asks",
    QUERY,
    { type: "readdressQuery", thread: THREAD, from: { person: TWO }, to: { person: ONE } },
  ],
  ["by when it asks", QUERY, { type: "setDue", thread: THREAD, from: null, to: 5 }],
  ["that the article waits", {}, { type: "setBlocking", thread: THREAD, to: true }],
  ["that the article does not wait", { blocking: true }, { type: "setBlocking", thread: THREAD, to: false }],
];
it.each(asked)("what a thread asks is put back by those alone who may change it: %s", (_, of, command) => {
  const article = articleWithThread("open", of);
  article.do(ONE, SENIOR, { type: "shareArticle", share: { person: ONE, as: "reader" } });
  const done = article.do(ONE, SENIOR, command);
  expect(outcome(() => article.do(ONE, ["counsel"], { type: "undo", command: done }))).toBe("forbidden");
  expect(outcome(() => article.do(ONE, SENIOR, { type: "undo", command: done }))).toBe("done");
});
