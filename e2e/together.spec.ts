import { newsroom } from "./people";
import { addArticle, type AddedArticle, tagWord } from "./procedures";
import { expect, forgive, listen, test } from "./test";
import { markOf, openCard, saved, select, tag, text } from "./workspace";

test("two people tag one article at once: nothing is lost, and both see the same, as it happens", async ({
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
    await expect(page.locator("mark[data-tag]")).toHaveCount(lines.length);
    return page.locator("mark[data-tag]").allTextContents();
  };
  expect(await marks(one)).toEqual(await marks(two));
  const shown = await marks(one);
  await one.reload();
  expect(await marks(one)).toEqual(shown);
});

test("others’ work appears by itself, in lists and in the text, which stays where it is", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("managing editor")];
  const title = `A long wall, ${Date.now()}`;
  await expect(two.getByRole("list", { name: "Articles" })).toBeVisible();
  const lines = Array.from({ length: 60 }, (_, n) => `Line ${n} says that the wall is long.`);
  const { id } = await addArticle(one, [title, ...lines].join("\n"));
  await two.getByRole("link", { name: title }).click();
  await expect(two).toHaveURL(/\/articles\//);
  const line = text(two).locator("[data-start]", { hasText: "Line 40 says" });
  await line.scrollIntoViewIfNeeded();
  const before = await line.boundingBox();
  await one.goto(`/articles/${id}`);
  for (const n of [2, 40, 41]) await tag(one, `Line ${n} says`, "c");
  await expect(markOf(two, "Line 40 says")).toBeVisible();
  await expect(two.locator("mark[data-tag]")).toHaveCount(3);
  expect(await line.boundingBox()).toEqual(before);
});

test("ten tabs of one browser on ten articles share a stream, whichever of them is closed", async ({
  signedIn,
  complaints,
}) => {
  test.setTimeout(180_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("managing editor")];
  const tabs: { page: typeof two; article: AddedArticle }[] = [];
  for (let n = 0; n < 10; n += 1) {
    const article = await addArticle(one, `Wall ${n}, ${Date.now()}\none two three four`);
    const page = await two.context().newPage();
    await listen(page, complaints);
    await page.goto(`/articles/${article.id}`);
    await expect(text(page)).toBeVisible();
    tabs.push({ page, article });
  }
  const inAll = async (word: string) => {
    for (const { article } of tabs) await tagWord(one, article, word);
    for (const { page } of tabs) await expect(page.locator("mark", { hasText: word })).toBeVisible();
  };
  await inAll("one");
  for (const word of ["two", "three", "four"]) {
    await tabs.pop()?.page.close();
    await inAll(word);
  }
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
  // The second person's browser hears of the first one's change only after it has sent its own.
  let hear = () => {};
  const sent = new Promise<void>((resolve) => (hear = resolve));
  await two.route("**/api/trpc/live**", async (route) => {
    await sent;
    await route.continue();
  });
  await two.goto(new URL(one.url()).pathname);
  await markOf(two, "The wall is 2").click();
  await markOf(one, "The wall is 2").click();
  await one.keyboard.press("5");
  await saved(one);
  await two.keyboard.press("6");
  hear();
  const restore = two.locator("[role=comment]").getByRole("button", { name: "Restore mine" });
  await two.keyboard.press("Enter");
  await expect(restore).toBeVisible();
  // What one has not answered is asked again, and told again, after a reload.
  await two.reload();
  const messages = two.getByRole("region", { name: "Messages" });
  await expect(messages.getByRole("button", { name: "Restore mine" })).toBeVisible();
  await markOf(two, "The wall is 2").click();
  await two.keyboard.press("Enter");
  await restore.click();
  // Nothing of it stays, on the card or at the foot of the window, and the keyboard is in the card.
  await expect(two.getByRole("button", { name: "Restore mine" })).toHaveCount(0);
  await expect(two.locator("[role=comment]:focus")).toBeVisible();
  // A conflict is a 409, which the browser itself writes to the console.
  forgive(complaints, "409");
});

test("words that one is writing never replace what somebody else saved meanwhile", async ({ signedIn }) => {
  test.setTimeout(120_000);
  const one = await signedIn("copy editor");
  const article = await addArticle(
    one,
    `A wall, ${Date.now()}\n“The wall is long,” said Mara Quill.\nalpha beta`,
  );
  await one.goto(`/articles/${article.id}`);
  await tag(one, "“The wall is long,”", "q");
  const two = await signedIn("managing editor");
  await two.goto(`/articles/${article.id}`);
  await openCard(one, "“The wall");
  const cardOfTwo = await openCard(two, "“The wall");

  for (const [name, mine, theirs, later] of [
    ["Note", "Ask the port.", "Ask the council.", "alpha"],
    ["Speaker", "Mara Q.", "M. Quill", "beta"],
  ] as const) {
    // Suggestions hide the card around their field from assistive technology while they are open.
    const field = two.getByLabel(name, { exact: true });
    await field.fill(mine);
    await one.getByLabel(name, { exact: true }).fill(theirs);
    await one.keyboard.press("Tab");
    await saved(one);
    // What happened after it is on the second person's page, so it is there too.
    await tagWord(one, article, later);
    await expect(two.locator("mark", { hasText: later })).toBeVisible();
    await two.keyboard.press("Tab");
    await expect(cardOfTwo.getByRole("alert")).toContainText(theirs);
    await expect(cardOfTwo.getByRole("alert")).toContainText(mine);
    await cardOfTwo.getByRole("button", { name: "Restore mine" }).click();
    await expect(field).toHaveValue(mine);
    await saved(two);
    await expect(one.getByLabel(name, { exact: true })).toHaveValue(mine);
  }
});
