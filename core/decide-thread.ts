import { checkSpan } from "./anchor";
import { type Article, type Slice, textOf } from "./article";
import type { ThreadCommand, Topic } from "./shapes/command";
import type { Circumstances, Decision } from "./decide";
import { anyTag, mustStandIn } from "./decide-tag";
import { DomainError, unreachable } from "./errors";
import type { ArticleFact } from "./event";
import type { ThreadId } from "./ids";
import { mustBeOpen } from "./life";
import { mentionsIn } from "./mentions";
import { type Actor, mustBeAllowed, type Role, rolesHeld } from "./policy";
import { type Addressee, sameAddressee, type Thread, type ThreadComment } from "./thread";
import { sameWords, type Words, wordsOf } from "./words";

/**
 * What commands about threads come to. Whoever may comment may open, reply and resolve; what the article waits for
 * is settled by whoever asked, whoever was asked, and the desk.
 */

/** @throws DomainError as `decide` */
export function decideThread(
  slice: Slice,
  article: Article,
  command: ThreadCommand,
  c: Circumstances,
): Decision {
  mustBeOpen(article);
  if (command.type === "openThread") return open(slice, article, command, c);
  const thread = anyThread(slice, command.thread);
  if (thread.state === "withdrawn") {
    throw new DomainError("illegal-state", "This thread was withdrawn by whoever opened it.");
  }
  switch (command.type) {
    case "addComment":
      return reply(thread, article, command, c);
    case "editComment":
      return edit(thread, article, command, c);
    case "resolveThread": {
      const as = maySettle(thread, article, c.actor);
      if (thread.state === "resolved") return { as, facts: [] };
      return { as, facts: [{ type: "ThreadResolved", body: { thread: thread.id } }] };
    }
    case "reopenThread": {
      const as = maySettle(thread, article, c.actor);
      if (thread.state === "open") return { as, facts: [] };
      return { as, facts: [{ type: "ThreadReopened", body: { thread: thread.id } }] };
    }
    case "withdrawThread": {
      const as = mustBeAllowed(c.actor, "comment", { article });
      mustBeWithdrawable(thread, c.actor);
      return { as, facts: [{ type: "ThreadWithdrawn", body: { thread: thread.id } }] };
    }
    case "setBlocking":
    case "readdressQuery":
    case "setDue":
      return change(thread, article, command, c);
    default:
      return unreachable(command);
  }
}

/** The thread, whatever became of it. @throws DomainError not-found */
export function anyThread(slice: Slice, id: ThreadId): Thread {
  const thread = slice.threads.get(id);
  if (!thread) throw new DomainError("not-found", "There is no such thread in this article.");
  return thread;
}

/** Whether a query is put to the actor: by name, or by a role that they hold. */
export function isAddressed(actor: Actor, addressee: Addressee | null): boolean {
  if (addressee === null) return false;
  return "person" in addressee
    ? addressee.person === actor.id
    : rolesHeld(actor.roles).includes(addressee.role);
}

/** The role by which the actor settles the thread. @throws DomainError forbidden, with who can */
export function maySettle(thread: Thread, article: Article, actor: Actor): Role {
  const isTheirs = thread.author === actor.id || isAddressed(actor, thread.addressee);
  const waitsForOthers = (thread.kind === "query" || thread.blocking) && !isTheirs;
  return mustBeAllowed(actor, waitsForOthers ? "settle for others" : "comment", { article });
}

/**
 * The role by which the actor changes what the thread asks: whom, by when, or that the article waits. Whoever may only
 * answer, as counsel do, may not. @throws DomainError forbidden, with who can
 */
export function mayChange(thread: Thread, article: Article, actor: Actor): Role {
  maySettle(thread, article, actor);
  return mustBeAllowed(actor, "ask", { article });
}

/** @throws DomainError forbidden for another's thread, illegal-state for one that somebody else has been in */
export function mustBeWithdrawable(thread: Thread, actor: Actor): void {
  if (thread.author !== actor.id) {
    throw new DomainError("forbidden", "A thread is withdrawn by whoever opened it. You can resolve it.");
  }
  if (thread.answered || thread.state !== "open" || thread.imported !== null) {
    throw new DomainError("illegal-state", "Somebody has answered this thread since. Resolve it instead.");
  }
}

function open(
  slice: Slice,
  article: Article,
  command: ThreadCommand & { type: "openThread" },
  c: Circumstances,
): Decision {
  const { kind, blocking, addressee, due, words } = command;
  const as = mustBeAllowed(c.actor, kind === "query" || blocking ? "ask" : "comment", { article });
  if (slice.threads.has(command.thread))
    throw new DomainError("conflict", "This thread is already here.", command.thread);
  if (kind === "comment" && (addressee || due !== null))
    throw new DomainError(
      "bad-input",
      "Only a query has an addressee and a time. Mention people in a comment.",
    );
  if (kind === "query") {
    if (!addressee) throw new DomainError("bad-input", "Choose whom you ask: a person or a role.");
    mustAnswer(addressee, c);
  }
  return {
    as,
    facts: [
      {
        type: "ThreadOpened",
        body: {
          thread: command.thread,
          kind,
          about: placeOf(slice, command.about),
          comment: command.comment,
          ...spoken(words, c),
          blocking,
          addressee,
          due,
          imported: null,
        },
      },
    ],
  };
}

function placeOf(slice: Slice, about: Topic): (ArticleFact & { type: "ThreadOpened" })["body"]["about"] {
  if (about.on === "article") return null;
  const revision = slice.revision?.number ?? 1;
  if (about.on === "passage") {
    mustStandIn(slice, about.revision);
    checkSpan(textOf(slice), about.span);
    return { tag: null, revision, span: about.span };
  }
  const { id, anchor } = anyTag(slice, about.tag);
  return { tag: id, revision: anchor.revision, span: { start: anchor.start, end: anchor.end } };
}

function reply(
  thread: Thread,
  article: Article,
  { comment, words, resolves }: ThreadCommand & { type: "addComment" },
  c: Circumstances,
): Decision {
  const as = resolves ? maySettle(thread, article, c.actor) : mustBeAllowed(c.actor, "comment", { article });
  if (thread.comments.some(({ id }) => id === comment))
    throw new DomainError("conflict", "This reply is already here.", comment);
  const reopens = thread.state === "resolved" && !resolves;
  const added: ArticleFact = {
    type: "CommentAdded",
    body: { thread: thread.id, comment, ...spoken(words, c), reopens, imported: null },
  };
  if (!resolves || thread.state === "resolved") return { as, facts: [added] };
  return { as, facts: [added, { type: "ThreadResolved", body: { thread: thread.id } }] };
}

function edit(
  thread: Thread,
  article: Article,
  { comment: id, from, to }: ThreadCommand & { type: "editComment" },
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "comment", { article });
  const comment = commentOf(thread, id);
  if (comment.by !== c.actor.id || comment.imported !== null)
    throw new DomainError("forbidden", "A comment is changed by whoever wrote it. Reply to it.");
  if (comment.words.words === null)
    throw new DomainError("illegal-state", "These words were removed from the record. Write a new comment.");
  if (!sameWords(comment.words, from))
    throw new DomainError("conflict", "You changed this comment meanwhile, elsewhere.", comment.words);
  if (comment.words.words === to) return { as, facts: [] };
  const { said, mentions } = spoken(to, c);
  const body = { thread: thread.id, comment: id, from: comment.words, to: said, mentions };
  return { as, facts: [{ type: "CommentEdited", body }] };
}

/** @throws DomainError not-found */
export function commentOf(thread: Thread, id: ThreadComment["id"]): ThreadComment {
  const comment = thread.comments.find((one) => one.id === id);
  if (!comment) throw new DomainError("not-found", "There is no such comment in this thread.");
  return comment;
}

function change(
  thread: Thread,
  article: Article,
  command: ThreadCommand & { type: "setBlocking" | "readdressQuery" | "setDue" },
  c: Circumstances,
): Decision {
  const as = mayChange(thread, article, c.actor);
  if (thread.state !== "open")
    throw new DomainError("illegal-state", "This thread is resolved. Reopen it, then it can be changed.");
  const { id } = thread;
  if (command.type === "setBlocking") {
    const { to } = command;
    if (thread.blocking === to) return { as, facts: [] };
    return { as, facts: [{ type: "BlockingSet", body: { thread: id, from: thread.blocking, to } }] };
  }
  if (thread.kind !== "query")
    throw new DomainError(
      "bad-input",
      "Only a query has an addressee and a time. Mention people in a comment.",
    );
  if (command.type === "readdressQuery") {
    const { from, to } = command;
    if (!sameAddressee(thread.addressee, from))
      throw new DomainError("conflict", "Somebody passed this query on meanwhile.", thread.addressee);
    if (sameAddressee(from, to)) return { as, facts: [] };
    mustAnswer(to, c);
    return { as, facts: [{ type: "QueryReaddressed", body: { thread: id, from, to } }] };
  }
  const { from, to } = command;
  if (thread.due !== from)
    throw new DomainError("conflict", "Somebody changed the time meanwhile.", thread.due);
  if (from === to) return { as, facts: [] };
  return { as, facts: [{ type: "QueryDueSet", body: { thread: id, from, to } }] };
}

/** The words with whom they mention. @throws DomainError bad-input for blank ones, not-found for people who do not see the article */
function spoken(text: string, c: Circumstances): { said: Words; mentions: Addressee[] } {
  if (text.trim() === "") throw new DomainError("bad-input", "Write something first.");
  const mentions = mentionsIn(text);
  for (const who of mentions) {
    if ("person" in who && !c.known.people.has(who.person))
      throw new DomainError(
        "not-found",
        "Somebody whom you mention does not see this article. Take them out.",
      );
  }
  return { said: wordsOf(text), mentions };
}

function mustAnswer(addressee: Addressee, c: Circumstances): void {
  if ("person" in addressee && !c.known.answering.has(addressee.person))
    throw new DomainError("not-found", "This person cannot answer here. Choose somebody who may comment.");
}
