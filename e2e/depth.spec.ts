import type { Page } from "@playwright/test";

import { addArticle, addTags, DENSE, denseArticle } from "./dense-article";
import { expect, test } from "./test";
import { tag, text } from "./workspace";

/** The focused tag's words, of all of its marks. */
function focusedWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [first] = document.querySelectorAll("mark[data-focused]");
    const id = first?.getAttribute("data-tag") ?? "";
    const outermost = [...document.querySelectorAll(`mark[data-tag="${id}"]`)];
    return outermost.map(({ textContent }) => textContent).join("");
  });
}

test("a new mark leaves the words and marks beside it in the document as they are", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  await page.goto(
    await addArticle(page, "A wall\nThe wall is long, the mayor denied it, and nobody asked why."),
  );
  await expect(text(page)).toBeVisible();
  await tag(page, "nobody asked", "c");
  // The words after the mark, and the mark itself, are kept at hand by the page.
  await page.evaluate(() => {
    const mark = document.querySelector("mark");
    Object.assign(window, { beside: [mark, mark?.nextSibling] });
  });
  await tag(page, "the mayor", "c");
  const beside = () =>
    page.evaluate(() =>
      "beside" in window && Array.isArray(window.beside)
        ? window.beside.map((node) => node instanceof Node && node.isConnected && node.textContent)
        : [],
    );
  expect(await beside()).toEqual(["nobody asked", " why."]);
});

test("a drag that begins at the first letter of a mark selects, as anywhere else", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  const path = await addArticle(page, "A wall\nThe wall is 2 kilometres long, the council says.");
  await page.goto(path);
  await tag(page, "wall is 2 kilometres long", "c");
  await page.keyboard.press("Escape");
  const { from, to } = await page
    .locator("mark")
    .last()
    .evaluate((mark) => {
      const range = document.createRange();
      const [words] = mark.childNodes;
      if (!words) throw new Error("The mark has no words.");
      const [from, to] = [0, 4].map((place) => {
        range.setStart(words, place);
        range.setEnd(words, place + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2 };
      });
      if (!from || !to) throw new Error("The mark is too short.");
      return { from, to };
    });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()))).toBe("wall");
  await page.keyboard.press("u");
  await expect(page.locator("mark.mark-wavy")).toHaveText("wall");
  // Which marks can have the focus is as before.
  await expect(page.locator("mark[tabindex='0']")).toHaveCount(1);
});

test("tags in tags, crossing tags and tags over many paragraphs are told apart and reached", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  const { text: story, tags } = denseArticle();
  const path = await addArticle(page, story);
  await addTags(page, path, tags);
  await page.goto(path);
  const innermost = text(page).getByText(DENSE.innermost, { exact: true });

  await test.step("pressing the same words again goes outwards, and round", async () => {
    const seen: string[] = [];
    for (let press = 0; press < 6; press += 1) {
      await innermost.click();
      seen.push(await focusedWords(page));
    }
    expect(seen).toEqual([
      "perhaps",
      "would perhaps not",
      "the wall would perhaps not hold",
      "on Tuesday that the wall would perhaps not hold",
      DENSE.nested,
      "perhaps",
    ]);
  });

  await test.step("so do a key and a menu on the card", async () => {
    await page.keyboard.press("t");
    expect(await focusedWords(page)).toBe("would perhaps not");
    await page.keyboard.press("Shift+T");
    expect(await focusedWords(page)).toBe("perhaps");
    await page.getByRole("button", { name: "1 of 5 tags on these words" }).click();
    await page.getByRole("menuitem", { name: DENSE.nested }).click();
    expect(await focusedWords(page)).toBe(DENSE.nested);
  });

  await test.step("what lies too deep for a line below the words has a lane of its own beside them", async () => {
    const lanes = await text(page).evaluate((article) =>
      [...article.querySelectorAll(".mark-lane")].slice(0, 5).map((mark) => {
        const lane = getComputedStyle(mark, "::before");
        return `${lane.content} at ${lane.insetInlineStart}, ${lane.blockSize} high`;
      }),
    );
    expect(lanes.filter((lane) => lane.startsWith('"'))).toHaveLength(5);
    expect(new Set(lanes.map((lane) => lane.split(" at ")[1])).size).toBeGreaterThan(1);
  });

  await test.step("a card stands level with the pressed line of a tag over twenty paragraphs", async () => {
    const inTheMiddle = page
      .locator("p", { hasText: "lost the iron ladder below the customs steps" })
      .first();
    await inTheMiddle.scrollIntoViewIfNeeded();
    await inTheMiddle.click({ position: { x: 30, y: 12 } });
    expect(await focusedWords(page)).toContain(DENSE.wide);
    const card = page.locator("[role=comment]").filter({ hasText: "Claim" }).filter({ hasText: DENSE.wide });
    await expect(card).toBeInViewport();
    const line = await inTheMiddle.boundingBox();
    await expect
      .poll(async () => Math.abs(((await card.boundingBox())?.y ?? 0) - (line?.y ?? 0)))
      .toBeLessThan(12);
  });
});

test("thirty cards to a screen: none covers another, and the focused one is level with its mark", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  await page.setViewportSize({ width: 1440, height: 900 });
  const { text: story, tags } = denseArticle();
  const path = await addArticle(page, story);
  await addTags(page, path, tags);
  await page.goto(path);
  const mark = page.locator("mark", { hasText: DENSE.twins }).first();
  await mark.click();
  const card = page.locator("[role=comment].z-10");
  await expect(card).toBeVisible();
  await page.emulateMedia({ reducedMotion: "reduce" });
  const boxes = async () =>
    (
      await page
        .locator("[role=comment]")
        .evaluateAll((cards) =>
          cards.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })),
        )
    ).sort((a, b) => a.top - b.top);
  const inView = (await boxes()).filter(({ top, bottom }) => top >= 48 && bottom <= 864);
  const compact = await page.locator("[role=comment][data-compact]").first().boundingBox();
  expect(compact?.height, "a target that one hits").toBeGreaterThanOrEqual(24);
  expect(30 * ((compact?.height ?? 0) + 3), "thirty in 900 pixels").toBeLessThanOrEqual(900);
  const overlapping = inView.filter(({ top }, place) => place > 0 && top < (inView[place - 1]?.bottom ?? 0));
  expect(overlapping).toEqual([]);
  const [of, to] = [await card.boundingBox(), await mark.boundingBox()];
  expect(Math.abs((of?.y ?? 0) - (to?.y ?? 0))).toBeLessThan(12);
});
