import { type Page, type Route } from "@playwright/test";

/** Code that comes late, or not at all: what the page's own HTML does not name is asked for when it is wanted. */

const CODE = "**/_next/static/chunks/*.js";

/** Goes to a page whose own code comes, and any other only as `answer` lets it. */
export async function withLateCode(
  page: Page,
  path: string,
  answer: (route: Route) => Promise<void>,
): Promise<void> {
  let html = "";
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      const response = await route.fetch();
      html = await response.text();
      await route.fulfill({ response, body: html });
    },
  );
  await page.route(CODE, (route) => {
    const file = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    return html.includes(file) ? route.continue() : answer(route);
  });
  await page.goto(path);
}

/** Holds requests back until they are let go. */
export class Held {
  #waiting: Route[] | null = [];

  readonly hold = async (route: Route): Promise<void> => {
    if (this.#waiting) this.#waiting.push(route);
    else await route.continue();
  };

  get count(): number {
    return this.#waiting?.length ?? 0;
  }

  async release(): Promise<void> {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const route of waiting) await route.continue();
  }
}
