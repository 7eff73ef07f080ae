import { expect, type Locator, type Page } from "@playwright/test";

import { newsroom } from "./people";

/** Goes to the list of the articles that are called so: the newest would be all that the whole list shows at once. */
export async function findArticle(page: Page, title: string): Promise<Locator> {
  await page.goto(`${newsroom}?q=${encodeURIComponent(title)}`);
  return page.getByRole("link", { name: title });
}

/** The article's text on its page. */
export function text(page: Page): Locator {
  return page.getByRole("article", { name: "Article text" });
}

/** Selects the words in the text as a mouse would, without touching anything else. */
export async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((sought) => {
    const paragraphs = [...document.querySelectorAll<HTMLElement>("[data-start]")];
    const paragraph = paragraphs.find(({ textContent }) => textContent.includes(sought));
    if (!paragraph) throw new Error(`“${sought}” is not on the page.`);
    paragraph.scrollIntoView({ block: "center" });
    const start = paragraph.textContent.indexOf(sought);
    const [from, to] = [start, start + sought.length].map((offset): [Node, number] => {
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let left = offset;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (left <= length) return [node, left];
        left -= length;
      }
      throw new Error("The words end outside of their paragraph.");
    });
    if (from && to) getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1]);
  }, words);
}

/** Selects the words and tags them by the key; waits until their mark is there and the server has it. */
export async function tag(page: Page, words: string, key: string): Promise<void> {
  await tagUnheard(page, words, key);
  await saved(page);
}

/** The same, whether or not the server hears of it. */
export async function tagUnheard(page: Page, words: string, key: string): Promise<void> {
  await select(page, words);
  await expect(page.getByRole("toolbar", { name: "Tag the selection" })).toBeVisible();
  await page.keyboard.press(key);
  await expect(markOf(page, words)).toBeVisible();
}

/** The mark that stands on the words, or on their beginning; the innermost where tags lie in each other. */
export function markOf(page: Page, words: string): Locator {
  return page
    .locator("mark")
    .filter({ hasText: words.slice(0, 20) })
    .last();
}

/** Waits until everything done is with the server. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved/).first()).toBeVisible();
}

/** Opens the drawer with the article's history. */
export async function openHistory(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "History", exact: true }).first().click();
  const drawer = page.getByRole("dialog", { name: "History" });
  await expect(drawer).toBeVisible();
  return drawer;
}

/** The opened card. */
export function card(page: Page): Locator {
  return page.locator("[role=comment]").filter({ has: page.getByRole("button", { name: "Close the card" }) });
}

/** Opens the card of the tag on the words. */
export async function openCard(page: Page, words: string): Promise<Locator> {
  await markOf(page, words).click();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeVisible();
  return card(page);
}
