import type { Article, Slice } from "./article";
import type { Circumstances, Decision } from "./decide";
import { anyThread, commentOf, mayChange, maySettle, mustBeWithdrawable } from "./decide-thread";
import { DomainError } from "./errors";
import type { ArticleEvent, ArticleFact, ThreadFact } from "./event";
import type { Envelope } from "./log";
import { mentionsIn } from "./mentions";
import { mustBeAllowed } from "./policy";
import { sameAddressee, type Thread } from "./thread";
import { sameWords } from "./words";

/**
 * Undo of what one did to a thread. What was said stays said, since others may have read it: a reply is edited
 * instead, and a thread that nobody has answered is withdrawn.
 */

type ThreadEvent = Envelope & ThreadFact;

/** True for what happened to a thread. */
export function isOfThread(event: ArticleEvent): event is ThreadEvent {
  return "thread" in event.body;
}

/**
 * True for what can be taken back: what was done to tags, but for new words of lost ones, and to threads, but for what was
 * said in them.
 */
export function isUndoable(event: ArticleEvent): boolean {
  if (event.type === "TagReattached") return false;
  return "tag" in event.body || (isOfThread(event) && event.type !== "CommentAdded");
}

/** The facts that put back what a command did to a thread, the last first. @throws DomainError as `decide` */
export function takeBackInThread(
  slice: Slice,
  article: Article,
  events: readonly ThreadEvent[],
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "comment", { article });
  const undoable = events.filter(isUndoable).toReversed();
  if (undoable.length === 0)
    throw new DomainError("illegal-state", "What was said stays said. Edit your reply instead.");
  return {
    as,
    facts: undoable.map((event) => {
      const thread = anyThread(slice, event.body.thread);
      return { ...inverse(event, thread, article, c), undoes: event.seq };
    }),
  };
}

function inverse(event: ThreadEvent, thread: Thread, article: Article, c: Circumstances): ArticleFact {
  const { id } = thread;
  switch (event.type) {
    case "ThreadOpened":
    case "ThreadRestored":
      mustBeWithdrawable(thread, c.actor);
      return { type: "ThreadWithdrawn", body: { thread: id } };
    case "ThreadWithdrawn":
      if (thread.state !== "withdrawn") throw overtaken(thread.state);
      return { type: "ThreadRestored", body: { thread: id } };
    case "CommentEdited": {
      const { comment, from, to } = event.body;
      const present = commentOf(thread, comment).words;
      if (!sameWords(present, to) || from.words === null) throw overtaken(present);
      const mentions = mentionsIn(from.words);
      return { type: "CommentEdited", body: { thread: id, comment, from: present, to: from, mentions } };
    }
    case "ThreadResolved":
      maySettle(thread, article, c.actor);
      if (thread.state !== "resolved" || thread.touched !== event.seq) throw overtaken(thread.state);
      return { type: "ThreadReopened", body: { thread: id } };
    case "ThreadReopened":
      maySettle(thread, article, c.actor);
      if (thread.state !== "open" || thread.touched !== event.seq) throw overtaken(thread.state);
      return { type: "ThreadResolved", body: { thread: id } };
    case "BlockingSet":
      mustBeOpen(thread);
      mayChange(thread, article, c.actor);
      if (thread.blocking !== event.body.to) throw overtaken(thread.blocking);
      return { type: "BlockingSet", body: { thread: id, from: event.body.to, to: event.body.from } };
    case "QueryReaddressed":
      mustBeOpen(thread);
      mayChange(thread, article, c.actor);
      if (!sameAddressee(thread.addressee, event.body.to)) throw overtaken(thread.addressee);
      return { type: "QueryReaddressed", body: { thread: id, from: event.body.to, to: event.body.from } };
    case "QueryDueSet":
      mustBeOpen(thread);
      mayChange(thread, article, c.actor);
      if (thread.due !== event.body.to) throw overtaken(thread.due);
      return { type: "QueryDueSet", body: { thread: id, from: event.body.to, to: event.body.from } };
    default:
      throw new DomainError("illegal-state", "What was said stays said. Edit your reply instead.");
  }
}

function mustBeOpen({ state }: Thread): void {
  if (state !== "open") throw overtaken(state);
}

function overtaken(present: unknown): DomainError {
  return new DomainError(
    "conflict",
    "This thread was changed again since, so it was not undone. What stands now is kept.",
    present,
  );
}
