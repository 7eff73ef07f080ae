import { expect, type Page } from "@playwright/test";

/**
 * Comments on what has the focus, and waits until the comment is there and has it.
 * @param mentioned somebody whose name ends it, found by its first letters
 */
export async function comment(page: Page, words: string, mentioned?: string): Promise<void> {
  await page.keyboard.press("m");
  const field = page.getByRole("textbox", { name: "Your comment" });
  await expect(field).toBeFocused();
  await page.keyboard.type(words);
  if (mentioned !== undefined) {
    await page.keyboard.type(` @${mentioned.slice(0, 3).toLowerCase()}`);
    await page.getByRole("option", { name: mentioned }).waitFor();
    await page.keyboard.press("Enter");
    await expect(field).toHaveValue(`${words} @${mentioned} `);
  }
  await page.keyboard.press("Control+Enter");
  const said = page.getByRole("article", { name: /^Comment by/ });
  await expect(said.and(page.locator(":focus"))).toBeVisible();
}
