import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";

/** Where the article's paragraphs are on the page: in sections of so many, one after another in the text's element. */

/** So many paragraphs are left undrawn together while they are far from view. */
export const SECTION = 25;

/** The id of the element that holds the article's text. */
export const TEXT = "article-text";

/** The element that holds the article's text; null where no article is on the page. */
export function textElement(): HTMLElement | null {
  return document.getElementById(TEXT);
}

/** Has the section of a paragraph drawn, and all before it: in the coming frame it is on the page. */
export function unfoldTo({ unfolding }: Pick<ArticleStore, "unfolding">, index: number): void {
  unfolding.unfold(Math.floor(index / SECTION) + 1);
}

/** The element of a paragraph, by its number from 0; none while its section is not drawn. */
export function paragraphElement(root: Element, index: number): Element | undefined {
  return root.children[Math.floor(index / SECTION)]?.children[index % SECTION];
}

/** Where a paragraph begins in the text. */
export function startOf(paragraph: Element): number {
  return Number(paragraph.getAttribute("data-start"));
}

/** Where a section begins in the text, drawn or not. */
export function startOfSection(section: Element): number {
  return Number(section.getAttribute("data-from"));
}

/** The last paragraph that begins at an offset of the text or before it; none while its section is not drawn. */
export function paragraphElementAt(root: Element, offset: number): Element | undefined {
  const section = sectionElementAt(root, offset);
  return section && lastUpTo(section.children, offset, startOf);
}

/** The section that holds an offset of the text. */
export function sectionElementAt(root: Element, offset: number): Element | undefined {
  return lastUpTo(root.children, offset, startOfSection);
}

/** The last of elements in the order of the text that begins at the offset or before. */
function lastUpTo(
  elements: HTMLCollection,
  offset: number,
  start: (element: Element) => number,
): Element | undefined {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    if (element && start(element) <= offset) low = middle + 1;
    else high = middle;
  }
  return elements[low - 1];
}
