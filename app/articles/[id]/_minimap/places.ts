/** The offset of the article's text that lies at a height of the window; within a paragraph, about. */
export function offsetAt(root: Element, y: number): number {
  let offset = 0;
  for (const section of root.children) {
    const { top, bottom } = section.getBoundingClientRect();
    if (top > y) return offset;
    const paragraphs = section.querySelectorAll("[data-start]");
    if (bottom <= y) {
      offset = endOf([...paragraphs].at(-1)) ?? offset;
      continue;
    }
    for (const paragraph of paragraphs) {
      const place = paragraph.getBoundingClientRect();
      const start = Number(paragraph.getAttribute("data-start"));
      if (place.top > y) return start;
      const part = Math.min(1, (y - place.top) / Math.max(1, place.height));
      offset = start + part * paragraph.textContent.length;
      if (place.bottom > y) return offset;
    }
  }
  return offset;
}

function endOf(paragraph: Element | undefined): number | undefined {
  return paragraph && Number(paragraph.getAttribute("data-start")) + paragraph.textContent.length;
}
