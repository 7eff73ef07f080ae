import type { Page } from "@playwright/test";

import { newsroom } from "./people";
import type { Screen } from "./screens-articles";
import { firstArticle } from "./screens-articles";

/** The screens of the desk: what waits for whom, and an article's life. */

const queue = `${newsroom}/queue`;

const openBell = async (page: Page) => {
  await page.getByRole("button", { name: /^Notifications, / }).click();
  await page.getByRole("dialog", { name: "Notifications" }).getByRole("link").first().waitFor();
};

const firstRow = (page: Page) => page.getByRole("list", { name: /queue/ }).getByRole("link").first();

export const deskScreens: readonly Screen[] = [
  ["queue", (page) => page.goto(queue)],
  [
    "queue-chosen",
    async (page) => {
      await page.goto(queue);
      await firstRow(page).press("Space");
      await page.keyboard.press("j");
      await page.keyboard.press("Space");
    },
  ],
  [
    "queue-verdict",
    async (page) => {
      await page.goto(`${queue}?state=open`);
      await firstRow(page).focus();
      await page.keyboard.press("v");
      await page.keyboard.press("u");
      await page.getByRole("dialog").waitFor();
    },
  ],
  [
    "queue-give",
    async (page) => {
      await page.goto(queue);
      await firstRow(page).press("Space");
      await page.keyboard.press("j");
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: "Give to…" }).click();
      await page.getByRole("radio", { name: "By load" }).click();
    },
  ],
  ["queue-unclaimed", (page) => page.goto(`${queue}?queue=unclaimed`)],
  ["queue-stale", (page) => page.goto(`${queue}?queue=stale`)],
  ["queue-risk", (page) => page.goto(`${queue}?queue=risk`)],
  ["queue-debts", (page) => page.goto(`${queue}?queue=debts`)],
  ["queue-no-match", (page) => page.goto(`${queue}?type=nothing`)],
  ["waiting", (page) => page.goto(`${queue}/waiting`)],
  [
    "bell",
    async (page) => {
      await page.goto(newsroom);
      await openBell(page);
    },
  ],
  [
    "bell-in-article",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await openBell(page);
    },
  ],
  [
    "account",
    async (page) => {
      await page.goto("/account#notices");
      await page.getByRole("radio", { name: "Each day" }).click();
    },
  ],
  [
    "life-menu",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.getByRole("button", { name: /^State: / }).click();
      await page.getByRole("menu").waitFor();
    },
  ],
  [
    "life-spike",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.getByRole("button", { name: /^State: / }).click();
      await page.getByRole("menuitem", { name: "Spike…" }).click();
      await page.getByRole("dialog").waitFor();
    },
  ],
  [
    "gate",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.keyboard.press("p");
      await page.keyboard.press("g");
      await page.getByRole("dialog").waitFor();
    },
  ],
  [
    "new-revision",
    async (page) => {
      await firstArticle(page, /Council Backs/);
      await page.keyboard.press("p");
      await page.keyboard.press("n");
      await page.getByRole("dialog").waitFor();
    },
  ],
];
