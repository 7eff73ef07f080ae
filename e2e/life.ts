import { expect, type Locator, type Page } from "@playwright/test";

import { select, text } from "./workspace";

/** Where an article stands in its life, what its gate says, and the keys that lead on. */

/** The button that says the article's state. */
export function state(page: Page): Locator {
  return page.getByRole("banner").getByRole("button", { name: /^State: / });
}

/** The drawer with the eight rules. */
export function gate(page: Page): Locator {
  return page.getByRole("dialog", { name: "Gate" });
}

/** Closes the gate’s drawer: keys that are pressed in it are its own. */
export async function closeGate(page: Page): Promise<void> {
  await gate(page).getByRole("button", { name: "Close" }).click();
  await expect(gate(page)).toBeHidden();
}

/** Two keys, one after the other, with the text in front. */
export async function press(page: Page, first: string, second: string): Promise<void> {
  await page.keyboard.press(first);
  await page.keyboard.press(second);
}

/** Opens the article, and waits until it answers keys. @param words that can be selected in its text */
export async function open(page: Page, address: string, stands: string, words: string): Promise<void> {
  await page.goto(address);
  await expect(text(page)).toBeVisible();
  await expect(state(page)).toHaveAccessibleName(`State: ${stands}`);
  await select(page, words);
  await expect(page.getByRole("toolbar", { name: "Tag the selection" })).toBeVisible();
  await page.keyboard.press("Escape");
}

/** Takes a step that asks first: by its keys, and by the button that its question has. */
export async function step(page: Page, keys: readonly [string, string], button: string): Promise<void> {
  await press(page, ...keys);
  const asks = page.getByRole("button", { name: button, exact: true });
  await asks.click();
  await expect(asks).toBeHidden();
}
