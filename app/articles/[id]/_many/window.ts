/** Which rows of a long list are drawn: those in sight and some beyond, as numbers from `first` up to `end`. */
export interface DrawnRows {
  readonly first: number;
  readonly end: number;
}

/** Drawn beyond what is in sight, above and below, so that quick scrolling shows no gap. */
const BEYOND = 8;

/** @param top how far the list is scrolled, and `height` how high what is in sight is, in CSS pixels */
export function drawnRows(
  count: number,
  row: number,
  { top, height }: { top: number; height: number },
): DrawnRows {
  const first = Math.max(0, Math.min(count, Math.floor(top / row)) - BEYOND);
  return { first, end: Math.min(count, Math.ceil((top + height) / row) + BEYOND) };
}

/** Where to scroll so that a row is in sight; `top` itself where it is. */
export function scrolledTo(
  place: number,
  row: number,
  { top, height }: { top: number; height: number },
): number {
  if (place * row < top) return place * row;
  return Math.max(top, (place + 1) * row - height);
}
