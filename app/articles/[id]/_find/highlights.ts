import type { Span } from "~/core/tag";
import { placesIn } from "~/app/articles/[id]/_lib/offsets";
import { firstAtOrAfter } from "./matches";

/** The names by which the style sheet paints matches: all, and the one that is gone to. */
const ALL = "found";
const CURRENT = "found-now";

/** So much of the text above and below the window is painted too, in window heights. */
const AROUND = 1;

/**
 * Paints the matches in and near view over the text, which stays as it is. Elsewhere nothing is made for them,
 * so that a text may hold any number.
 */
export function paintMatches(root: Element, matches: readonly Span[], current: number): void {
  if (!("highlights" in CSS)) return;
  const ranges: Range[] = [];
  const now: Range[] = [];
  for (const paragraph of matches.length === 0 ? [] : paragraphsNear(root)) {
    const start = Number(paragraph.getAttribute("data-start"));
    const end = start + paragraph.textContent.length;
    const first = firstAtOrAfter(matches, start);
    const inside: Span[] = [];
    for (let at = first; (matches[at]?.start ?? Infinity) < end; at += 1) {
      const match = matches[at];
      if (match) inside.push(match);
    }
    placesIn(paragraph, inside).forEach((range, place) =>
      (first + place === current ? now : ranges).push(range),
    );
  }
  CSS.highlights.set(ALL, new Highlight(...ranges));
  const highlight = new Highlight(...now);
  highlight.priority = 1;
  CSS.highlights.set(CURRENT, highlight);
}

export function unpaintMatches(): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}

/** The paragraphs in and near view; sections far away are passed over whole, undrawn as they are. */
function paragraphsNear(root: Element): Element[] {
  const [above, below] = [-AROUND * innerHeight, (1 + AROUND) * innerHeight];
  const isNear = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > above && top < below;
  };
  return [...root.children]
    .filter(isNear)
    .flatMap((section) => [...section.querySelectorAll("[data-start]")].filter(isNear));
}
