import type { Locator } from "@playwright/test";

import { addArticle } from "./procedures";
import { expect, test } from "./test";
import { select, text } from "./workspace";

/** The buttons in view that something else lies over. */
function covered(part: Locator): Promise<string[]> {
  return part.locator("button:visible").evaluateAll((buttons) =>
    buttons.flatMap((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      if (bottom > innerHeight) return [];
      const places = [top + 2, bottom - 2].map((y) => document.elementFromPoint((left + right) / 2, y));
      const isFree = places.every((found) => button.contains(found));
      return isFree ? [] : [button.getAttribute("aria-label") ?? button.textContent];
    }),
  );
}

for (const [width, height] of [
  [390, 844],
  [320, 640],
] as const) {
  test(`a message covers no button that is to be pressed, ${width} px wide`, async ({
    browser,
    signedIn,
  }) => {
    const desk = await signedIn("copy editor");
    const { id } = await addArticle(desk, `A wall, ${Date.now()}\nThe wall is long. The mayor denied it.`);
    const context = await browser.newContext({
      storageState: await desk.context().storageState(),
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto(`/articles/${id}`);
    await text(page).waitFor();
    const tools = page.getByRole("toolbar", { name: "Tag the selection" });
    const message = page.getByRole("dialog", { name: "Claim added" });
    for (const words of ["The wall is long", "The mayor denied it"]) {
      await select(page, words);
      await tools.getByRole("button", { name: "Claim" }).tap();
      await expect(message).toBeVisible();
    }
    await select(page, "A wall");
    await expect(tools).toBeVisible();
    expect(await covered(tools), "the sheet of tools").toEqual([]);
    await page.locator("mark").first().tap();
    const sheet = page.getByRole("dialog").filter({ has: page.locator("[role=comment]") });
    await expect(sheet).toBeVisible();
    await expect.poll(() => covered(sheet), { message: "the sheet of a card" }).toEqual([]);
    await expect(message).toBeVisible();
    await context.close();
  });
}
