import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { inTextOrder, matches } from "~/app/articles/[id]/_store/filter";
import type { Viewing } from "~/app/articles/[id]/_store/viewing";
import type { TagId } from "~/core/ids";
import { isLost, isStanding, type Tag } from "~/core/tag";
import { crowded } from "./layout";

/** A card to draw. */
export interface ShownCard {
  readonly id: TagId;
  /** Where its tag begins in the text. */
  readonly start: number;
  /** One line only: there are too many around it, or the filter passes it over. */
  readonly compact: boolean;
  /** The filter passes it over: it stays in its place, and stands back. */
  readonly dimmed: boolean;
}

/**
 * The cards of the tags in these paragraphs, and of the focused one wherever it is, in the order of the text.
 * Dismissed and withdrawn tags have cards only where the filter asks for them.
 */
export function cardsShown(
  store: Pick<ArticleStore, "index" | "tag">,
  paragraphs: readonly number[],
  { filter, focused }: Pick<Viewing, "filter" | "focused">,
): ShownCard[] {
  const tags = new Map<TagId, Tag>();
  for (const paragraph of paragraphs)
    for (const tag of store.index.tagsIn(paragraph))
      if (isStanding(tag) || matches(tag, filter)) tags.set(tag.id, tag);
  const chosen = focused === null ? null : store.tag(focused);
  if (chosen && !isLost(chosen)) tags.set(chosen.id, chosen);
  const ordered = [...tags.values()].sort(inTextOrder);
  const close = crowded(ordered.map(({ anchor }) => anchor.start));
  return ordered.map((tag, place) => {
    const dimmed = tag.id !== focused && !matches(tag, filter);
    return {
      id: tag.id,
      start: tag.anchor.start,
      dimmed,
      compact: tag.id !== focused && (dimmed || close[place] === true),
    };
  });
}

/** Whether the same cards stand in the same places. */
export function sameCards(some: readonly ShownCard[], others: readonly ShownCard[]): boolean {
  const isSame = (one: ShownCard, other: ShownCard | undefined) =>
    other?.id === one.id &&
    other.start === one.start &&
    other.compact === one.compact &&
    other.dimmed === one.dimmed;
  return some.length === others.length && some.every((card, place) => isSame(card, others[place]));
}
