import type { Page } from "@playwright/test";

import { newsroom } from "./people";
import { card, select } from "./workspace";

/** The screens of articles: their list, what leads to them, one of them, what is found in them. */

export type Screen = readonly [name: string, go: (page: Page) => Promise<unknown>];

export const isPhone = (width: number) => width < 640;

/** The demo article of that title, once its tags are there. */
export const firstArticle = async (page: Page, title: RegExp) => {
  await page.goto(newsroom);
  await page.getByRole("link", { name: title }).first().click();
  await page.waitForURL(/\/articles\//);
  await page.locator("mark").first().waitFor();
  // Nothing is pointed at.
  await page.mouse.move(0, 0);
};

/** By a finger where the screen is a phone's, by keys elsewhere. */
const openFirstCard = async (page: Page) => {
  if (isPhone(page.viewportSize()?.width ?? 0)) {
    await page.locator("mark").first().tap();
  } else {
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
  }
  await card(page).waitFor();
};

/** By its button in the header, or where there is no room for it from the menu. */
const openPanel = async (page: Page, name: string) => {
  const button = page.getByRole("button", { name: new RegExp(`^${name}(,|$)`) }).filter({ visible: true });
  if ((await button.count()) > 0) {
    await button.first().click();
  } else {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  }
  await page.getByRole("dialog").waitFor();
};

export const articleScreens: readonly Screen[] = [
  ["articles", (page) => page.goto(newsroom)],
  ["no-match", (page) => page.goto(`${newsroom}?search=zzzz`)],
  ["search", (page) => page.goto(`${newsroom}/search?q=harbour`)],
  ["search-tags", (page) => page.goto(`${newsroom}/search?type=claim&attr=priority:must`)],
  ["search-begin", (page) => page.goto(`${newsroom}/search`)],
  ["search-nothing", (page) => page.goto(`${newsroom}/search?q=zebra`)],
  ["new-paste", (page) => page.goto(`${newsroom}/new`)],
  [
    "new-upload",
    async (page) => {
      await page.goto(`${newsroom}/new`);
      await page.getByRole("tab", { name: "Upload" }).click();
    },
  ],
  ["evidence-list", (page) => page.goto(`${newsroom}/evidence`)],
  ["evidence-none", (page) => page.goto(`${newsroom}/evidence?q=zzzz`)],
  [
    "evidence-item",
    async (page) => {
      await page.goto(`${newsroom}/evidence`);
      await page.getByRole("list", { name: "The newsroom’s evidence" }).getByRole("link").first().click();
      await page.getByRole("heading", { name: "What rests on it" }).waitFor();
    },
  ],
  [
    "evidence-add",
    async (page) => {
      await page.goto(`${newsroom}/evidence`);
      await page.getByRole("button", { name: "Add evidence" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Choose a file…" }).waitFor();
    },
  ],
  [
    "evidence-withdraw",
    async (page) => {
      await page.goto(`${newsroom}/evidence`);
      await page.getByRole("list", { name: "The newsroom’s evidence" }).getByRole("link").first().click();
      await page.getByRole("button", { name: "Withdraw…" }).click();
      await page.getByRole("dialog").waitFor();
    },
  ],
  ["import", (page) => page.goto(`${newsroom}/import`)],
  ["workspace", (page) => firstArticle(page, /Council Backs/)],
  [
    "card",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openFirstCard(page);
    },
  ],
  [
    "linking",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openFirstCard(page);
      await page.getByRole("button", { name: "Link…" }).click();
      await page.getByRole("button", { name: /^supports/ }).click();
    },
  ],
  [
    "evidence",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openFirstCard(page);
      await page.getByRole("button", { name: "Add evidence" }).click();
      await page.getByRole("dialog", { name: "Add evidence" }).waitFor();
    },
  ],
  [
    "threads",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openPanel(page, "Comments and queries");
      await page.getByRole("dialog").getByRole("article").first().waitFor();
    },
  ],
  [
    "thread-in-card",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.locator("mark", { hasText: "An official in the finance" }).first().click();
      await page.keyboard.press("Enter");
      await page.keyboard.press("r");
      await page.getByRole("textbox", { name: "Your reply" }).waitFor();
    },
  ],
  [
    "keys",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.keyboard.press("?");
    },
  ],
  [
    "everywhere",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await select(page, "wall");
      await page.getByRole("button", { name: "All occurrences…" }).click();
      await page.getByRole("dialog", { name: "Tag all occurrences" }).waitFor();
    },
  ],
  [
    "undo",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.keyboard.press("z");
      await page.getByRole("region", { name: /Can be undone/ }).waitFor();
    },
  ],
  [
    "many-tags",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      if ((page.viewportSize()?.width ?? 0) < 1280) await openPanel(page, "Filters and outline");
      await page.getByRole("list", { name: "All tags" }).locator("[data-row]").first().press("Control+a");
      await page.getByRole("button", { name: "Change", exact: true }).click();
      await page.getByRole("menuitem", { name: "Dismiss…" }).click();
      await page.getByRole("dialog", { name: /^Dismiss/ }).waitFor();
    },
  ],
  [
    "many-articles",
    async (page) => {
      await page.goto(newsroom);
      await page.getByRole("list", { name: "Articles" }).getByRole("link").first().press("Space");
    },
  ],
  [
    "history",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openPanel(page, "History");
      await page.getByRole("dialog").getByRole("listitem").first().waitFor();
    },
  ],
  [
    "export",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openPanel(page, "Export");
      await page.getByRole("link", { name: "Download" }).waitFor();
    },
  ],
  [
    "details",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openPanel(page, "Details");
    },
  ],
  [
    "palette",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: /An action/ }).fill("tag");
    },
  ],
  [
    "find",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.keyboard.press("/");
      await page.getByRole("search").getByRole("textbox").fill("harbour");
    },
  ],
  [
    "text-settings",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openPanel(page, "Text and appearance");
    },
  ],
  ["right-to-left", (page) => firstArticle(page, /قارب/)],
  [
    "right-to-left-card",
    async (page) => {
      await firstArticle(page, /قارب/);
      await openFirstCard(page);
    },
  ],
  ["audit", (page) => page.goto(`${newsroom}/audit`)],
  ["audit-no-match", (page) => page.goto(`${newsroom}/audit?from=2001-01-01&to=2001-01-02`)],
  [
    "record",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.goto(`${new URL(page.url()).pathname}/audit`);
      await page.getByRole("link", { name: "approved" }).first().click();
      await page.getByRole("heading", { name: "After that" }).waitFor();
    },
  ],
  [
    "record-choose",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.goto(`${new URL(page.url()).pathname}/audit`);
    },
  ],
  ["account", (page) => page.goto("/account")],
  ["own-keys", (page) => page.goto("/account/keys")],
  ["not-found", (page) => page.goto("/articles/018f0000-0000-7000-8000-000000000000")],
];
