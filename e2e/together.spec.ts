import { newsroom } from "./people";
import { expect, forgive, test } from "./test";
import { markOf, saved, select } from "./workspace";

test("two people tag one article at once: nothing is lost, and both see the same after a reload", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("managing editor")];
  await one.goto(`${newsroom}/new`);
  const lines = Array.from({ length: 12 }, (_, n) => `Line ${n} says that the wall is long.`);
  await one
    .getByRole("textbox", { name: "Text", exact: true })
    .fill([`A wall of lines, ${Date.now()}`, ...lines].join("\n"));
  await one.getByRole("button", { name: "Add article" }).click();
  await expect(one).toHaveURL(/\/articles\//);
  await two.goto(new URL(one.url()).pathname);
  await expect(markOf(two, "Line 0")).toBeHidden();

  const work = async (page: typeof one, from: number) => {
    for (let n = from; n < lines.length; n += 2) {
      await select(page, `Line ${n} says`);
      await page.keyboard.press("c");
      await expect(markOf(page, `Line ${n} says`)).toBeVisible();
    }
    await saved(page);
  };
  await Promise.all([work(one, 0), work(two, 1)]);

  const marks = async (page: typeof one) => {
    await page.reload();
    await expect(page.locator("mark[data-tag]")).toHaveCount(lines.length);
    return page.locator("mark[data-tag]").allTextContents();
  };
  expect(await marks(one)).toEqual(await marks(two));
});

test("a change of the same field by two people is refused to the second, with both values in view", async ({
  signedIn,
  complaints,
}) => {
  test.setTimeout(120_000);
  const one = await signedIn("copy editor");
  await one.goto(`${newsroom}/new`);
  await one
    .getByRole("textbox", { name: "Text", exact: true })
    .fill(`A wall, ${Date.now()}\nThe wall is 2 kilometres long.`);
  await one.getByRole("button", { name: "Add article" }).click();
  await expect(one).toHaveURL(/\/articles\//);
  await select(one, "The wall is 2 kilometres long");
  await one.keyboard.press("c");
  await saved(one);
  const two = await signedIn("managing editor");
  await two.goto(new URL(one.url()).pathname);
  await markOf(two, "The wall is 2").click();
  // The second person's browser hears of the first one's change only after it has sent its own.
  let hear = () => {};
  const sent = new Promise<void>((resolve) => (hear = resolve));
  await two.route("**/api/trpc/articles.eventsAfter**", async (route) => {
    await sent;
    await route.continue();
  });
  await markOf(one, "The wall is 2").click();
  await one.keyboard.press("5");
  await saved(one);
  await two.keyboard.press("6");
  hear();
  await expect(two.getByRole("button", { name: "Restore mine" }).first()).toBeVisible();
  // A conflict is a 409, which the browser itself writes to the console.
  forgive(complaints, "409");
});
