import type { Page } from "@playwright/test";

import { addArticle } from "./procedures";
import { expect, test } from "./test";
import { card, markOf, openCard, tag } from "./workspace";

test.describe.configure({ timeout: 120_000 });

const PASSAGE = "The wall is 2 kilometres long";

/** In somebody else's new article, one tag of one's own, which has the focus. */
async function withTag(page: Page, { author, key }: { author: Page; key: string }): Promise<void> {
  const { id } = await addArticle(author, `A wall, ${Date.now()}\n${PASSAGE}, said Mayor Ada Lund.`);
  await page.goto(`/articles/${id}`);
  await tag(page, PASSAGE, key);
}

test("Escape takes typing back, then leaves the field for the card, then the card for its mark", async ({
  signedIn,
}) => {
  const page = await signedIn("managing editor");
  await withTag(page, { author: await signedIn("copy editor"), key: "c" });
  const opened = await openCard(page, PASSAGE);
  const speaker = opened.getByRole("combobox", { name: "Speaker" });
  await expect(speaker).toHaveValue("Ada Lund");
  await speaker.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("a");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(speaker).toBeFocused();
  await expect(speaker).toHaveValue("Ada Lund");
  await page.keyboard.press("Escape");
  await expect(opened).toBeFocused();
  await opened.getByLabel("Note", { exact: true }).focus();
  await page.keyboard.press("Escape");
  await expect(opened).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(card(page)).toBeHidden();
  await expect(markOf(page, PASSAGE)).toBeFocused();
});

test("a verdict that lacked something is asked once, and not again when the card opens", async ({
  signedIn,
}) => {
  const page = await signedIn("managing editor");
  await withTag(page, { author: await signedIn("copy editor"), key: "c" });
  const note = card(page).getByLabel("Note on the verdict");
  await page.keyboard.press("v");
  await page.keyboard.press("w");
  await expect(note).toBeFocused();
  await expect(note).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Escape");
  await expect(card(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(markOf(page, PASSAGE)).toBeFocused();

  await page.keyboard.press("x");
  const dialog = page.getByRole("dialog", { name: /Dismiss/ });
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(markOf(page, PASSAGE)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeFocused();
  await expect(note).not.toHaveAttribute("aria-invalid", "true");

  await page.keyboard.press("v");
  await page.keyboard.press("w");
  await expect(note).toBeFocused();
});

test("a dismissal by key asks for its reason alone, also where cards stand in a drawer", async ({
  signedIn,
}) => {
  const page = await signedIn("managing editor");
  await page.setViewportSize({ width: 1000, height: 700 });
  await withTag(page, { author: await signedIn("copy editor"), key: "c" });
  await page.keyboard.press("x");
  const question = page.getByRole("dialog", { name: "Dismiss this tag?" });
  await expect(question.getByRole("textbox")).toBeFocused();
  // The question would hide the drawer from assistive technology, and not from sight.
  await expect(page.locator("[role=comment]")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(question).toBeHidden();
  await expect(markOf(page, PASSAGE)).toBeFocused();
});

test("whoever leaves a card is led back to its mark, in view", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  const lines = Array.from({ length: 60 }, (_, n) => `Line ${n} says that the wall is long.`);
  const { id } = await addArticle(
    page,
    [`A wall, ${Date.now()}`, ...lines.slice(0, 20), `${PASSAGE}.`, ...lines.slice(20)].join("\n"),
  );
  await page.goto(`/articles/${id}`);
  await tag(page, PASSAGE, "c");
  // Low in the window: its card would open below it.
  await markOf(page, PASSAGE).evaluate((mark) =>
    scrollBy(0, mark.getBoundingClientRect().bottom - innerHeight + 120),
  );
  const opened = await openCard(page, PASSAGE);
  await expect
    .poll(() => markOf(page, PASSAGE).evaluate((mark) => mark.getBoundingClientRect().bottom / innerHeight))
    .toBeLessThan(0.6);
  await page.evaluate(() => scrollTo(0, 2_400));
  await expect(markOf(page, PASSAGE)).not.toBeInViewport();
  await opened.press("Escape");
  await expect(markOf(page, PASSAGE)).toBeFocused();
  await expect(markOf(page, PASSAGE)).toBeInViewport();
});

test("a note on the last words is written with the words in view", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  const lines = Array.from({ length: 20 }, (_, n) => `Line ${n} says that the harbour is deep.`);
  const { id } = await addArticle(page, [`A wall, ${Date.now()}`, ...lines, `${PASSAGE}.`].join("\n"));
  await page.goto(`/articles/${id}`);
  await tag(page, PASSAGE, "c");
  const opened = await openCard(page, PASSAGE);
  const note = opened.getByRole("textbox", { name: "Note" });
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press("Tab");
    if (await note.evaluate((field) => field === document.activeElement)) break;
  }
  await expect(note).toBeFocused();
  await page.keyboard.type(Array.from({ length: 8 }, (_, n) => `Line ${n} of the note.`).join("\n"));
  await expect(note).toBeInViewport({ ratio: 1 });
  await expect(markOf(page, PASSAGE)).toBeInViewport({ ratio: 1 });
  await expect(opened.getByRole("button", { name: "Close the card" })).toBeInViewport({ ratio: 1 });
});
