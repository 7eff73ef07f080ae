import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { type EdgeMove, moveEdge } from "~/core/anchor";
import { textOf } from "~/core/article";
import type { ArticleCommand, TagCommand } from "~/core/shapes/command";
import type { TagId, UserId } from "~/core/ids";
import { proposeAttributes } from "~/core/rules";
import { claimedBy, type Finding, isLost, type Tag } from "~/core/tag";

/** The commands that a tag's card and its keys give. */

/** Makes it a tag of another type, with the attributes that the scheme's rules propose. */
export function changedType(store: ArticleStore, tag: Tag, type: string): TagCommand {
  const { slice, standing, index } = store;
  const attributes = proposeAttributes(standing.scheme, type, {
    text: textOf(slice),
    blocks: slice.revision?.blocks ?? [],
    span: tag.anchor,
    language: languageOf(store),
    earlier: index.ordered.filter((other) => !isLost(other)),
  });
  return { type: "changeType", tag: tag.id, from: tag.type, to: { type, attributes } };
}

/** Moves an edge by a word or a character; null where it cannot go any further. */
export function movedEdge(
  store: ArticleStore,
  { id, anchor: { start, end } }: Tag,
  move: Omit<EdgeMove, "language">,
): (ArticleCommand & { type: "moveEdges" }) | null {
  const from = { start, end };
  const to = moveEdge(textOf(store.slice), from, { ...move, language: languageOf(store) });
  if (to.start === start && to.end === end) return null;
  return { type: "moveEdges", tag: id, from, to };
}

/** Sets the verdict over the one that is in view, on the words that are. */
export function newVerdict(
  { id, type, anchor: { exact }, review: { verdict } }: Tag,
  finding: Finding,
  note: string | null,
): ArticleCommand & { type: "setVerdict" } {
  const sees = verdict && { finding: verdict.finding, at: verdict.at };
  return {
    type: "setVerdict",
    tag: id,
    sees,
    of: { type, exact },
    finding,
    note: note?.trim() ? note : null,
  };
}

/** Approves the verdict that is in view; null where there is none. */
export function approval({ id, review: { verdict } }: Tag): ArticleCommand | null {
  if (!verdict) return null;
  return { type: "approveTag", tag: id, sees: { finding: verdict.finding, at: verdict.at } };
}

/** Takes the tag's next step, or gives it back where one has it. */
export function taking(tag: Tag, me: UserId): ArticleCommand & { type: "assignTag" } {
  return { type: "assignTag", tag: tag.id, from: tag.assignee, to: claimedBy(tag) === me ? null : me };
}

/** Gives the tag's next step to somebody. */
export function givingTo({ id, assignee }: Tag, to: UserId): ArticleCommand {
  return { type: "assignTag", tag: id, from: assignee, to };
}

/** Copies an address that leads to the tag; where the browser forbids it, the address bar gets it. */
export async function copyLinkTo(tag: TagId): Promise<void> {
  const address = new URL(location.href);
  address.hash = `tag=${tag}`;
  history.replaceState(history.state, "", address);
  try {
    await navigator.clipboard.writeText(address.href);
    showToast({ title: words.margin.linkCopied, id: "link" });
  } catch (error) {
    // Without permission, or without HTTPS, where there is no clipboard.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    showToast({ title: words.margin.linkInBar, id: "link" });
  }
}

function languageOf({ slice }: ArticleStore): string {
  return slice.article?.language ?? "en";
}
