import type { Page } from "@playwright/test";

import { addArticle, addTags, denseArticle } from "./dense-article";
import { newsroom } from "./people";
import { expect, test } from "./test";
import { card, findArticle } from "./workspace";

/** Opens the demo's story with its tags. */
async function openStory(page: Page): Promise<void> {
  await (await findArticle(page, "Council Backs")).click();
  await page.locator("mark").first().waitFor();
  await page.locator("[role=comment][data-placed]").first().waitFor();
}

/** Controls that are in view and smaller than a target may be; links in running text are none. */
function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((size) => {
    const controls = document.querySelectorAll<HTMLElement>(
      "a[href], button, input:not([type=hidden]), [role=radio], [role=switch], [role=tab]",
    );
    return [...controls].flatMap((control) => {
      // A label around a control is pressed as the control is.
      const { width, height, top, bottom } = (control.closest("label") ?? control).getBoundingClientRect();
      const isSeen = control.checkVisibility({ visibilityProperty: true }) && bottom > 0 && top < innerHeight;
      if (!isSeen || width <= 1 || control.closest("p, .sr-only")) return [];
      const named = control.getAttribute("aria-label") ?? control.textContent;
      return width < size || height < size ? [`${named}: ${Math.round(width)} × ${Math.round(height)}`] : [];
    });
  }, least);
}

/** Whether the mark's first line is clear of the bars. */
function isFree(mark: Element): boolean {
  const { top, bottom } = mark.getBoundingClientRect();
  const header = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
  const footer = document.querySelector("footer")?.getBoundingClientRect().top ?? innerHeight;
  return top >= header && Math.min(bottom, top + 31) <= footer;
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("marks, cards and the list tell a screen reader what they are to each other", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  const { text: story, tags } = denseArticle();
  const path = await addArticle(page, story);
  await addTags(page, path, tags);
  await page.goto(path);
  await page.locator("mark[aria-details]").first().waitFor();

  const marks = await page.locator("mark").evaluateAll((all) => ({
    named: all.filter((mark) => mark.hasAttribute("aria-label")).length,
    stops: all.filter((mark) => mark.getAttribute("tabindex") === "0").length,
    withoutCard: all.filter((mark) => !mark.hasAttribute("aria-details")).length,
    astray: all
      .flatMap((mark) => mark.getAttribute("aria-details") ?? [])
      .filter((id) => document.getElementById(id)?.getAttribute("role") !== "comment"),
  }));
  expect(marks.named, "a name would hide the words").toBe(0);
  expect(marks.stops, "one stop of the Tab key for all marks").toBe(1);
  expect(marks.withoutCard, "cards far from view are not there to point to").toBeGreaterThan(0);
  expect(marks.astray, "what a mark points to is a card on the page").toEqual([]);

  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const inTree = nodes.filter(({ role }) => role?.value === "mark");
  expect(inTree.length).toBeGreaterThanOrEqual(await page.locator("mark[aria-details]").count());
  expect(inTree.some(({ properties }) => properties?.some(({ name }) => name === "details"))).toBe(true);

  const rows = await page
    .getByRole("list", { name: "All tags" })
    .or(page.locator("ul:has(> [aria-setsize])"))
    .first()
    .locator("[aria-setsize]")
    .evaluateAll((items) =>
      items.map((item) => [item.getAttribute("aria-posinset"), item.getAttribute("aria-setsize")]),
    );
  expect(rows.length).toBeLessThan(tags.length);
  expect(rows).toEqual(rows.map((_, place) => [String(place + 1), String(tags.length)]));
});

test("the focus goes from mark to card and back, is never behind a bar, and what happens is said", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  await openStory(page);
  const polite = page.locator("[role=status][aria-live=polite]");
  const assertive = page.locator("[role=alert][aria-live=assertive]:not(next-route-announcer *)");
  await expect(polite).toHaveCount(1);
  await expect(assertive).toHaveCount(1);
  // A low window, where most steps scroll: on to the last tag and some, and back.
  await page.setViewportSize({ width: 1280, height: 420 });
  for (let step = 1; step <= 39; step += 1) {
    await page.keyboard.press(step <= 20 ? "j" : "k");
    await expect(polite).toContainText(`${step <= 20 ? step : 40 - step} of `);
    const mark = page.locator("mark:focus");
    await expect(mark).toHaveCount(1);
    await expect
      .poll(() => mark.evaluate(isFree), `the mark of step ${step} is clear of header and footer`)
      .toBe(true);
  }
  // In a window of usual height the list beside the text goes along.
  await page.setViewportSize({ width: 1280, height: 900 });
  for (let step = 2; step <= 14; step += 1) await page.keyboard.press("j");
  await expect(polite).toContainText("14 of ");
  await expect(page.locator("[data-row][aria-current]")).toBeInViewport();
  const tag = await page.locator("mark:focus").getAttribute("data-tag");
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("mark:focus")).toHaveAttribute("data-tag", tag ?? "");
  await page.keyboard.press("s");
  await expect(assertive).toContainText("Selection mode");
  await page.keyboard.press("Escape");
  await expect(assertive).toContainText("Selection mode left");
});

test("targets are large enough, also for fingers; nothing scrolls sideways at 320 px or with wide spacing", async ({
  onPhone,
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  await openStory(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(card(page)).toBeVisible();
  expect(await tooSmall(page, 24)).toEqual([]);
  await page.evaluate(() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
    );
    document.adoptedStyleSheets.push(spaced);
  });
  expect(await overflow(page), "with the spacing of WCAG 1.4.12").toBeLessThanOrEqual(0);
  const clipped = await page.locator("button:visible, [role=radio]:visible").evaluateAll((controls) =>
    controls
      .filter(
        (control) => getComputedStyle(control).overflow !== "visible" && !control.querySelector(".truncate"),
      )
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
      .map(({ textContent }) => textContent),
  );
  expect(clipped).toEqual([]);

  const small = await onPhone(page, { width: 320, height: 640 });
  await small.goto(newsroom);
  expect(await overflow(small), "the list of articles").toBeLessThanOrEqual(0);
  await small.goto(new URL(page.url()).pathname);
  await small.locator("mark").first().waitFor();
  expect(await overflow(small), "the article").toBeLessThanOrEqual(0);
  await small.locator("mark").first().tap();
  await expect(card(small)).toBeVisible();
  expect(await overflow(small), "with an open card").toBeLessThanOrEqual(0);
  expect(await tooSmall(small, 44)).toEqual([]);
});

test("without colours and without motion everything is still told", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await openStory(page);
  const lines = await page.locator("mark:not([data-state=withdrawn])").evaluateAll((marks) => {
    const found = marks.map((mark) => {
      const { textDecorationStyle, textDecorationLine, textDecorationColor, color } = getComputedStyle(mark);
      const type = [...mark.classList].find((name) => name.startsWith("hue-")) ?? "";
      return {
        type,
        line: textDecorationLine,
        style: textDecorationStyle,
        isInk: textDecorationColor === color,
      };
    });
    return [...new Map(found.filter(({ line }) => line !== "none").map((one) => [one.type, one])).values()];
  });
  expect(lines).toHaveLength(3);
  expect(new Set(lines.map(({ style }) => style)).size, "each type has a line of its own").toBe(3);
  expect(lines.every(({ isInk, line }) => isInk && line === "underline")).toBe(true);
  await page.keyboard.press("j");
  const focus = await page
    .locator("mark[data-focused]")
    .first()
    .evaluate((mark) => getComputedStyle(mark).outlineStyle);
  expect(focus).toBe("solid");
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) =>
        getComputedStyle(element)
          .transitionDuration.split(", ")
          .some((duration) => parseFloat(duration) > 0.001),
      ).length,
  );
  expect(moving).toBe(0);
});
