import { addArticle, addTags, denseArticle } from "./dense-article";
import { expect, test } from "./test";
import { text } from "./workspace";

test("on paper: the whole text with numbered marks, every tag by its number, and nothing of the interface", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  const { text: story, tags } = denseArticle();
  const path = await addArticle(page, story);
  await addTags(page, path, tags);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(path);
  await page.locator("[role=comment][data-placed]").first().waitFor();
  // What the browser takes to the printer, it takes after the event.
  const onPaper = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const numbers = [...document.querySelectorAll<HTMLElement>("mark[data-number]")];
    return {
      listed: document.querySelectorAll(".printed-tags li").length,
      numbers: numbers.map(({ dataset }) => Number(dataset.number)).sort((a, b) => a - b),
    };
  });
  expect(onPaper).toEqual({ listed: tags.length, numbers: tags.map((_, place) => place + 1) });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.locator("header")).toBeHidden();
  await expect(page.locator("footer")).toBeHidden();
  for (const panel of await page.getByRole("complementary").all()) await expect(panel).toBeHidden();
  await expect(page.getByText("The Harbour Courier · Revision 1 · Draft")).toBeVisible();
  const look = await text(page).evaluate((article) => ({
    ink: getComputedStyle(article).color,
    skipped: [...article.children].filter((part) => getComputedStyle(part).contentVisibility !== "visible")
      .length,
    fills: [...article.querySelectorAll("mark")].filter(
      (mark) => getComputedStyle(mark).backgroundColor !== "rgba(0, 0, 0, 0)",
    ).length,
  }));
  expect(look, "black on white, whole, and told apart by lines alone").toEqual({
    ink: "rgb(26, 26, 23)",
    skipped: 0,
    fills: 0,
  });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("mark[data-number]")).toHaveCount(0);
  await expect(page.locator(".printed-tags")).toHaveCount(0);
});
