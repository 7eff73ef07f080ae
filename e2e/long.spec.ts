import { addArticle, tagWord } from "./procedures";
import { expect, test } from "./test";
import { text } from "./workspace";

const LAST = 399;
const PARAGRAPHS = Array.from(
  { length: LAST + 1 },
  (_, n) => `Paragraph ${n} says that the council has not made up its mind.`,
);

test("a long article comes with its beginning, is whole a moment later, and an address leads to its end", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  const article = await addArticle(page, PARAGRAPHS.join("\n"));
  const words = `Paragraph ${LAST}`;
  await tagWord(page, article, words);
  const address = `/articles/${article.id}`;

  await test.step("the words come once, and drawn is what one reads first", async () => {
    const sent = await (await page.request.get(address)).text();
    expect(sent.split(`${words} says`)).toHaveLength(2);
    expect(sent.split("data-start=").length).toBeGreaterThan(25);
    expect(sent.split("data-start=").length).toBeLessThan(100);
  });

  const mark = text(page).locator("mark");
  await test.step("all of it is on the page soon, for find in page and screen readers", async () => {
    await page.goto(address);
    await expect(text(page).locator("[data-start]")).toHaveCount(PARAGRAPHS.length);
    await expect(mark).toHaveText(words);
    await expect(mark).not.toBeInViewport();
  });

  await test.step("an address with a tag leads to it", async () => {
    const tag = await mark.getAttribute("data-tag");
    await page.goto("/account");
    await page.goto(`${address}#tag=${tag ?? ""}`);
    await expect(mark).toHaveAttribute("data-focused");
    await expect(mark).toBeInViewport();
    await expect(page.locator("[role=comment]").filter({ hasText: words })).toBeInViewport();
  });

  await test.step("what is undone and done again comes into view", async () => {
    await page.goto("/account");
    await page.goto(address);
    await expect(mark).toHaveText(words);
    await page.keyboard.press("Control+z");
    await expect(mark).toHaveCount(0);
    await expect(text(page).getByText(`${words} says`)).toBeInViewport();
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press("Control+Shift+z");
    await expect(mark).toBeInViewport();
    await expect(mark).toBeFocused();
  });
});
