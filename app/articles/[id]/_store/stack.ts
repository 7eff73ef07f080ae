import { isStanding, type Tag } from "~/core/tag";
import type { ArticleStore } from "./article-store";
import { inTextOrder } from "./filter";
import type { Viewing } from "./viewing";

type Drawn = Pick<ArticleStore, "index" | "isMarked">;

/** The tags that are drawn over an offset of the text: the innermost first, as a press on the words finds them. */
export function stackAt(store: Drawn, offset: number): Tag[] {
  return store.index
    .tagsIn(store.index.paragraphAt(offset))
    .filter((tag) => (isStanding(tag) || store.isMarked(tag)) && holds(tag, offset))
    .sort((a, b) => inTextOrder(b, a));
}

/** Where on a tag the person looks: at the words that they pointed to, else at its beginning. */
export function pointOn(tag: Tag, { point }: Pick<Viewing, "point">): number {
  return point !== null && holds(tag, point) ? point : tag.anchor.start;
}

/** The tag further out (or further in) of those on the same words, going round; null where it is alone on them. */
export function nextInStack(stack: readonly Tag[], tag: Tag, by: 1 | -1): Tag | null {
  const at = stack.findIndex(({ id }) => id === tag.id);
  return at === -1 || stack.length < 2 ? null : (stack.at((at + by) % stack.length) ?? null);
}

function holds({ anchor }: Tag, offset: number): boolean {
  return anchor.start <= offset && offset < anchor.end;
}
