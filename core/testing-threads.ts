import type { ThreadCommand } from "./shapes/command";
import { anyThread } from "./decide-thread";
import type { Thread, ThreadState } from "./thread";
import { commentNumber, ONE, SENIOR, testArticle, type TestArticle, THREAD, TWO } from "./testing";

/** Threads for tests: the commands in them, and an article with one. Not for use outside of tests. */

export type Open = ThreadCommand & { type: "openThread" };

export const FIRST = commentNumber(1);
export const SECOND = commentNumber(2);

/** A comment by whoever gives it, as changed. */
export function opening(change: Partial<Open> = {}): Open {
  return {
    type: "openThread",
    thread: THREAD,
    comment: FIRST,
    kind: "comment",
    about: { on: "article" },
    words: "Who measured it?",
    blocking: false,
    addressee: null,
    due: null,
    ...change,
  };
}
/** A query to TWO, as changed. */
export const asking = (change: Partial<Open> = {}) =>
  opening({ kind: "query", addressee: { person: TWO }, ...change });
export const reply = (change: Partial<ThreadCommand & { type: "addComment" }> = {}): ThreadCommand => ({
  type: "addComment",
  thread: THREAD,
  comment: SECOND,
  words: "The harbour office.",
  resolves: false,
  ...change,
});
export const onThread = (type: "resolveThread" | "reopenThread" | "withdrawThread"): ThreadCommand => ({
  type,
  thread: THREAD,
});

/** The thread as it stands. */
export function threadIn(article: TestArticle): Thread {
  return anyThread(article.slice, THREAD);
}

/** An article whose one thread, opened by ONE, is in the state. */
export function articleWithThread(state: ThreadState, change: Partial<Open> = {}): TestArticle {
  const article = testArticle();
  article.do(ONE, SENIOR, opening(change));
  if (state === "resolved") article.do(ONE, SENIOR, onThread("resolveThread"));
  if (state === "withdrawn") article.do(ONE, SENIOR, onThread("withdrawThread"));
  return article;
}
