import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type BrowserContext,
  chromium,
  type ConsoleMessage,
  expect,
  type Page,
  test as base,
} from "@playwright/test";

import { type people, signIn } from "./people";

/** Opens a browser of its own for somebody, signed in. */
type SignedIn = (who: keyof typeof people) => Promise<Page>;

/** Opens a phone of somebody who is signed in on a page already. */
type OnPhone = (of: Page, size?: { width: number; height: number }) => Promise<Page>;

/** A browser that can be closed and opened again, and has what it had. */
interface KeptBrowser {
  open(): Promise<Page>;
  close(): Promise<void>;
}

/**
 * The browser tests' ground: people sign in in browsers of their own, and nothing may stand in the console: no
 * error, no report of the content security policy.
 */
export const test = base.extend<{
  signedIn: SignedIn;
  onPhone: OnPhone;
  keptBrowser: KeptBrowser;
  complaints: string[];
}>({
  complaints: async ({}, provide) => {
    const complaints: string[] = [];
    await provide(complaints);
    expect(complaints, "the console stays silent").toEqual([]);
  },
  signedIn: async ({ browser, complaints }, provide) => {
    const contexts: { close(): Promise<void> }[] = [];
    await provide(async (who) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await listen(page, complaints);
      await signIn(page, who);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  onPhone: async ({ browser, complaints }, provide) => {
    const contexts: { close(): Promise<void> }[] = [];
    await provide(async (of, viewport = { width: 390, height: 844 }) => {
      const storageState = await of.context().storageState();
      const context = await browser.newContext({ storageState, viewport, hasTouch: true, isMobile: true });
      contexts.push(context);
      const page = await context.newPage();
      await listen(page, complaints);
      return page;
    });
    for (const context of contexts) await context.close();
  },
  keptBrowser: async ({ baseURL, complaints }, provide) => {
    const profile = await mkdtemp(path.join(tmpdir(), "galley-browser-"));
    const executablePath = process.env.CHROMIUM_PATH ?? "";
    let browser: BrowserContext | null = null;
    const close = async () => browser?.close();
    await provide({
      async open() {
        browser = await chromium.launchPersistentContext(profile, {
          executablePath,
          ...(baseURL !== undefined && { baseURL }),
        });
        const page = await browser.newPage();
        await listen(page, complaints);
        return page;
      },
      close,
    });
    await close();
    await rm(profile, { recursive: true, force: true });
  },
});

/** Gathers what the page complains of; call it before the page goes anywhere. */
export async function listen(page: Page, complaints: string[]): Promise<void> {
  // A violation that a script catches, as a probe for eval does, is told to the document alone.
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) =>
      reportError(`Content Security Policy: ${violatedDirective} forbids ${blockedURI} of ${sourceFile}`),
    ),
  );
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" || /content security policy/i.test(message.text())) {
      complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
}

/** Strikes what was to be complained of: the browser itself writes every refusing answer to the console. */
export function forgive(complaints: string[], status: string): void {
  strike(complaints, `status of ${status}`);
}

/** Strikes what the browser writes to the console of every request that it makes without a connection. */
export function forgiveOffline(complaints: string[]): void {
  strike(complaints, "ERR_INTERNET_DISCONNECTED");
}

/** Strikes what the browser writes to the console of requests that a test lets fail. */
export function forgiveFailed(complaints: string[]): void {
  strike(complaints, "ERR_FAILED");
}

function strike(complaints: string[], words: string): void {
  const kept = complaints.filter((complaint) => !complaint.includes(words));
  complaints.splice(0, complaints.length, ...kept);
}

export { expect };
