import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { headerBottom } from "~/app/articles/[id]/_lib/marks";
import { firstInView, select, selectedSpan } from "~/app/articles/[id]/_lib/offsets";
import { isSpanInView } from "~/app/articles/[id]/_lib/reveal-span";
import { textOf } from "~/core/article";

/** A selection no longer than this is what one means to find. */
const LONGEST = 100;

/** Opens the bar: from the caret on, or from what is in view; with what is selected. */
export function openFind({ finder, root, store }: Workbench): void {
  const text = root();
  const selected = text && selectedSpan(text);
  const words = selected ? textOf(store.slice).slice(selected.start, selected.end) : "";
  const isMeant = words !== "" && words.length <= LONGEST && !words.includes("\n");
  const from = selected?.start ?? (text && firstInView(text, headerBottom())) ?? 0;
  finder.open(from, isMeant ? words : null);
}

/** Goes on from the place gone to last; from what is in view where one has gone on to other words since. */
export function stepFind({ finder, root }: Workbench, by: 1 | -1): void {
  const text = root();
  const { matches, current } = finder.shown;
  const last = matches[current];
  const isLeft = text !== null && last !== undefined && finder.wasSeen && !isSpanInView(text, last);
  finder.step(by, isLeft ? firstInView(text, headerBottom()) : null);
}

/** Closes the bar; the place that was gone to is selected then, so that a type's key tags it. */
export function closeFind({ finder, root }: Workbench): void {
  const match = finder.close();
  const text = root();
  if (!text) return;
  // The text has the focus from here on, for the keys of the page and for reading on.
  text.focus({ preventScroll: true });
  if (match) select(text, match);
}
