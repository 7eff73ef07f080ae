import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import type { TagId } from "~/core/ids";
import { isLost } from "~/core/tag";
import { paragraphElement, textElement, unfoldTo } from "./paragraph-elements";

type Placed = Pick<ArticleStore, "index" | "tag" | "unfolding">;

/** What lies over the foot of the text says so by this id. */
export const OVER_TEXT = "over-text";

/** A tag's marks on the page, in the order of the text. */
export function marksOf(store: Placed, id: TagId): HTMLElement[] {
  const text = textElement();
  const tag = store.tag(id);
  if (!text || !tag) return [];
  const sought = `mark[data-tag="${CSS.escape(id)}"]`;
  return store.index
    .paragraphsOf(tag)
    .flatMap((index) => [...(paragraphElement(text, index)?.querySelectorAll<HTMLElement>(sought) ?? [])]);
}

/** How far down the window the header covers it, in CSS pixels. */
export function headerBottom(): number {
  return document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
}

/**
 * Brings a tag's first mark into view, clear of the bars, unless another of its marks is in view, and gives it the
 * keyboard: in the coming frame, when a tag just made has its mark. Sections that were never drawn have guessed
 * heights, so the place is looked at again once they are. With `opens` it comes into the upper half of the window,
 * where its card has room. `then` is called when the page stands still, also where there is no mark.
 */
export function reveal(
  store: Placed,
  id: TagId,
  {
    focus = true,
    opens = false,
    then,
  }: { focus?: boolean; opens?: boolean; then?: (() => void) | undefined } = {},
): void {
  const tag = store.tag(id);
  if (tag && !isLost(tag)) unfoldTo(store, store.index.paragraphAt(tag.anchor.end));
  requestAnimationFrame(() => {
    const marks = marksOf(store, id);
    const mark = marks.find((one) => isInView(one, freeOfBars(opens))) ?? marks[0];
    const moved = mark !== undefined && bringIntoView(mark, freeOfBars(opens));
    // Last, since what is asked of the page after it has to be laid out anew.
    if (focus) mark?.focus({ preventScroll: true });
    if (!moved && !then) return;
    requestAnimationFrame(() => {
      if (mark) bringIntoView(mark, freeOfBars(opens));
      then?.();
    });
  });
}

/** A strip of the window, in CSS pixels from its top. */
interface Strip {
  readonly top: number;
  readonly bottom: number;
}

/** What of the window no bar and no panel at its foot covers, or the upper half of that. */
function freeOfBars(upperHalf = false): Strip {
  const panel = document.getElementById(OVER_TEXT)?.getBoundingClientRect().top ?? Infinity;
  const [top, foot] = [headerBottom() + 24, Math.min(innerHeight - 96, panel - 24)];
  return { top, bottom: upperHalf ? (top + foot) / 2 : foot };
}

/** Brings the paragraph that begins at an offset into view. */
export function goToOffset(store: Placed, start: number): void {
  const index = store.index.paragraphAt(start);
  unfoldTo(store, index);
  requestAnimationFrame(() => {
    const text = textElement();
    const paragraph = text && paragraphElement(text, index);
    if (!paragraph) return;
    bringIntoView(paragraph, freeOfBars());
    requestAnimationFrame(() => bringIntoView(paragraph, freeOfBars()));
  });
}

function isInView(element: Element, free: Strip): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= free.top && bottom <= free.bottom;
}

/** @returns whether that moved the page */
function bringIntoView(element: Element, free: Strip): boolean {
  if (isInView(element, free)) return false;
  const { top } = element.getBoundingClientRect();
  scrollBy({ top: top - free.top - (free.bottom - free.top) / 3, behavior: "instant" });
  return true;
}
