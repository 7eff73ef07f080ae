import type { Locator, Page } from "@playwright/test";

import { expectAccessible as look } from "./axe";
import { newsroom } from "./people";
import { expect, test } from "./test";
import { card, findArticle, select } from "./workspace";

type Opening = (page: Page) => Promise<unknown>;

const byKey =
  (key: string): Opening =>
  (page) =>
    page.keyboard.press(key);

const byButton =
  (name: string): Opening =>
  (page) =>
    page.getByRole("button", { name, exact: true }).first().click();

/** What opens over the article: its name, and what opens it. Escape closes each. */
const overTheArticle: readonly (readonly [name: string | RegExp, open: Opening])[] = [
  ["What would you like to do?", byKey("Control+k")],
  ["Keys", byKey("?")],
  ["Undo and redo", byKey("z")],
  ["Text and appearance", byButton("Text and appearance")],
  ["History", byButton("History")],
  [/^Export/, byButton("Export")],
  ["Article details", byButton("Details")],
  [
    "Tag all occurrences",
    async (page) => {
      await select(page, "wall");
      await page.keyboard.press("o");
    },
  ],
  [
    /^Dismiss \d+ tags$/,
    async (page) => {
      await allTags(page).press("Control+a");
      await expect(page.getByText(/^\d+ chosen$/)).toBeVisible();
      await look(page, "chosen tags");
      await page.keyboard.press("x");
    },
  ],
];

function allTags(page: Page): Locator {
  return page.getByRole("list", { name: "All tags" }).locator("[data-row]").first();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the workspace, whatever is open, ${colorScheme}`, async ({ signedIn }) => {
    test.setTimeout(180_000);
    const page = await signedIn("copy editor");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(newsroom);
    await page.getByRole("list", { name: "Articles" }).getByRole("link").first().press("Space");
    await expect(page.getByRole("toolbar", { name: "The chosen articles" })).toBeVisible();
    await look(page, "chosen articles");

    await (await findArticle(page, "Council Backs")).click();
    await page.locator("mark").first().waitFor();
    await expect(page.getByRole("region", { name: "First steps" })).toBeVisible();
    await look(page, "workspace with the first steps");

    for (const [name, open] of overTheArticle) {
      await test.step(`${name}`, async () => {
        await open(page);
        const dialog = page.getByRole("dialog", { name });
        await expect(dialog).toBeVisible();
        await look(page, `${name}`);
        await page.keyboard.press("Escape");
        await expect(dialog).toBeHidden();
      });
    }

    await test.step("find", async () => {
      await page.keyboard.press("/");
      await page.getByRole("search").getByRole("textbox").fill("wall");
      await expect(page.getByRole("search").getByRole("status")).toHaveText(/^1 of /);
      await look(page, "find");
      await page.keyboard.press("Escape");
    });

    await test.step("the open card, its links and its evidence", async () => {
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await expect(card(page)).toBeVisible();
      await look(page, "workspace with an open card");
      await page.keyboard.press("Shift+L");
      await expect(page.getByRole("region", { name: "Link this tag" })).toBeVisible();
      await look(page, "linking");
      await page.keyboard.press("Escape");
      await card(page).getByRole("button", { name: "Add evidence" }).click();
      await page.getByRole("dialog", { name: "Add evidence" }).waitFor();
      await look(page, "evidence, what is there");
      await page.getByRole("tab", { name: "Add something new" }).click();
      await page.getByLabel("What it is").waitFor();
      await look(page, "evidence, something new");
    });
  });
}
