import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe";
import { newsroom } from "./people";
import { addArticle, tagWord } from "./procedures";
import { comment } from "./speaking";
import { expect, test } from "./test";
import { card, openCard, openHistory, saved, select, tag, text } from "./workspace";

const WALL = ["The harbour wall is 2 kilometres long.", "It was built in 1902.", "Nobody measured it since."];

/** An article by the copy editor, opened in both browsers. */
async function inBoth(one: Page, two: Page): Promise<string> {
  const { id } = await addArticle(one, [`A wall to speak of, ${Date.now()}`, ...WALL].join("\n"));
  for (const page of [one, two]) {
    await page.goto(`/articles/${id}`);
    await expect(text(page)).toBeVisible();
  }
  return id;
}

/** The drawer with every thread of the article. */
const discussion = (page: Page) => page.getByRole("dialog", { name: "Comments and queries" });

test("two people speak about a tag: a mention, a reply as it happens, resolved, and opened again by a reply", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("checker")];
  await inBoth(one, two);
  await tag(one, "2 kilometres long", "c");

  await comment(one, "Is this **from the survey**,", "Ines Okoro");
  const mine = one.getByRole("article", { name: /^Comment by Samir/ });
  await expect(mine.getByRole("strong")).toHaveText("from the survey");
  await expect(mine.getByText("@Ines Okoro", { exact: true })).toBeVisible();
  await expect(mine).toBeFocused();

  const theirs = (await openCard(two, "2 kilometres long")).getByRole("article", {
    name: /^Comment by Samir/,
  });
  await expect(theirs.getByText("from the survey")).toBeVisible();
  await two.keyboard.press("r");
  await expect(two.getByRole("textbox", { name: "Your reply" })).toBeFocused();
  await two.keyboard.type("Yes, of 2019.");
  await two.keyboard.press("Control+Enter");
  await expect(mine.getByText("Yes, of 2019.")).toBeVisible();

  await mine.focus();
  await one.keyboard.press("e");
  await expect(theirs.getByText(/resolved by Samir/)).toBeVisible();
  await theirs.focus();
  await two.keyboard.press("r");
  await two.keyboard.type("Or of 2020?");
  await two.keyboard.press("Control+Enter");
  await expect(mine.getByText("Or of 2020?")).toBeVisible();
  await expect(mine.getByText(/resolved by/)).toBeHidden();
  await expect(one.getByRole("button", { name: /^Comments and queries, 1 open thread/ })).toBeVisible();

  await test.step("one's own words are changed, and marked so for the other", async () => {
    await mine.getByRole("button", { name: "Edit your comment" }).click();
    await one.getByRole("textbox", { name: "Edit your comment" }).fill("From which survey?");
    await one.keyboard.press("Control+Enter");
    await expect(theirs.getByText("From which survey?")).toBeVisible();
    await expect(theirs.getByText(/edited/)).toBeVisible();
  });

  await test.step("a tag that somebody answered is no longer withdrawn by its author", async () => {
    await expect(card(one).getByRole("button", { name: "Withdraw", exact: true })).toBeHidden();
    await expect(card(one).getByRole("button", { name: "Dismiss" })).toBeVisible();
  });
});

test("words are spoken of without a tag, and the article as a whole; nothing typed is lost", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("checker")];
  await inBoth(one, two);
  await select(one, "built in 1902");
  await one
    .getByRole("toolbar", { name: "Tag the selection" })
    .getByRole("button", { name: "Comment" })
    .click();
  const field = discussion(one).getByRole("textbox", { name: "Your comment" });
  await expect(field).toBeFocused();
  await expect(discussion(one).getByText("built in 1902")).toBeVisible();
  await field.fill("By whom?");
  await one.keyboard.press("Escape");
  await expect(field).toBeHidden();
  await one.reload();
  await select(one, "built in 1902");
  await one.keyboard.press("m");
  await expect(field).toHaveValue("By whom?");
  await one.keyboard.press("Control+Enter");
  const sign = two.getByRole("button", { name: "1 open thread about “built in 1902”" });
  await sign.click();
  const thread = discussion(two).getByRole("article", {
    name: "Comment by Samir Qasem about “built in 1902”",
  });
  await expect(thread).toBeFocused();
  await two.keyboard.press("e");
  await expect(sign).toBeHidden();
  await expect(discussion(two).getByText("Nothing is open")).toBeVisible();

  await discussion(two).getByRole("button", { name: "Comment on the article" }).click();
  await two.keyboard.type("- Ready?\n- Soon");
  await two.keyboard.press("Control+Enter");
  await discussion(one).getByRole("listitem").filter({ hasText: "Ready?" }).first().waitFor();
  await expect(
    discussion(one)
      .getByRole("article", { name: /^Comment by Ines/ })
      .getByRole("listitem"),
  ).toHaveCount(3);
});

test("what is said is named by its words in the history and in what can be undone, and shows on the smallest cards", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn("copy editor");
  const crowd = "Ten boats, nine crews, eight nets, seven lamps, six bells and five ropes were lost.";
  const article = await addArticle(
    page,
    `A crowd to speak of, ${Date.now()}\n${crowd}\nNobody counted twice.`,
  );
  for (const word of ["Ten", "boats", "nine", "crews", "nets", "lamps", "bells", "ropes"])
    await tagWord(page, article, word);
  await page.goto(`/articles/${article.id}`);
  const said = (words: string) =>
    page.getByRole("article", { name: /^Comment by/ }).filter({ hasText: words });
  const compact = page.locator("[role=comment][data-compact]");
  await expect(compact.first()).toBeVisible();
  await page.locator("mark", { hasText: "nets" }).click();
  await comment(page, "Eight, or nine?");
  await page.keyboard.press("Escape");
  await select(page, "Nobody counted");
  await comment(page, "Why not?");
  await page.keyboard.press("Escape");
  await page.locator("mark", { hasText: "boats" }).click();
  await expect(compact.filter({ hasText: "nets" })).toContainText("1 comment, 1 open thread");
  await expect(compact.filter({ hasText: "lamps" })).not.toContainText("comment");

  await page.getByRole("button", { name: "What you did" }).click();
  const undoable = page.getByRole("dialog", { name: "Undo and redo" }).getByRole("listitem");
  await expect(undoable.filter({ hasText: "Commented" })).toHaveText([/Nobody counted/, /nets/]);
  await page.keyboard.press("Escape");

  const history = await openHistory(page);
  const entry = history.getByRole("listitem");
  await entry.filter({ hasText: "Eight, or nine?" }).getByRole("button", { name: "Claim nets" }).click();
  await expect(history).toBeHidden();
  await expect(said("Eight, or nine?")).toBeFocused();
  await openHistory(page);
  await entry.filter({ hasText: "tagged this" }).getByRole("button", { name: "Claim bells" }).click();
  await expect(history).toBeHidden();
  await expect(card(page)).toContainText("bells");
  await openHistory(page);
  await entry.filter({ hasText: "Why not?" }).getByRole("button", { name: "Nobody counted" }).click();
  await expect(discussion(page)).toBeVisible();
  await expect(said("Why not?")).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing where people speak, ${colorScheme}`, async ({ signedIn }) => {
    test.setTimeout(120_000);
    const page = await signedIn("copy editor");
    await page.emulateMedia({ colorScheme });
    await page.goto(newsroom);
    const { id } = await addArticle(page, [`A wall for axe, ${Date.now()}`, ...WALL].join("\n"));
    await page.goto(`/articles/${id}`);
    await tag(page, "2 kilometres long", "c");
    await page.keyboard.press("w");
    await page.getByRole("textbox", { name: "Your query" }).fill("Who measured, @c");
    await expectAccessible(page, "a query that is written in a card");
    await page.getByRole("textbox", { name: "Your query" }).pressSequentially("h");
    await page.getByRole("listbox").waitFor();
    await expectAccessible(page, "whom to mention");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await select(page, "built in 1902");
    await page.keyboard.press("m");
    await page.keyboard.type("By `whom`? See https://example.org/minutes");
    await page.keyboard.press("Control+Enter");
    await expect(discussion(page).getByRole("article")).toBeVisible();
    await saved(page);
    await expectAccessible(page, "all threads");
    await page.setViewportSize({ width: 390, height: 800 });
    await expectAccessible(page, "all threads on a phone");
  });
}

test("a query goes to its addressee, who finds it on their list and answers it there", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("checker")];
  await two.goto(newsroom);
  const { id } = await addArticle(one, [`A wall to ask of, ${Date.now()}`, ...WALL].join("\n"));
  await one.goto(`/articles/${id}`);
  await tag(one, "2 kilometres long", "c");
  await one.keyboard.press("w");
  const field = one.getByRole("textbox", { name: "Your query" });
  await field.fill("Who measured it?");
  await one.keyboard.press("Control+Enter");
  await expect(one.getByText("Choose who should answer.")).toBeVisible();
  await one.getByRole("combobox", { name: "Who should answer?" }).click();
  await one.getByRole("option", { name: /^Ines Okoro/ }).click();
  await one.getByLabel(/^Wanted by/).fill("2020-01-02T10:00");
  await one.getByRole("button", { name: "Ask", exact: true }).last().click();
  const asked = one.getByRole("article", { name: /^Query by Samir/ });
  await expect(asked.getByText("to Ines Okoro")).toBeVisible();

  await expect(two.getByRole("link", { name: /^Queue\s*\d+ quer/ })).toBeVisible();
  await two.keyboard.press("g");
  await two.keyboard.press("w");
  await expect(two).toHaveURL(/\/queue\/waiting$/);
  const row = two.getByRole("listitem").filter({ hasText: "Who measured it?" });
  await expect(row.getByText(/overdue since/)).toBeVisible();
  await expect(row.getByText("2 kilometres long")).toBeVisible();
  await expectAccessible(two, "what waits for somebody");

  await test.step("the row leads to the tag", async () => {
    await two.keyboard.press("j");
    await expect(row.getByRole("link")).toBeFocused();
    await two.keyboard.press("Enter");
    await expect(two).toHaveURL(/#thread=/);
    await expect(card(two).getByRole("article", { name: /^Query by Samir/ })).toBeFocused();
    await two.goBack();
  });

  await row.getByRole("link").focus();
  await two.keyboard.press("r");
  await expect(row.getByRole("textbox", { name: "Your reply" })).toBeFocused();
  await expectAccessible(two, "an answer that is written in the list");
  await two.keyboard.type("The harbour office, in 2019.");
  await two.keyboard.press("Control+Enter");
  await expect(row).toBeHidden();
  await expect(asked.getByText("The harbour office, in 2019.")).toBeVisible();
  await expect(asked.getByText(/resolved by Ines/)).toBeVisible();
  await two.getByRole("button", { name: "Undo" }).click();
  await expect(row).toBeVisible();
  await expect(asked.getByText(/resolved by Ines/)).toBeHidden();
});

test("words of a comment are removed from the record, for everybody", async ({ signedIn }) => {
  test.setTimeout(120_000);
  const [one, two] = [await signedIn("managing editor"), await signedIn("checker")];
  await inBoth(one, two);
  // What is typed before the field has come is for the field, and no key of the page.
  await two.route("**/_next/static/**", (route) => setTimeout(() => void route.continue(), 300));
  await two.keyboard.press("m");
  await two.keyboard.type("It was Quayle who told us.");
  await expect(two.getByRole("textbox", { name: "Your comment" })).toHaveValue("It was Quayle who told us.");
  await two.keyboard.press("Control+Enter");
  const said = discussion(two).getByRole("article", { name: /^Comment by Ines/ });
  await expect(said.getByText("Quayle")).toBeVisible();
  const history = await openHistory(one);
  const entry = history.getByRole("listitem").filter({ hasText: "Quayle" });
  await entry.getByRole("button", { name: "Remove these words from the record…" }).click();
  await one.getByRole("textbox", { name: /Reason/ }).fill("A source.");
  await one.getByRole("button", { name: "Remove for good" }).click();
  await expect(said.getByText(/^removed on/)).toBeVisible();
  await expect(said.getByText("Quayle")).toBeHidden();
});
