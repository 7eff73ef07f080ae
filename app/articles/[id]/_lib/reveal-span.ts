import type { Span } from "~/core/tag";
import { headerBottom } from "./marks";
import { rectanglesOf } from "./offsets";
import { paragraphElementAt, sectionElementAt } from "./paragraph-elements";

/** The bar that finds lies below the header. */
const BAR = 64;
/** So often the place is looked at again, while sections that were never drawn get their true heights. */
const LOOKS = 3;

/** Brings a span of the article into view, clear of the bars. */
export function revealSpan(root: Element, span: Span, looks = LOOKS): void {
  const [first] = rectanglesOf(root, span);
  const top = first?.top ?? paragraphTop(root, span.start);
  if (top === null) return;
  const bottom = first?.bottom ?? top;
  const free = { top: headerBottom() + BAR, bottom: innerHeight - 96 };
  if (top < free.top || bottom > free.bottom)
    scrollBy({ top: top - free.top - (free.bottom - free.top) / 3, behavior: "instant" });
  if (looks > 1) requestAnimationFrame(() => revealSpan(root, span, looks - 1));
}

/** Whether any of a span is drawn below the header. */
export function isSpanInView(root: Element, span: Span): boolean {
  return rectanglesOf(root, span).some(({ top, bottom }) => bottom > headerBottom() && top < innerHeight);
}

/** Undrawn words have no rectangles, but their paragraph's section has a place. */
function paragraphTop(root: Element, offset: number): number | null {
  const place = paragraphElementAt(root, offset) ?? sectionElementAt(root, offset);
  return place?.getBoundingClientRect().top ?? null;
}
