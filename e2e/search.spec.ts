import { expectAccessible } from "./axe";
import { newsroom } from "./people";
import { addArticle, tagWord } from "./procedures";
import { expect, test } from "./test";
import { card, markOf } from "./workspace";

const SEARCH = `${newsroom}/search`;

/** A word that no other article has. */
const rare = () => `lantern${Date.now().toString(36)}`;

test("words are found by keyboard in all articles, and a hit leads to its tag", async ({ signedIn }) => {
  test.setTimeout(120_000);
  const page = await signedIn("copy editor");
  const word = rare();
  const article = await addArticle(page, `A quay by night\nThe ${word} was lit at nine.\nNobody saw it.`);
  await tagWord(page, article, word);
  await page.goto(newsroom);
  await page.getByRole("heading", { level: 1, name: "Articles" }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/search$/);
  await expect(page.getByText("What are you looking for?")).toBeVisible();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search all articles" })).toBeFocused();
  await page.keyboard.type(word.slice(0, -1));
  await expect(page).toHaveURL(/\?q=lantern/);
  await page.keyboard.press("Enter");
  const hits = page.getByRole("list", { name: "What was found" }).getByRole("listitem");
  await expect(hits).toHaveCount(2);
  await expect(hits.first().locator("mark")).toHaveText(word.slice(0, -1));
  await page.keyboard.press("j");
  await expect(hits.nth(0).getByRole("link")).toBeFocused();
  await page.keyboard.press("j");
  await expect(hits.nth(1).getByRole("link")).toBeFocused();

  await test.step("the text leads to its passage", async () => {
    await expect(hits.nth(1)).toContainText("Text");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#passage=/);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(word.slice(0, -1));
    await page.goBack();
    await expect(page).toHaveURL(/\?q=lantern/);
  });

  await test.step("the tag to itself", async () => {
    await expect(hits).toHaveCount(2);
    await page.keyboard.press("j");
    await expect(hits.nth(0).getByRole("link")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#tag=/);
    await expect(markOf(page, word)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(card(page)).toContainText(word);
  });
});

test("what is sought is narrowed by what tags are, and stands in the address", async ({ signedIn }) => {
  test.setTimeout(120_000);
  const page = await signedIn("copy editor");
  const word = rare();
  const article = await addArticle(page, `A quay by day\nThe ${word} was out.`);
  await tagWord(page, article, word);
  await page.goto(`${SEARCH}?q=${word}`);
  const hits = page.getByRole("list", { name: "What was found" }).getByRole("listitem");
  await expect(hits).toHaveCount(2);
  const choose = async (filter: string, choice: string) => {
    await page.getByRole("combobox", { name: filter, exact: true }).click();
    await page.getByRole("option", { name: choice, exact: true }).click();
  };
  await choose("Type", "Claims");
  await expect(hits).toHaveCount(1);
  await choose("Priority", "Priority: Must");
  await expect(page.getByText("Nothing has all of that")).toBeVisible();
  await choose("Priority", "Priority: Should");
  await expect(hits).toHaveCount(1);
  await expect(page).toHaveURL(/type=claim&attr=priority:should/);
  await page.reload();
  await expect(hits).toHaveCount(1);
  await page.getByRole("button", { name: "Export these articles" }).click();
  const dialog = page.getByRole("dialog", { name: "Export these articles" });
  await expect(dialog.getByText("The one article of this search")).toBeVisible();
  const address = (await dialog.getByRole("link", { name: "Download" }).getAttribute("href")) ?? "";
  const file = await page.request.get(address);
  expect([file.status(), (await file.text()).includes(word)]).toEqual([200, true]);
  await page.keyboard.press("Escape");
  await choose("Type", "Quotes");
  await expect(page.getByText("Nothing has all of that")).toBeVisible();
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(page.getByText("What are you looking for?")).toBeVisible();
});

test("a search is saved under a name, shared, gone back to and deleted", async ({ signedIn }) => {
  test.setTimeout(120_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("checker")];
  const name = `Claims on ${rare()}`;
  await one.goto(`${SEARCH}?type=claim`);
  const menu = (page: typeof one) => page.getByRole("button", { name: "Saved searches" });
  await menu(one).click();
  await one.getByRole("menuitem", { name: "Save this search…" }).click();
  await expect(one.getByRole("textbox", { name: "Name" })).toBeFocused();
  await one.keyboard.press("Enter");
  await expect(one.getByText("Give it a name of up to 80 characters.")).toBeVisible();
  await one.keyboard.type(name);
  await one.getByRole("checkbox", { name: "Share with the newsroom" }).click();
  await expectAccessible(one, "a search that is saved");
  await one.getByRole("button", { name: "Save", exact: true }).click();
  await expect(one.getByText(`“${name}” is saved`)).toBeVisible();

  await two.goto(SEARCH);
  await menu(two).click();
  await expect(two.getByRole("menuitem", { name: "Nothing is sought yet" })).toBeDisabled();
  await two.getByRole("menuitemradio", { name: `${name}, by Samir Qasem` }).click();
  await expect(two).toHaveURL(/\/search\?type=claim$/);
  await expect(two.getByRole("list", { name: "What was found" })).toBeVisible();

  await menu(one).click();
  await expect(one.getByRole("menuitemradio", { name, exact: true })).toBeChecked();
  await one.getByRole("menuitem", { name: "Rename, share or delete…" }).click();
  await expectAccessible(one, "what is saved");
  await one.getByRole("textbox", { name: `Rename ${name}` }).fill(`${name} now`);
  await one.keyboard.press("Enter");
  await expect(one.getByText(`It is called “${name} now” now`)).toBeVisible();
  await one.getByRole("button", { name: `Delete ${name} now` }).click();
  await expect(one.getByRole("button", { name: `Delete ${name} now` })).toBeHidden();
  await one.getByRole("button", { name: "Undo" }).click();
  await expect(one.getByRole("button", { name: `Delete ${name} now` })).toBeVisible();
});

test("who reads no articles is told who does", async ({ signedIn }) => {
  const page = await signedIn("administrator");
  await expect(page.getByRole("link", { name: "Articles", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Search", exact: true })).toBeHidden();
  await page.goto(SEARCH);
  await expect(page.getByText(/^Searching articles takes the reporter/)).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the search, ${colorScheme}`, async ({ signedIn, onPhone }) => {
    test.setTimeout(120_000);
    const page = await signedIn("copy editor");
    await page.emulateMedia({ colorScheme });
    await page.goto(SEARCH);
    await page.getByText("What are you looking for?").waitFor();
    await expectAccessible(page, "nothing sought");
    await page.goto(`${SEARCH}?q=harbour`);
    await page.getByRole("list", { name: "What was found" }).waitFor();
    await expectAccessible(page, "hits");
    await page.goto(`${SEARCH}?q=harbour&type=quote`);
    await page.getByRole("searchbox", { name: "Speaker" }).waitFor();
    await expectAccessible(page, "attributes");
    await page.goto(`${SEARCH}?q=zebra`);
    await page.getByText("Nothing has all of that").waitFor();
    await expectAccessible(page, "nothing found");
    const phone = await onPhone(page);
    await phone.emulateMedia({ colorScheme });
    await phone.goto(`${SEARCH}?q=harbour`);
    await phone.getByRole("list", { name: "What was found" }).waitFor();
    await expectAccessible(phone, "hits on a phone");
    const width = await phone.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
  });
}
