import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe";
import { newsroom } from "./people";
import { addArticle, setDeadline, tagWord } from "./procedures";
import { expect, forgive, forgiveFailed, listen, test } from "./test";

/** What waits for whom: gone through by keys, decided one by one and many at once, given and shared out. */

const queue = `${newsroom}/queue`;
const WORDS = ["The wall is long", "It was built early", "Nobody paid for it", "It leans"] as const;
const ROW = /long|built early|paid for|leans/;

/** An article of the copy editor's with a claim in each paragraph, so long overdue that it is first in every queue. */
async function overdue(editor: Page, at: number): Promise<void> {
  const added = await addArticle(
    editor,
    [`A leaning wall, ${Date.now()}`, ...WORDS.map((w) => `${w}.`)].join("\n"),
  );
  for (const words of WORDS) await tagWord(editor, added, words);
  await setDeadline(editor, added, at);
}

const rowsOf = (page: Page) =>
  page
    .getByRole("list", { name: /^Tags in the queue/ })
    .getByRole("listitem")
    .filter({ hasText: "A leaning wall" });
const linkOf = (page: Page, words: string) => rowsOf(page).getByRole("link", { name: words });
const context = (page: Page) => page.getByRole("complementary", { name: "The tag in its context" });

test("a checker goes through the queue by keys: looks, decides, takes back, decides many at once", async ({
  signedIn,
  complaints,
}) => {
  test.setTimeout(120_000);
  const editor = await signedIn("copy editor");
  await overdue(editor, 1_000);
  const checker = await signedIn("checker");
  await checker.goto(newsroom);
  await checker.getByRole("heading", { level: 1, name: "Articles" }).waitFor();
  await checker.keyboard.press("g");
  await checker.keyboard.press("r");
  await expect(checker.getByRole("heading", { level: 1, name: "My next" })).toBeVisible();
  await expect(rowsOf(checker)).toHaveCount(4);
  await expect(rowsOf(checker).first()).toContainText("Overdue since");

  await test.step("the present row stands in its context", async () => {
    await checker.keyboard.press("j");
    await expect(linkOf(checker, WORDS[0])).toBeFocused();
    await checker.keyboard.press("j");
    await expect(linkOf(checker, WORDS[1])).toBeFocused();
    await expect(context(checker).locator("mark")).toHaveText(WORDS[1]);
    await expect(context(checker)).toContainText("The wall is long.");
    await expect(context(checker)).toContainText("Rests on nothing yet");
    await expectAccessible(checker, "the queue");
  });

  const tried = async (verdict: string) => {
    await checker.keyboard.press("v");
    await checker.keyboard.press("u");
    const dialog = checker.getByRole("dialog", { name: `Verdict “unverifiable” on ${verdict}` });
    await dialog.getByRole("button", { name: "Set the verdict" }).click();
    await expect(dialog.getByText("Unverifiable needs a note on what was tried.")).toBeVisible();
    await dialog.getByRole("textbox").fill("Called the port twice.");
    await expectAccessible(checker, "a verdict that lacks something");
    await dialog.getByRole("button", { name: "Set the verdict" }).click();
    await expect(dialog).toBeHidden();
  };

  await test.step("what is decided goes, and the next has the keyboard", async () => {
    await tried("1 tag");
    await expect(rowsOf(checker)).toHaveCount(3);
    await expect(linkOf(checker, WORDS[2])).toBeFocused();
    await checker.keyboard.press("Control+z");
    await expect(rowsOf(checker)).toHaveCount(4);
  });

  await test.step("many at once, and one undo", async () => {
    await linkOf(checker, WORDS[1]).focus();
    await checker.keyboard.press("Space");
    await checker.keyboard.press("j");
    await checker.keyboard.press("j");
    await checker.keyboard.press("Shift+Space");
    const bar = checker.getByRole("toolbar", { name: "What to do with the chosen tags" });
    await expect(bar).toContainText("3 tags chosen");
    await tried("3 tags");
    await expect(checker.getByText("Verdict set on 3 tags")).toBeVisible();
    await expect(rowsOf(checker)).toHaveCount(1);
    // The row that took the place of the first of them, from another article.
    const second = checker
      .getByRole("list", { name: /^Tags in the queue/ })
      .getByRole("listitem")
      .nth(1);
    await expect(second.getByRole("link")).toBeFocused();
    await bar.getByRole("button", { name: "Undo the last" }).click();
    await expect(rowsOf(checker)).toHaveCount(4);
  });

  await test.step("a verdict rests on what is added there and then", async () => {
    const reference = `Soundings of the wall, ${Date.now()}`;
    await linkOf(checker, WORDS[0]).focus();
    await checker.keyboard.press("v");
    await checker.keyboard.press("c");
    const dialog = checker.getByRole("dialog", { name: "Verdict “confirmed” on 1 tag" });
    await dialog.getByRole("button", { name: "Set the verdict" }).click();
    await expect(dialog.getByText("A verdict rests on evidence: choose an item.")).toBeVisible();
    await dialog.getByRole("tab", { name: "Add something new" }).click();
    await dialog.getByLabel("What it is").fill(reference);
    await expectAccessible(checker, "a verdict with new evidence");
    await dialog.getByRole("button", { name: "Add it and use it" }).click();
    await expect(dialog.getByText(reference)).toBeVisible();
    await dialog.getByRole("button", { name: "Set the verdict" }).click();
    await expect(dialog).toBeHidden();
    await expect(rowsOf(checker)).toHaveCount(3);
    // The message's undo means what it tells of, though something was done after that in another tab.
    const undo = checker.getByRole("button", { name: "Undo", exact: true });
    await undo.hover();
    const tab = await checker.context().newPage();
    await listen(tab, complaints);
    // The row that has the focus is the present one also where it had it before the page could hear.
    let haveScripts = () => {};
    const isFocused = new Promise<void>((resolve) => {
      haveScripts = resolve;
    });
    await tab.route("**/_next/static/**/*.js", async (route) => {
      await isFocused;
      await route.continue();
    });
    await tab.goto(queue, { waitUntil: "commit" });
    await linkOf(tab, WORDS[3]).focus();
    haveScripts();
    await expect(context(tab).locator("mark")).toHaveText(WORDS[3]);
    await tab.keyboard.press("i");
    await expect(tab.getByText("1 tag taken")).toBeVisible();
    await undo.click();
    await expect(rowsOf(checker)).toHaveCount(4);
    const other = rowsOf(tab).filter({ has: tab.getByRole("link", { name: WORDS[3] }) });
    await expect(other).toContainText("with you");
    await tab.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(other).not.toContainText("with you");
    await tab.close();
  });

  await test.step("a query is asked, and taken back", async () => {
    await linkOf(checker, WORDS[0]).focus();
    await checker.keyboard.press("w");
    const dialog = checker.getByRole("dialog", { name: "Ask about this tag" });
    await dialog.getByRole("textbox", { name: "Your question" }).fill("Who measured it?");
    await dialog.getByRole("combobox").click();
    await checker.getByRole("option", { name: /^Samir Qasem/ }).click();
    // What was written is still there after a connection that failed.
    await checker.route(/articles\.execute/, (route) => route.abort());
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(dialog.getByRole("alert")).toBeVisible();
    await expect(dialog.getByRole("textbox", { name: "Your question" })).toHaveValue("Who measured it?");
    await checker.unroute(/articles\.execute/);
    forgiveFailed(complaints);
    await dialog.getByRole("button", { name: "Ask", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(checker.getByText("Query asked")).toBeVisible();
    await linkOf(checker, WORDS[0]).focus();
    await expect(context(checker)).toContainText("1 open thread");
    await checker.keyboard.press("Control+z");
    await expect(context(checker)).not.toContainText("1 open thread");
  });

  await test.step("what is taken is one’s own", async () => {
    await linkOf(checker, WORDS[3]).focus();
    await checker.keyboard.press("i");
    const rowOf = (words: string) =>
      rowsOf(checker).filter({ has: checker.getByRole("link", { name: words }) });
    const taken = rowOf(WORDS[3]);
    await expect(taken).toContainText("with you");
    await linkOf(checker, WORDS[2]).focus();
    await checker.keyboard.press("Space");
    await linkOf(checker, WORDS[3]).focus();
    await checker.keyboard.press("Space");
    await checker.keyboard.press("i");
    await expect(rowOf(WORDS[2])).toContainText("with you");
    await expect(taken).toContainText("Passed over: no such step is left here");
    await checker.keyboard.press("Control+z");
    await expect(rowOf(WORDS[2])).not.toContainText("with you");
    await expect(taken).not.toContainText("Passed over");
    await checker.getByRole("button", { name: "Given to me", pressed: false }).click();
    await expect(checker).toHaveURL(/mine=true/);
    await expect(rowsOf(checker)).toHaveCount(1);
    await checker.keyboard.press("j");
    await checker.keyboard.press("i");
    await expect(rowsOf(checker)).toHaveCount(0);
  });
});

test("an editor gives work by load, and each tag of a batch says for itself what stood in the way", async ({
  signedIn,
  complaints,
}) => {
  test.setTimeout(120_000);
  const editor = await signedIn("copy editor");
  await overdue(editor, 2_000);
  const standards = await signedIn("managing editor");
  await standards.goto(`${queue}?queue=unclaimed&type=claim`);
  const mine = rowsOf(standards).filter({ hasText: ROW });
  await expect(mine.first()).toBeVisible();

  await test.step("shared out among two", async () => {
    await mine.nth(0).getByRole("checkbox").check();
    await mine.nth(1).getByRole("checkbox").check();
    // A box that was ticked keeps no key from the page.
    await standards.keyboard.press("Escape");
    await expect(standards.getByText(/tags chosen/)).toBeHidden();
    await mine.nth(0).getByRole("checkbox").check();
    await mine.nth(1).getByRole("checkbox").check();
    await standards.getByRole("button", { name: "Give to…" }).click();
    const dialog = standards.getByRole("dialog", { name: "Give 2 tags to…" });
    await dialog.getByRole("radio", { name: "By load" }).click();
    await dialog.getByRole("button", { name: "Give", exact: true }).click();
    await expect(dialog.getByText("Choose somebody.")).toBeVisible();
    await dialog.getByRole("checkbox", { name: /^Ines Okoro/ }).check();
    await expectAccessible(standards, "giving tags");
    await dialog.getByRole("button", { name: "Give", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(standards.getByText("2 tags given")).toBeVisible();
  });

  await test.step("a refusal stands in its row", async () => {
    const own = await signedIn("copy editor");
    await own.goto(`${queue}?queue=unclaimed&type=claim`);
    // The story is the copy editor's own.
    const row = rowsOf(own).filter({ hasText: ROW }).first();
    await row.getByRole("link").focus();
    await own.keyboard.press("v");
    await own.keyboard.press("u");
    const dialog = own.getByRole("dialog");
    await dialog.getByRole("textbox").fill("Called the port twice.");
    await dialog.getByRole("button", { name: "Set the verdict" }).click();
    // With what was written, which is not lost with the refusal.
    await expect(dialog.getByRole("alert")).toContainText("Nobody checks their own story.");
    await expect(dialog.getByRole("textbox")).toHaveValue("Called the port twice.");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(row.getByRole("alert")).toContainText("Nobody checks their own story.");
    forgive(complaints, "403");
  });
});

test("the queue is for those who read articles, and its other views stand at addresses of their own", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const editor = await signedIn("copy editor");
  const views = { stale: "Stale", risk: "Desk at risk", debts: "Debts", unclaimed: "Unclaimed" };
  for (const [name, title] of Object.entries(views)) {
    await editor.goto(`${queue}?queue=${name}`);
    await expect(editor.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectAccessible(editor, title);
  }
  await editor.getByRole("link", { name: /^Waiting for me/ }).click();
  await expect(editor.getByRole("heading", { level: 1, name: "Waiting for me" })).toBeVisible();
  const admin = await signedIn("administrator");
  await admin.goto(queue);
  await expect(admin.getByText(/^The queue takes the reporter/)).toBeVisible();
});
