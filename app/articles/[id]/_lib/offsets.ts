import type { TagId } from "~/core/ids";
import type { Span } from "~/core/tag";
import { paragraphElementAt, startOf } from "./paragraph-elements";

/**
 * Between the page and the text: positions in the document's nodes and offsets in the article. Each paragraph
 * says by `data-start` where it begins; within it, offsets are lengths of text, which is why nothing hidden may
 * stand there.
 */

const PARAGRAPH = "[data-start]";

/** The offset of a place in the article's element. */
function offsetOf(root: Element, node: Node, offset: number): number {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest(PARAGRAPH);
  const range = document.createRange();
  if (paragraph && root.contains(paragraph)) {
    range.setStart(paragraph, 0);
    range.setEnd(node, offset);
    return startOf(paragraph) + range.toString().length;
  }
  // Between paragraphs: the first one that begins there or later, else the end.
  range.setStart(node, offset);
  range.collapse(true);
  const paragraphs = [...root.querySelectorAll(PARAGRAPH)];
  const next = paragraphs.find((candidate) => range.comparePoint(candidate, 0) >= 0);
  if (next) return startOf(next);
  const last = paragraphs.at(-1);
  return last ? startOf(last) + last.textContent.length : 0;
}

/** What is selected of the article; a caret gives an empty span, a selection elsewhere null. */
export function selectedSpan(root: Element): Span | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(root)) return null;
  if (range.collapsed && !root.contains(range.startContainer)) return null;
  if (!root.contains(range.startContainer)) range.setStart(root, 0);
  if (!root.contains(range.endContainer)) range.setEnd(root, root.childNodes.length);
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  return { start: Math.min(start, end), end: Math.max(start, end) };
}

/** The node and its offset where the article's offset lies; null where it lies in no paragraph. */
function placeOf(root: Element, offset: number): { node: Node; offset: number } | null {
  const paragraph = paragraphElementAt(root, offset);
  if (!paragraph) return null;
  let rest = offset - startOf(paragraph);
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (rest <= length) return { node, offset: rest };
    rest -= length;
  }
  return { node: paragraph, offset: paragraph.childNodes.length };
}

/** The offset of the character that is drawn at a place in the window; null beside the text. */
export function offsetAt(root: Element, x: number, y: number): number | null {
  const place = caretAt(x, y);
  if (!place || !root.contains(place.node)) return null;
  return offsetOf(root, place.node, place.offset);
}

function caretAt(x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  return null;
}

/** The piece of a tag's marks that lies on an offset; its first one where none does. */
export function markAt(root: Element, id: TagId, offset: number): HTMLElement | null {
  const sought = `mark[data-tag="${CSS.escape(id)}"]`;
  const node = placeOf(root, offset)?.node;
  const text = node instanceof Element ? node : node?.parentElement;
  return text?.closest<HTMLElement>(sought) ?? root.querySelector<HTMLElement>(sought);
}

/** Selects a span of the article; an empty one sets the caret. */
export function select(root: Element, { start, end }: Span): void {
  const from = placeOf(root, start);
  const to = placeOf(root, end);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

/** The ranges of spans that lie in one paragraph, which are in order and do not overlap. */
export function placesIn(paragraph: Element, spans: readonly Span[]): Range[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  let start = startOf(paragraph);
  const reach = (offset: number, isEnd: boolean) => {
    for (; node; node = walker.nextNode()) {
      const length = node.nodeValue?.length ?? 0;
      if (isEnd ? offset <= start + length : offset < start + length) return { node, offset: offset - start };
      start += length;
    }
    return null;
  };
  return spans.flatMap((span) => {
    const from = reach(span.start, false);
    const to = from && reach(span.end, true);
    if (!from || !to) return [];
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  });
}

/** The range of a span of the article; null where an end of it lies in no paragraph that is drawn. */
export function rangeOf(root: Element, { start, end }: Span): Range | null {
  const from = placeOf(root, start);
  const to = placeOf(root, end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The rectangles of a span of the article, in the window's coordinates. */
export function rectanglesOf(root: Element, span: Span): DOMRect[] {
  return [...(rangeOf(root, span)?.getClientRects() ?? [])];
}

/** Where the first paragraph begins that is in view below a line of the window; null if none is. */
export function firstInView(root: Element, below: number): number | null {
  const isBelow = (element: Element) => element.getBoundingClientRect().bottom > below + 8;
  // Sections first: to ask where a paragraph is has its whole section laid out, however far it is.
  for (const section of [...root.children].filter(isBelow)) {
    const first = [...section.children].find((paragraph) => paragraph.textContent && isBelow(paragraph));
    if (first) return startOf(first);
  }
  return null;
}
