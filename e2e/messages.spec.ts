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
    onPhone,
    signedIn,
  }) => {
    const desk = await signedIn("copy editor");
    const { id } = await addArticle(desk, `A wall, ${Date.now()}\nThe wall is long. The mayor denied it.`);
    const page = await onPhone(desk, { width, height });
    await page.goto(`/articles/${id}`);
    await text(page).waitFor();
    const tools = page.getByRole("toolbar", { name: "Tag the selection" });
    const message = page.getByRole("dialog", { name: "Claim added" });
    /** How far down the window the message begins, as a part of its height. */
    const place = async () => ((await message.boundingBox())?.y ?? NaN) / height;
    for (const words of ["The wall is long", "The mayor denied it"]) {
      await select(page, words);
      await tools.getByRole("button", { name: "Claim" }).tap();
      await expect(message).toBeVisible();
      await expect(tools).toBeHidden();
      await expect.poll(place, { message: "the foot, off the lines that one reads" }).toBeGreaterThan(0.8);
    }
    await select(page, "A wall");
    await expect(tools).toBeVisible();
    await expect.poll(place, { message: "the head, off the sheet" }).toBeLessThan(0.1);
    expect(await covered(tools), "the sheet of tools").toEqual([]);
    await page.locator("mark").first().tap();
    const sheet = page.getByRole("dialog").filter({ has: page.locator("[role=comment]") });
    await expect(sheet).toBeVisible();
    await expect.poll(() => covered(sheet), { message: "the sheet of a card" }).toEqual([]);
    await expect(message).toBeVisible();
  });
}
