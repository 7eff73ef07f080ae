import type { Page } from "@playwright/test";

import { Held, withLateCode } from "./late-code";
import { addArticle, tagWord } from "./procedures";
import { expect, forgiveFailed, listen, test } from "./test";
import { card, openCard, saved, tag, text } from "./workspace";

test.describe.configure({ timeout: 120_000 });

/** An article with a tag, and its address. */
async function article(page: Page, ...lines: string[]): Promise<string> {
  const added = await addArticle(
    page,
    [`A wall that comes late, ${Date.now()}`, "The wall is long.", ...lines].join("\n"),
  );
  await tagWord(page, added, "wall is long");
  return `/articles/${added.id}`;
}

/** Opens the article, whose text shows and answers nothing until its code is released. */
async function withDeafText(page: Page, path: string): Promise<Held> {
  const held = new Held();
  // The application begins, and the code that draws the text does not come.
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const code = await route.fetch();
    await ((await code.text()).includes("reader-paragraph") ? held.hold(route) : route.continue());
  });
  await page.goto(path, { waitUntil: "commit" });
  await expect(text(page)).toBeVisible();
  await expect.poll(() => held.count).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(() => "__zod_globalConfig" in window)).toBe(true);
  return held;
}

test("a key that is pressed before the page answers keys is answered once it does", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  const held = await withDeafText(page, await article(page));
  await page.keyboard.press("j");
  await expect(page.locator("mark[data-focused]")).toHaveCount(0);
  await held.release();
  await expect(page.locator("mark[data-focused]")).toHaveText("wall is long");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a tag that is pressed before the page answers is looked at once it does, and the key after it means it", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  const held = await withDeafText(page, await article(page));
  await page.locator("mark").first().click();
  await page.keyboard.press("5");
  await expect(page.locator("mark[data-focused]")).toHaveCount(0);
  await held.release();
  await expect(page.locator("mark[data-focused]")).toHaveText("wall is long");
  await saved(page);
  await expect(page.getByRole("button", { name: "Undo: Changed Kind from Event to Rule" })).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("what is pressed before its code has come opens when it is there, and the button says what it does", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  const path = await article(page);
  const held = new Held();
  await withLateCode(page, path, held.hold);
  const opens = page.getByRole("banner").getByRole("button", { name: "Your account" });
  await expect(opens).toHaveAttribute("aria-haspopup", "menu");
  await expect.poll(() => held.count).toBeGreaterThan(0);
  await opens.click();
  await expect(page.getByRole("menu")).toBeHidden();
  await held.release();
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[role=menuitem]:focus")).toHaveCount(1);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("code that cannot be fetched is told of, and is fetched when it is wanted again", async ({
  signedIn,
  complaints,
}) => {
  const page = await signedIn("copy editor");
  const path = await article(page);
  let isAway = true;
  await withLateCode(page, path, async (route) => {
    const code = await route.fetch();
    await (isAway && (await code.text()).includes("break-inside-avoid-column")
      ? route.abort()
      : route.continue());
  });
  const message = page
    .getByRole("region", { name: "Messages" })
    .getByText(/^This part of Galley could not be/);
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await page.keyboard.press("?");
  await expect(message).toBeVisible();
  await expect(sheet).toBeHidden();
  isAway = false;
  await page.keyboard.press("?");
  await expect(sheet.getByRole("searchbox")).toBeVisible();
  await page.unrouteAll({ behavior: "ignoreErrors" });
  forgiveFailed(complaints);
});

test("a tip shows what a button does on pointing and on the keyboard’s focus, and Escape takes it away", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  await page.goto(await article(page));
  const button = page.getByRole("button", { name: "History", exact: true }).first();
  const tip = page.locator("[data-tip-shown]");
  await expect(async () => {
    await page.mouse.move(400, 400);
    await button.hover();
    await expect(tip).toHaveText(/^History/, { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(tip).toBeHidden();
  await page.mouse.move(400, 400);
  await button.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(button).toBeFocused();
  await expect(tip).toHaveText(/^History/);
  const [above, below] = [await button.boundingBox(), await tip.boundingBox()];
  expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
  await button.press("Enter");
  await page.mouse.down();
  await expect(tip).toBeHidden();
  await page.mouse.up();
});

test("evidence that is on its way is waited for in words, and does not look as if there were none", async ({
  signedIn,
}) => {
  const page = await signedIn("managing editor");
  await page.goto(await article(page));
  const opened = await openCard(page, "wall is long");
  await opened.getByRole("button", { name: "Add evidence" }).click();
  const dialog = page.getByRole("dialog", { name: "Add evidence" });
  await dialog.getByRole("tab", { name: "Add something new" }).click();
  await dialog.getByRole("textbox", { name: "What it is" }).fill("Minutes of May");
  await dialog.getByRole("button", { name: "Add it to this tag" }).click();
  await expect(opened.getByText("Minutes of May")).toBeVisible();
  await saved(page);
  const held = new Held();
  await page.route(/articles\.evidence/, held.hold);
  await page.reload();
  await openCard(page, "wall is long");
  await expect(card(page).getByText("Fetching the evidence…")).toBeVisible();
  await expect(card(page).getByText(/^None yet/)).toHaveCount(0);
  await held.release();
  await expect(card(page).getByText("Minutes of May")).toBeVisible();
});

test("the list of what one did stays inside a low window, below its button", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  await page.setViewportSize({ width: 1100, height: 420 });
  await page.goto(await article(page, ...Array.from({ length: 9 }, (_, n) => `Line ${n} was added.`)));
  for (let n = 0; n < 9; n += 1) await tag(page, `Line ${n} was`, "c");
  const opens = page.getByRole("button", { name: "What you did" });
  await opens.click();
  const list = page.getByRole("dialog", { name: "Undo and redo" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  const place = async () => {
    const [box, button] = [await list.boundingBox(), await opens.boundingBox()];
    return {
      underButton: box!.y >= button!.y + button!.height,
      inside: box!.y + box!.height <= 420 && box!.x + box!.width <= 1100,
    };
  };
  await expect.poll(place).toEqual({ underButton: true, inside: true });
  await list.getByRole("button").last().focus();
  await expect(list.getByRole("button").last()).toBeInViewport({ ratio: 1 });
});

test("what is taken back by a button comes into view, and the keyboard stays at the button", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  await page.goto(await article(page, ...Array.from({ length: 60 }, (_, n) => `Line ${n} was added.`)));
  await page.locator("mark").first().click();
  for (const key of ["5", "6"]) await page.keyboard.press(key);
  await saved(page);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(page.locator("mark")).not.toBeInViewport();
  const undo = page.getByRole("button", { name: /^Undo: / });
  await undo.press("Enter");
  await expect(page.locator("mark")).toBeInViewport({ ratio: 1 });
  await expect(page.locator("mark[data-focused]")).toHaveCount(1);
  const message = page.getByRole("dialog", { name: "Undone" });
  await expect(message).toContainText("Changed Kind from Rule to Identity");
  await expect(undo).toBeFocused();
});

test("what one chose is kept, though the page was left at once", async ({ signedIn }) => {
  const page = await signedIn("administrator");
  const choice = (of: Page) => of.getByRole("switch", { name: "Keys without Ctrl, Cmd or Alt" });
  await page.goto("/account/keys");
  const wasOn = await choice(page).isChecked();
  const choose = async (isOn: boolean) => {
    await page.goto("/account/keys");
    await expect(choice(page)).toBeChecked({ checked: !isOn });
    const held = new Held();
    await page.route(/setPreferences/, held.hold);
    await choice(page).click();
    await expect.poll(() => held.count).toBe(1);
    await page.goto("about:blank");
    await held.release();
    const next = await page.context().newPage();
    await expect(async () => {
      await next.goto("/account/keys");
      await expect(choice(next)).toBeChecked({ checked: isOn, timeout: 1_000 });
    }).toPass({ timeout: 15_000 });
    await next.close();
    await page.unroute(/setPreferences/);
  };
  await choose(!wasOn);
  await choose(wasOn);
});

test("a tab whose lock comes late is not taken for one that is gone", async ({ signedIn, complaints }) => {
  const [one, two] = [await signedIn("copy editor"), await signedIn("managing editor")];
  const tab = await two.context().newPage();
  await listen(tab, complaints);
  await tab.addInitScript(() => {
    const request = navigator.locks.request.bind(navigator.locks) as (
      ...asked: unknown[]
    ) => Promise<unknown>;
    const begun = new Promise((begin) => addEventListener("test-begins", begin));
    const late = async (name: string, ...rest: unknown[]) => {
      if (name.startsWith("galley-tab")) await begun;
      return request(name, ...rest);
    };
    Object.assign(navigator.locks, { request: late });
  });
  const followed = await addArticle(one, `A wall, ${Date.now()}\none two`);
  await tab.goto(`/articles/${followed.id}`);
  await expect(text(tab)).toBeVisible();
  // The tab that comes last leads, and asks the other what it follows. It opens its stream only when it has looked for
  // the other's lock.
  await two.addInitScript(() => {
    const after = window.setTimeout.bind(window) as (...asked: unknown[]) => number;
    const opening = (run: () => void) => () => {
      run();
      document.documentElement.dataset.opened = "";
    };
    Object.assign(window, {
      setTimeout: (run: () => void, wait?: number, ...rest: unknown[]) =>
        wait === 50 ? after(opening(run), 1_000) : after(run, wait, ...rest),
    });
  });
  await two.goto(await article(one));
  await expect(two.locator("mark")).toBeVisible();
  const held = () =>
    two.evaluate(async () => {
      const locks = (await navigator.locks.query()).held ?? [];
      return locks.filter(({ name }) => name?.startsWith("galley-tab")).length;
    });
  await expect.poll(held).toBe(1);
  await expect(two.locator("html[data-opened]")).toBeAttached();
  await tab.evaluate(() => dispatchEvent(new Event("test-begins")));
  await expect.poll(held).toBe(2);
  await tagWord(one, followed, "two");
  await expect(tab.locator("mark", { hasText: "two" })).toBeVisible();
});

test("the first of two keys is not forgotten when what one chose is answered meanwhile", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  await page.goto(await article(page));
  await page.getByRole("button", { name: "Text and appearance" }).click();
  const held = new Held();
  await page.route(/setPreferences/, held.hold);
  const answered = page.waitForResponse(/setPreferences/);
  await page.getByRole("button", { name: "As usual" }).click();
  await expect.poll(() => held.count).toBe(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "As usual" })).toBeHidden();
  await page.keyboard.press("p");
  await held.release();
  await (await answered).finished();
  await page.keyboard.press("g");
  await expect(page.getByRole("dialog", { name: "Gate" })).toBeVisible();
});
