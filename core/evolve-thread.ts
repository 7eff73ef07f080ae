import type { Slice } from "./article";
import { unreachable } from "./errors";
import type { ArticleEvent, ThreadFact } from "./event";
import type { Envelope } from "./log";
import { removeWords } from "./redaction";
import type { Anchor } from "./tag";
import type { Thread, ThreadComment } from "./thread";

/** What each event about a thread does to it: the part of `evolve` that threads are. */

/** The passage that a thread was opened about, and the tag where it is about one. */
export type AboutPassage = NonNullable<(ArticleEvent & { type: "ThreadOpened" })["body"]["about"]>;

/** @throws Error when the slice lacks what the event is about */
export function evolveThread(
  slice: Slice,
  event: Envelope & ThreadFact,
  anchorOf: (about: AboutPassage) => Anchor,
): Thread {
  if (event.type === "ThreadOpened") return opened(slice, event, anchorOf);
  const thread = slice.threads.get(event.body.thread);
  if (!thread) throw new Error(`The event is about thread ${event.body.thread}, which the slice lacks.`);
  const touched = {
    ...thread,
    touched: event.seq,
    answered: thread.answered || event.actor !== thread.author,
  };
  switch (event.type) {
    case "CommentAdded": {
      const comments = [...thread.comments, commentIn(event)];
      return { ...touched, comments, ...(event.body.reopens && OPEN) };
    }
    case "CommentEdited": {
      const { comment, to } = event.body;
      const comments = thread.comments.map((one) =>
        one.id === comment ? { ...one, words: to, editedAt: event.at } : one,
      );
      return { ...touched, comments };
    }
    case "ThreadResolved":
      return { ...touched, state: "resolved", resolution: { by: event.actor, at: event.at } };
    case "ThreadReopened":
    case "ThreadRestored":
      return { ...touched, ...OPEN };
    case "ThreadWithdrawn":
      return { ...touched, state: "withdrawn", resolution: null };
    case "BlockingSet":
      return { ...touched, blocking: event.body.to };
    case "QueryReaddressed":
      return { ...touched, addressee: event.body.to };
    case "QueryDueSet":
      return { ...touched, due: event.body.to };
    default:
      return unreachable(event);
  }
}

const OPEN = { state: "open", resolution: null } as const;

function opened(
  slice: Slice,
  event: ArticleEvent & { type: "ThreadOpened" },
  anchorOf: (about: AboutPassage) => Anchor,
): Thread {
  const { thread, kind, about, blocking, addressee, due, imported } = event.body;
  if (!slice.article) throw new Error("The event is about an article that the slice lacks.");
  return {
    id: thread,
    article: slice.article.id,
    kind,
    tag: about?.tag ?? null,
    anchor: about && anchorOf(about),
    comments: [commentIn(event)],
    blocking,
    addressee,
    due,
    ...OPEN,
    author: event.actor,
    at: event.at,
    answered: false,
    touched: event.seq,
    imported,
  };
}

function commentIn({
  body,
  actor,
  at,
}: ArticleEvent & { type: "ThreadOpened" | "CommentAdded" }): ThreadComment {
  const { comment, said, imported } = body;
  const former = imported && { by: imported.by, at: imported.at, editedAt: imported.editedAt };
  return { id: comment, words: said, by: actor, at, editedAt: null, imported: former };
}

/** The thread without the words at `ref`, if it shows them. */
export function removeFromThread(thread: Thread, ref: string, removedAt: number): Thread {
  if (!thread.comments.some(({ words }) => words.ref === ref)) return thread;
  const comments = thread.comments.map((comment) => ({
    ...comment,
    words: removeWords(comment.words, ref, removedAt),
  }));
  return { ...thread, comments };
}
