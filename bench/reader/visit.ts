import type { Browser, BrowserContext, Page } from "@playwright/test";
import { build } from "esbuild";
import { newsroom, password, people } from "~/e2e/people";
import { Meter } from "./measuring";
import { median } from "./round";
import type { Watch } from "./watching";

/** What a person waits for on the article's page, as the server sends it. */
export const VISIT = [
  "server's first byte, ms",
  "readable, ms",
  "readable, CPU ms",
  "interactive, ms",
  "interactive, CPU ms",
  "HTML, kB",
  "HTML as sent, kB",
  "of that, data for the page's code, kB",
  "JavaScript until interactive, kB",
  "JavaScript in all, kB",
  "tag by key, CPU ms",
  "tag by key, ms to paint",
  "marks not in the next frame",
  "frames over 50 ms",
  "longest frame, ms",
] as const;
export type Visited = Partial<Record<(typeof VISIT)[number], number>>;

const TAGS = 12;

/** What the page notes about itself, as a script for it. */
async function watching(): Promise<string> {
  const entryPoints = ["bench/reader/watching.ts"];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: "iife" });
  return outputFiles.map(({ text }) => text).join("");
}

declare global {
  interface Window {
    watch: Watch;
  }
}

const LOOK = { viewport: { width: 1440, height: 900 } };

/** Signs a person in. @returns what gives browsers like it, each with nothing kept from before */
export async function signedIn(browser: Browser, address: string): Promise<() => Promise<BrowserContext>> {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(people["copy editor"]);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(`**${newsroom}`);
  const storageState = await context.storageState();
  await context.close();
  return async () => browser.newContext({ ...LOOK, baseURL: address, storageState });
}

/** Opens the article once, as new, and tags some passages of it. */
export async function visit(context: BrowserContext, article: string): Promise<Visited> {
  const page = await context.newPage();
  await page.addInitScript({ content: await watching() });
  const sent = await countBytes(page);
  const meter = await Meter.on(page);
  await page.goto(`/articles/${article}`, { waitUntil: "commit" });
  await page.waitForFunction(() => window.watch.readable !== null);
  const readableCpu = await meter.spent();
  await page.waitForFunction(() => window.watch.interactive !== null);
  const interactiveCpu = await meter.spent();
  const scripts = sent.of("Script");
  const seen = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const data = [...document.scripts].filter(({ text }) => text.includes("__next_f"));
    return {
      firstByte: navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : NaN,
      readable: window.watch.readable,
      interactive: window.watch.interactive,
      data: data.reduce((sum, { text }) => sum + new Blob([text]).size, 0) / 1_000,
    };
  });
  await page.waitForLoadState("networkidle");
  const figures: Visited = {
    "server's first byte, ms": seen.firstByte,
    "readable, ms": seen.readable ?? NaN,
    "readable, CPU ms": readableCpu,
    "interactive, ms": seen.interactive ?? NaN,
    "interactive, CPU ms": interactiveCpu,
    "HTML, kB": sent.html() / 1_000,
    "HTML as sent, kB": sent.of("Document") / 1_000,
    "of that, data for the page's code, kB": seen.data,
    "JavaScript until interactive, kB": scripts / 1_000,
    "JavaScript in all, kB": sent.of("Script") / 1_000,
  };
  const tagging = await meter.cpu(async () => tagByKeys(page));
  const watched = await page.evaluate(() => window.watch);
  await page.close();
  return {
    ...figures,
    "tag by key, CPU ms": tagging.cpu / TAGS,
    "tag by key, ms to paint": median(watched.keys.map(({ milliseconds }) => milliseconds)),
    "marks not in the next frame": watched.keys.filter(({ isNext }) => !isNext).length,
    "frames over 50 ms": watched.frames.length,
    "longest frame, ms": Math.max(0, ...watched.frames),
  };
}

/** Selects passages in view, one after another, and tags each by its key. */
async function tagByKeys(page: Page): Promise<void> {
  await page.evaluate(() =>
    scrollTo({ top: document.documentElement.scrollHeight / 3, behavior: "instant" }),
  );
  await page.waitForFunction(() => document.querySelector("[role=comment][data-placed]") !== null);
  await page.evaluate(() => {
    window.watch.frames = [];
  });
  for (let place = 0; place < TAGS; place += 1) {
    await page.evaluate((place) => {
      const paragraphs = [...document.querySelectorAll(".reader-paragraph")].filter((paragraph) => {
        const { top, bottom } = paragraph.getBoundingClientRect();
        return bottom > 150 && top < innerHeight - 200;
      });
      const paragraph = paragraphs[place % paragraphs.length];
      const walker = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      const texts: Node[] = [];
      while (walker?.nextNode()) texts.push(walker.currentNode);
      const text = texts[(place * 7) % texts.length];
      if (text) getSelection()?.setBaseAndExtent(text, 0, text, Math.min(12, text.nodeValue?.length ?? 0));
    }, place);
    await page.keyboard.press("c");
    await page.evaluate(async () => {
      for (let frame = 0; frame < 12; frame += 1) await new Promise(requestAnimationFrame);
    });
  }
}

/** Counts what comes over the wire, by what it is for. */
async function countBytes(page: Page) {
  const session = await page.context().newCDPSession(page);
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  let html = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.dataReceived", ({ requestId, dataLength }) => {
    if (kinds.get(requestId) === "Document") html += dataLength;
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "";
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  await session.send("Network.enable");
  return { of: (kind: string) => bytes.get(kind) ?? 0, html: () => html };
}
