import type { TagId } from "~/core/ids";

/**
 * Writes each tag's number, from 1 in the order given, on the last piece of its marks, where the style sheet for
 * print shows it. The function given back takes the numbers away again.
 */
export function markLastPieces(tags: readonly TagId[]): () => void {
  const last = new Map<string, HTMLElement>();
  for (const mark of document.querySelectorAll<HTMLElement>("mark[data-tag]"))
    last.set(mark.dataset.tag ?? "", mark);
  const numbered = tags.flatMap((id, place) => {
    const mark = last.get(id);
    if (mark) mark.dataset.number = String(place + 1);
    return mark ?? [];
  });
  return () => {
    for (const mark of numbered) delete mark.dataset.number;
  };
}
