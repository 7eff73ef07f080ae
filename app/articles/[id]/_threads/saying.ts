import { v7 } from "uuid";

import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import { reveal } from "~/app/articles/[id]/_lib/marks";
import { selectedSpan } from "~/app/articles/[id]/_lib/offsets";
import { textElement, unfoldTo } from "~/app/articles/[id]/_lib/paragraph-elements";
import { revealSpan } from "~/app/articles/[id]/_lib/reveal-span";
import { focusedTag, spanToTag } from "~/app/articles/[id]/_lib/tagging";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { discussionOf } from "~/app/articles/[id]/_store/threads";
import type { ArticleCommand, Topic } from "~/core/shapes/command";
import { asId, idIn, type ThreadId } from "~/core/ids";
import { isLost, type Span } from "~/core/tag";
import type { Addressee, Thread, ThreadKind } from "~/core/thread";

/** Beginning threads and going on with them, by keys and by buttons. */

const say = words.threads;

/** The id that a thread has in the document. */
export function threadElement(id: ThreadId): string {
  return `thread-${id}`;
}

/** Begins a comment or a query about the selection, else the focused tag, else the article. */
export function beginThread({ store, root }: Pick<Workbench, "store" | "root">, kind: ThreadKind): void {
  const text = root();
  const selected = text && selectedSpan(text);
  if (selected && selected.start < selected.end) {
    beginOnPassage(store, kind, selected);
    return;
  }
  const tag = focusedTag(store);
  write(store, kind, tag ? { on: "tag", tag: tag.id } : { on: "article" });
}

/** Begins one about selected words, grown to whole words. */
export function beginOnPassage(store: ArticleStore, kind: ThreadKind, selected: Span): void {
  const span = spanToTag(selected, store, false);
  if (!span) return;
  getSelection()?.removeAllRanges();
  write(store, kind, { on: "passage", span });
}

/** Opens the place where it is written: a tag's card, else the drawer with all threads. */
export function write(store: ArticleStore, kind: ThreadKind, about: Topic): void {
  const writing = { kind, about };
  if (about.on !== "tag") {
    store.look({ discussing: true, writing });
    return;
  }
  openCard(store, about.tag, writing);
}

/** Begins a reply: in the thread that has the keyboard, else in the focused tag's. */
export function beginReply({ store, announce }: Workbench): void {
  const thread = threadAtHand(store);
  if (thread) replyTo(store, thread);
  else announce(say.nothingToAnswer);
}

export function replyTo(store: ArticleStore, { id, tag }: Thread): void {
  const writing = { kind: "reply", thread: id } as const;
  if (tag === null || store.viewing.discussing) store.look({ discussing: true, writing });
  else openCard(store, tag, writing);
}

function openCard(
  store: ArticleStore,
  tag: NonNullable<Thread["tag"]>,
  writing: ArticleStore["viewing"]["writing"],
): void {
  store.look({
    focused: tag,
    opened: true,
    listed: false,
    right: true,
    alone: false,
    discussing: false,
    writing,
  });
  reveal(store, tag, { focus: false, opens: true });
}

/** Resolves the thread that has the keyboard, or the focused tag's; or opens it again. */
export function settle({ store, announce }: Workbench): void {
  const thread = threadAtHand(store);
  if (thread) settleThread(store, thread);
  else announce(say.nothingToAnswer);
}

export function settleThread(store: ArticleStore, { id, state }: Thread): void {
  const isOpen = state === "open";
  const done = store.dispatch({ type: isOpen ? "resolveThread" : "reopenThread", thread: id });
  if (done.ok) offerUndo(store, isOpen ? say.wasResolved : say.wasReopened, done.id);
}

export function withdrawThread(store: ArticleStore, { id }: Thread): void {
  const done = store.dispatch({ type: "withdrawThread", thread: id });
  if (done.ok) offerUndo(store, say.withdrawn, done.id);
}

function offerUndo(
  store: ArticleStore,
  title: string,
  command: Parameters<ArticleStore["undoThat"]>[0],
): void {
  showToast({
    title,
    action: { label: words.common.undo, onPress: () => store.undoThat(command) },
    id: "tagged",
  });
}

/** The one in which the keyboard is; else the focused tag's first open one, else its last. */
function threadAtHand(store: ArticleStore): Thread | null {
  const held = idIn("thread", document.activeElement?.closest("[data-thread]")?.getAttribute("data-thread"));
  if (held !== null) return store.slice.threads.get(held) ?? null;
  const { focused } = store.viewing;
  const threads = focused === null ? [] : (discussionOf(store.slice.threads).ofTags.get(focused) ?? []);
  return threads.find(({ state }) => state === "open") ?? threads.at(-1) ?? null;
}

/** What a new thread is made of, beside its words. */
export interface Asked {
  readonly blocking: boolean;
  readonly addressee: Addressee | null;
  readonly due: number | null;
}

/** Opens a thread, and leaves the field for it. @throws DomainError as the rules say */
export function openThread(
  store: ArticleStore,
  { kind, about }: { kind: ThreadKind; about: Topic },
  text: string,
  asked: Asked,
): void {
  const thread = asId("thread", v7());
  const comment = asId("comment", v7());
  sendWords(store, { type: "openThread", thread, comment, kind, about, words: text, ...asked });
  finished(store, thread, kind === "query" ? say.asked : say.commented);
}

/** Replies, and resolves the thread if that is meant. @throws DomainError as the rules say */
export function sendReply(store: ArticleStore, { id }: Thread, text: string, resolves: boolean): void {
  const comment = asId("comment", v7());
  sendWords(store, { type: "addComment", thread: id, comment, words: text, resolves });
  finished(store, id, say.replied);
}

/**
 * Sends what somebody wrote, as everything else: it stands there at once and waits on this device while nobody can be
 * reached. What the server refuses of it is listed with what was not made, with its words.
 * @throws DomainError as the rules say: then it is still to be written
 */
export function sendWords(store: ArticleStore, command: ArticleCommand): void {
  const done = store.dispatch(command, { quietly: true });
  if (!done.ok) throw done.refusal;
}

/** Leaves the field for the thread. */
function finished(store: ArticleStore, thread: ThreadId, title: string): void {
  store.look({ writing: null });
  showToast({ title, id: "said" });
  focusThread(thread);
}

/** So many frames a thread is waited for: the code that draws it may still be on its way. */
const PATIENCE = 180;

/** Puts the keyboard into a thread, once it is drawn. */
export function focusThread(thread: ThreadId, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const drawn = document.getElementById(threadElement(thread));
    if (drawn) drawn.focus();
    else if (frames > 0) focusThread(thread, frames - 1);
  });
}

/** Brings what a thread is about into view, and opens it beside: a tag's card, or the drawer. */
export function goToThread(store: ArticleStore, { id, tag, anchor }: Thread): void {
  const about = tag === null ? null : store.tag(tag);
  if (about && !isLost(about)) {
    openCard(store, about.id, null);
    focusThread(id);
    return;
  }
  store.look({ discussing: true, writing: null });
  const text = textElement();
  if (anchor?.revision === store.slice.revision?.number && anchor && text) {
    unfoldTo(store, store.index.paragraphAt(anchor.start));
    revealSpan(text, anchor);
  }
  focusThread(id);
}
