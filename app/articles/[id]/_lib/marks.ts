import type { TagId } from "~/core/ids";

/** A tag's marks on the page, in the order of the text. */
export function marksOf(id: TagId): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`mark[data-tag="${CSS.escape(id)}"]`)];
}

/** How far down the window the header covers it, in CSS pixels. */
export function headerBottom(): number {
  return document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
}

/**
 * Brings a tag's first mark into view, clear of the bars, unless another of its marks is in view, and gives it the
 * keyboard: in the coming frame, when a tag just made has its mark. Sections that were never drawn have guessed
 * heights, so the place is looked at again once they are. `then` is called when the page stands still, also where
 * there is no mark.
 */
export function reveal(id: TagId, { focus = true, then }: { focus?: boolean; then?: () => void } = {}): void {
  requestAnimationFrame(() => {
    const marks = marksOf(id);
    const mark = marks.find(isInView) ?? marks[0];
    if (focus) mark?.focus({ preventScroll: true });
    if (mark) bringIntoView(mark);
    requestAnimationFrame(() => {
      if (mark) bringIntoView(mark);
      then?.();
    });
  });
}

/** What of the window no bar and no panel at its foot covers, in CSS pixels from its top. */
function freeOfBars(): { top: number; bottom: number } {
  const panel = document.querySelector("[data-over-text]")?.getBoundingClientRect().top ?? Infinity;
  return { top: headerBottom() + 24, bottom: Math.min(innerHeight - 96, panel - 24) };
}

/** Brings the paragraph that begins at an offset into view. */
export function goToOffset(start: number): void {
  const paragraph = document.querySelector<HTMLElement>(`[data-start="${start}"]`);
  if (!paragraph) return;
  bringIntoView(paragraph);
  requestAnimationFrame(() => bringIntoView(paragraph));
}

function isInView(mark: HTMLElement): boolean {
  const { top, bottom } = mark.getBoundingClientRect();
  const free = freeOfBars();
  return top >= free.top && bottom <= free.bottom;
}

function bringIntoView(mark: HTMLElement): void {
  if (isInView(mark)) return;
  const { top } = mark.getBoundingClientRect();
  const free = freeOfBars();
  scrollBy({ top: top - free.top - (free.bottom - free.top) / 3, behavior: "instant" });
}
