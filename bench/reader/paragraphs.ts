/**
 * Puts a text on the page as our reader sets it, in one element: paragraphs with the line ends between them, so that
 * offsets in the element's text are offsets in the text.
 */
export function fillWithParagraphs(text: string): HTMLElement {
  const column = document.createElement("article");
  column.className = "reader-text reading";
  column.style.cssText = "max-width: 62ch; margin: 0 auto; padding: 2rem";
  for (const [place, line] of text.split("\n").entries()) {
    const paragraph = document.createElement("p");
    paragraph.className = "reader-paragraph reader-body";
    paragraph.textContent = line;
    if (place > 0) column.append("\n");
    column.append(paragraph);
  }
  document.body.append(column);
  return column;
}
