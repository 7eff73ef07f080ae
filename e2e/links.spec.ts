import type { Locator, Page } from "@playwright/test";

import { newsroom } from "./people";
import { expect, test } from "./test";
import { card, markOf, openCard, saved, tag, text } from "./workspace";

const FIRST = "“We told the committee everything,”";
const SECOND = "“and we told them twice.”";
const CLAIM = "the wall cost 412 million";
const COUNTER = "It cost 300 million";

const linksIn = (page: Page): Locator => card(page).getByRole("region", { name: "Links" });

test("tags are linked by keys and by mouse, followed both ways, taken off, and undone", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn("copy editor");
  await page.goto(`${newsroom}/new`);
  await page
    .getByRole("textbox", { name: "Text", exact: true })
    .fill(
      `A wall, ${Date.now()}\n${FIRST} said Mara Quill, ${SECOND}\nShe said ${CLAIM}. ${COUNTER}, the board says.`,
    );
  await page.getByRole("button", { name: "Add article" }).click();
  await expect(text(page)).toBeVisible();
  for (const [words, key] of [
    [FIRST, "q"],
    [SECOND, "q"],
    [CLAIM, "c"],
    [COUNTER, "c"],
  ] as const)
    await tag(page, words, key);

  // Keys alone: the second half of the quotation has one way and one end, which is proposed.
  await markOf(page, SECOND).focus();
  await page.keyboard.press("Shift+L");
  await expect(page.getByRole("region", { name: "Link this tag" })).toContainText("continues");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Linked, continues:")).toBeVisible();
  await page.keyboard.press("Enter");
  await linksIn(page)
    .getByRole("button", { name: `continues quote: ${FIRST}` })
    .click();
  await expect(linksIn(page).getByRole("button", { name: `continued by quote: ${SECOND}` })).toBeVisible();

  // Mouse: the kind, one step back and again, then the other mark; a mark that does not fit is refused.
  const opened = await openCard(page, CLAIM);
  await opened.getByRole("button", { name: "Link…" }).click();
  await page.getByRole("button", { name: /^supports/ }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^contradicts/ }).click();
  await markOf(page, COUNTER).click();
  const contradicts = linksIn(page).getByRole("button", { name: `contradicts claim: ${COUNTER}` });
  await expect(contradicts).toBeVisible();
  await linksIn(page)
    .getByRole("button", { name: /^Take the link off/ })
    .click();
  await expect(contradicts).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(contradicts).toBeVisible();
  await saved(page);

  await page.reload();
  await openCard(page, COUNTER);
  await expect(linksIn(page).getByRole("button", { name: `contradicted by claim: ${CLAIM}` })).toBeVisible();
});
