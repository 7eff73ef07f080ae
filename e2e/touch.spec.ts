import type { Page } from "@playwright/test";

import { addArticle } from "./procedures";
import { expect, test } from "./test";
import { saved, text } from "./workspace";

/**
 * Rests a finger on a word as a browser of a phone sees it: a touch that becomes a selection of that word, and is none
 * of the page's from then on. Chromium without a phone selects nothing by itself.
 */
async function longPress(page: Page, word: string): Promise<void> {
  const rest = (select: boolean) =>
    page.evaluate(
      ([sought, isLong]) => {
        const paragraph = [...document.querySelectorAll("[data-start]")].find((one) =>
          one.textContent.includes(sought),
        );
        const words = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode();
        const at = words?.nodeValue?.indexOf(sought) ?? -1;
        if (!words || at === -1) throw new Error(`“${sought}” is not on the page.`);
        if (isLong) getSelection()?.setBaseAndExtent(words, at, words, at + sought.length);
        const range = document.createRange();
        range.setStart(words, at);
        range.setEnd(words, at + sought.length);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      },
      [word, select] as const,
    );
  const connection = await page.context().newCDPSession(page);
  const touchPoints = [await rest(false)];
  await connection.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await rest(true);
  await connection.send("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
  await connection.detach();
}

test("a word that a finger rests on is selected, grown and shrunk by buttons, and tagged", async ({
  onPhone,
  signedIn,
}) => {
  test.setTimeout(120_000);
  const desk = await signedIn("copy editor");
  const { id } = await addArticle(desk, `A wall, ${Date.now()}\nThe mayor denied that the wall is long.`);
  const page = await onPhone(desk);
  await page.goto(`/articles/${id}`);
  await expect(text(page)).toBeVisible();
  const selected = () => page.evaluate(() => String(getSelection()));
  const tools = page.getByRole("toolbar", { name: "Tag the selection" });

  await longPress(page, "denied");
  await expect.poll(selected).toBe("denied");
  await expect(tools).toBeVisible();
  const { height } = (await tools.getByRole("button", { name: "Claim" }).boundingBox())!;
  expect(height).toBeGreaterThanOrEqual(44);

  const edges = [
    ["Take in a word before", "mayor denied"],
    ["Take in a word after", "mayor denied that"],
    ["Leave out the first word", "denied that"],
    ["Leave out the last word", "denied"],
    ["Take in a word after", "denied that"],
  ] as const;
  for (const [name, words] of edges) {
    await tools.getByRole("button", { name }).tap();
    await expect.poll(selected).toBe(words);
    await expect(tools).toBeVisible();
  }
  await tools.getByRole("button", { name: "Claim" }).tap();
  await expect(page.locator("mark")).toHaveText("denied that");
  await saved(page);
});
