/**
 * Takes a picture of every screen at 1440, 1024 and 390 px, light and dark, of a Galley that runs with its demo
 * newsroom: `npm run screens -- http://127.0.0.1:3000 FOLDER`. For looking at, before and after a change.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type Browser, chromium, expect, type Page } from "@playwright/test";

import { newsroom, signIn } from "./people";
import { articleScreens, isPhone, type Screen } from "./screens-articles";
import { deskScreens } from "./screens-desk";

const [address = "http://127.0.0.1:3000", folder = "screens", only] = process.argv.slice(2);
const widths = [1440, 1024, 390];
const schemes = ["light", "dark"] as const;
/** Until nothing is waited for any more and nothing moves. */
const settled = async (page: Page) => {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
};

const adminScreens: readonly Screen[] = [
  ["audit-admin", (page) => page.goto(`${newsroom}/audit`)],
  ["members", (page) => page.goto(`${newsroom}/settings`)],
  ["desks", (page) => page.goto(`${newsroom}/settings?tab=desks`)],
  ["settings", (page) => page.goto(`${newsroom}/settings?tab=newsroom`)],
  ["settings-gate", (page) => page.goto(`${newsroom}/settings?tab=gate`)],
];

async function take(browser: Browser, width: number, colorScheme: (typeof schemes)[number]): Promise<void> {
  const options = {
    baseURL: address,
    viewport: { width, height: 900 },
    colorScheme,
    hasTouch: isPhone(width),
  };
  const shoot = async (page: Page, [name, go]: Screen) => {
    if (only && !name.startsWith(only)) return;
    try {
      await go(page);
      // The network is never idle: others' work comes by a stream.
      await page.waitForLoadState("load");
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await settled(page);
    } catch (error) {
      process.stderr.write(`${name} at ${String(width)}, ${colorScheme}: ${String(error)}\n`);
    }
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}-${String(width)}.png`) });
  };
  const door = await browser.newContext(options);
  await shoot(await door.newPage(), ["sign-in", (page) => page.goto("/sign-in")]);
  await door.close();
  for (const [who, list] of [
    ["copy editor", [...articleScreens, ...deskScreens]],
    ["administrator", adminScreens],
  ] as const) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await signIn(page, who);
    for (const screen of list) await shoot(page, screen);
    await context.close();
  }
}

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium" });
for (const width of widths) for (const scheme of schemes) await take(browser, width, scheme);
await browser.close();
