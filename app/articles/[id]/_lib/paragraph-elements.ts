/** Where the article's paragraphs are on the page: in sections of so many, one after another in the text's element. */

/** So many paragraphs are left undrawn together while they are far from view. */
export const SECTION = 25;

/** The element that holds the article's text. */
export function textElement(): Element | undefined {
  return document.getElementsByClassName("reader-text")[0];
}

/** The element of a paragraph, by its number from 0. */
export function paragraphElement(root: Element, index: number): Element | undefined {
  return root.children[Math.floor(index / SECTION)]?.children[index % SECTION];
}

/** Where a paragraph begins in the text. */
export function startOf(paragraph: Element): number {
  return Number(paragraph.getAttribute("data-start"));
}

/** The last paragraph that begins at an offset of the text or before it. */
export function paragraphElementAt(root: Element, offset: number): Element | undefined {
  const section = lastUpTo(root.children, offset, ({ firstElementChild }) => firstElementChild);
  return section && lastUpTo(section.children, offset, (paragraph) => paragraph);
}

/** The last of elements in the order of the text that begins at the offset or before, by the paragraph it begins with. */
function lastUpTo(
  elements: HTMLCollection,
  offset: number,
  paragraphOf: (element: Element) => Element | null,
): Element | undefined {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = elements[middle];
    const paragraph = element && paragraphOf(element);
    if (paragraph && startOf(paragraph) <= offset) low = middle + 1;
    else high = middle;
  }
  return elements[low - 1];
}
