import type { Page } from "@playwright/test";

import { newsroom } from "./people";
import { addArticle } from "./procedures";
import { expect, test } from "./test";
import { findArticle, saved, select, text } from "./workspace";

// Each goes through several pages.
test.describe.configure({ timeout: 120_000 });

async function openArticle(page: Page): Promise<void> {
  await (await findArticle(page, "Council Backs")).click();
  await expect(text(page).locator("mark").first()).toBeVisible();
}

/** What of the text is selected. */
function selected(page: Page): Promise<string> {
  return page.evaluate(() => String(getSelection()));
}

/** The words that are painted as the place gone to. */
function painted(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get("found-now") ?? [])].map(String));
}

test("everything is done from the palette, on what was selected before it", async ({ signedIn }) => {
  const page = await signedIn("managing editor");
  await openArticle(page);
  const palette = page.getByRole("dialog", { name: "What would you like to do?" });
  const field = palette.getByRole("combobox");

  await page.keyboard.press("Control+k");
  await field.fill("withdraw");
  await expect(palette.getByRole("option", { name: /Withdraw your tag/ })).toContainText("Needs a tag");
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();

  await page.keyboard.press("Control+k");
  await field.fill("history");
  await page.keyboard.press("Enter");
  const history = page.getByRole("dialog", { name: "History" });
  await expect(history).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(history).toBeHidden();

  const words = "Council";
  await select(page, words);
  await page.keyboard.press("Control+k");
  await field.fill("as claim");
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
  await expect(page.locator("mark[data-focused]")).toHaveText(words);
  await saved(page);

  await page.keyboard.press("Control+k");
  await field.fill("kind:");
  await expect(palette.getByRole("option", { name: "Kind: Quantity" })).toBeVisible();
  await field.fill("");
  await expect(palette.getByRole("group", { name: "Done last" })).toContainText("Tag as claim");
  await field.fill("undo");
  await page.keyboard.press("Enter");
  await expect(page.locator("mark[data-focused]")).toHaveAttribute("data-state", "withdrawn");
  await saved(page);
});

test("words are found, gone to and handed over to be tagged", async ({ signedIn }) => {
  const page = await signedIn("managing editor");
  await openArticle(page);
  await page.keyboard.press("/");
  const bar = page.getByRole("search");
  await bar.getByRole("textbox").fill("THE COUNCIL");
  await expect(bar.getByRole("status")).toHaveText(/^1 of [2-9]/);
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText(/^2 of /);
  await expect.poll(() => painted(page)).toEqual([expect.stringMatching(/^the council$/i)]);
  await page.keyboard.press("Shift+F3");
  await expect(bar.getByRole("status")).toHaveText(/^1 of /);
  await bar.getByRole("button", { name: "Case and accents as typed" }).click();
  await expect(bar.getByRole("status")).toHaveText("Not found");
  await bar.getByRole("button", { name: "Case and accents as typed" }).click();
  await expect(bar.getByRole("status")).toHaveText(/^1 of /);
  await bar.getByRole("textbox").press("Escape");
  await expect(bar).toBeHidden();
  expect(await selected(page)).toMatch(/^the council$/i);
  await page.keyboard.press("u");
  await expect(page.locator("mark[data-focused]")).toHaveText(/^the council$/i);
  await page.keyboard.press("Control+z");
  await expect(page.locator("mark[data-focused]")).toHaveAttribute("data-state", "withdrawn");
  await saved(page);
});

test("from where one has gone meanwhile, finding goes on from what is in view", async ({ signedIn }) => {
  const page = await signedIn("managing editor");
  const author = await signedIn("copy editor");
  const lines = Array.from({ length: 80 }, (_, n) => `Line ${n + 1} of what the harbour office wrote down.`);
  const { id } = await addArticle(author, [`A long wall, ${Date.now()}`, ...lines].join("\n"));
  await page.goto(`/articles/${id}`);
  await expect(text(page)).toBeVisible();
  await page.keyboard.press("/");
  const bar = page.getByRole("search");
  const count = bar.getByRole("status");
  await bar.getByRole("textbox").fill("harbour");
  await expect(count).toHaveText("1 of 80");
  await page.keyboard.press("Enter");
  await expect(count).toHaveText("2 of 80");
  const line = (n: number) => text(page).getByText(`Line ${n} of`, { exact: false }).first();
  await expect(line(2)).toBeInViewport();
  const strip = page.locator("[data-minimap]");
  const { height } = (await strip.boundingBox())!;
  await strip.click({ position: { x: 5, y: height / 2 } });
  await expect(line(2)).not.toBeInViewport();
  await page.keyboard.press("Enter");
  const place = async () => Number((await count.textContent())?.split(" ")[0]);
  await expect.poll(place).toBeGreaterThan(25);
  expect(await place()).toBeLessThan(50);
  const there = await place();
  await expect(line(there)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(count).toHaveText(`${there + 1} of 80`);
  await expect(line(there + 1)).toBeInViewport();
  await strip.click({ position: { x: 5, y: 3 } });
  await expect(line(there + 1)).not.toBeInViewport();
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText("80 of 80");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText("79 of 80");
  // Whoever holds the key down is ahead of the page, and has looked nowhere else.
  for (let n = 0; n < 20; n += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await expect(count).toHaveText("19 of 80");
});

test("every page has the palette, the sheet and the way back; rows are chosen by keys", async ({
  signedIn,
}) => {
  const page = await signedIn("managing editor");
  await page.goto(newsroom);
  const rows = page.getByRole("list", { name: "Articles" }).getByRole("link");
  await page.keyboard.press("j");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("j");
  await page.keyboard.press("Shift+Space");
  const bar = page.getByRole("toolbar", { name: "The chosen articles" });
  await expect(bar.getByText("2 chosen")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();

  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.getByText("Choose all rows up to this one")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("your keys");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/account\/keys/);
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await expect(page).toHaveURL(new RegExp(`${newsroom}$`));
});

test("a person chooses keys of their own, and turns single keys off", async ({ signedIn }) => {
  const page = await signedIn("managing editor");
  await page.goto("/account/keys");
  await page.getByRole("button", { name: "Change the key j for: Next tag", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "New key: Next tag" });
  await dialog.getByRole("textbox").press("f");
  await expect(dialog.getByRole("status")).toContainText("Nothing but the text, and back");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole("button", { name: "Change the key f for: Next tag", exact: true }),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: /Change the key f for: Nothing but/ })).toBeHidden();

  const focused = page.locator("mark[data-focused]");
  await openArticle(page);
  await page.keyboard.press("j");
  await expect(focused).toHaveCount(0);
  await page.keyboard.press("f");
  await expect(focused).not.toHaveCount(0);

  await page.goto("/account/keys");
  await page.getByRole("switch", { name: "Keys without Ctrl, Cmd or Alt" }).click();
  await page.getByRole("button", { name: "Usual keys for: Next tag", exact: true }).click();
  await expect(page.getByRole("button", { name: "Reset all keys" })).toBeDisabled();
  await openArticle(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "What would you like to do?" })).toBeVisible();
  await expect(focused).toHaveCount(0);

  // Another tab of hers takes the change over as it is.
  const other = await page.context().newPage();
  await other.goto("/account/keys");
  await other.getByRole("switch", { name: "Keys without Ctrl, Cmd or Alt" }).click();
  await page.keyboard.press("Escape");
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(focused).not.toHaveCount(0, { timeout: 500 });
  }).toPass();
});
