import type { Page } from "@playwright/test";

import { newsroom } from "./people";
import { expect, test } from "./test";
import { saved, select } from "./workspace";

const STORY = [
  "Kelmouth wants its ferry back",
  "",
  "The ferry left in May. Nobody in Kelmouth has seen the ferry since, and the ferryman has gone.",
  "",
  "Ferry or not, the mayor said, the town will wait. The ferry was built in 1902.",
].join("\n");

async function upload(page: Page): Promise<void> {
  await page.goto(`${newsroom}/new`);
  await page.getByRole("tab", { name: "Upload" }).click();
  const buffer = Buffer.from(`${STORY}\n\nFiled at ${Date.now()}.`);
  await page.locator("input[type=file]").setInputFiles({ name: "ferry.txt", mimeType: "text/plain", buffer });
  await page.getByRole("link", { name: /Kelmouth wants/ }).click();
  await expect(page).toHaveURL(/\/articles\//);
}

test("the same words everywhere, many tags changed at once, and undo one can see", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  await upload(page);
  const marks = page.locator("mark");
  const rows = page.getByRole("list", { name: "All tags" }).locator("[data-row]");

  await test.step("all occurrences, by keys: one place is let go, the rest is one command", async () => {
    await select(page, "ferry left");
    await page.evaluate(() => getSelection()?.modify("extend", "backward", "word"));
    await page.keyboard.press("o");
    const dialog = page.getByRole("dialog", { name: "Tag all occurrences" });
    const places = dialog.getByRole("option");
    await expect(places).toHaveCount(4);
    await dialog.getByRole("switch", { name: /1 more in other letters/ }).click();
    await expect(places).toHaveCount(5);
    await page.keyboard.press("c");
    await places.first().press("End");
    await page.keyboard.press("Space");
    await dialog.getByRole("button", { name: "Add 4 claims" }).press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText("4 claims added")).toBeVisible();
    await expect(marks).toHaveCount(4);
    await saved(page);
  });

  await test.step("those that are tagged are left out when it is asked again", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("o");
    const dialog = page.getByRole("dialog", { name: "Tag all occurrences" });
    await expect(dialog.getByText(/3 are claims already/)).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("what undo would take back stands in its button and in the list, also after a reload", async () => {
    await page.reload();
    await expect(page.getByRole("button", { name: "Undo: Added 4 claims" })).toBeVisible();
    await page.keyboard.press("z");
    await page.getByRole("button", { name: /^Added 4 claims/ }).click();
    await expect(marks).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Redo: Added 4 claims" }).click();
    await expect(marks).toHaveCount(4);
    await saved(page);
  });

  await test.step("several tags are dismissed with one reason, and come back with one undo", async () => {
    await rows.first().press("Space");
    await rows.first().press("End");
    await page.keyboard.press("Shift+Space");
    await expect(page.getByText("4 chosen")).toBeVisible();
    await page.keyboard.press("x");
    const dialog = page.getByRole("dialog", { name: "Dismiss 4 tags" });
    await dialog.getByLabel("Reason").fill("A word is no claim.");
    await dialog.getByRole("button", { name: "Dismiss 4 tags" }).click();
    await expect(marks).toHaveCount(0);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(marks).toHaveCount(4);
  });

  await test.step("what cannot be changed is said before", async () => {
    await rows.first().press("Control+a");
    await page.getByRole("button", { name: "Change", exact: true }).click();
    await page.getByRole("menuitem", { name: "Approve" }).click();
    const dialog = page.getByRole("dialog", { name: "Approve 4 tags" });
    await expect(dialog.getByText(/^4 of 4: Only a checked tag can be approved/)).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Approve 0 tags" })).toBeDisabled();
  });
});

test("several articles at once: each has its own result, and one undo takes all back", async ({
  signedIn,
}) => {
  const page = await signedIn("copy editor");
  await upload(page);
  await upload(page);
  await page.goto(newsroom);
  const list = page.getByRole("list", { name: "Articles" });
  const rows = list.getByRole("listitem").filter({ hasText: "Kelmouth wants its ferry back" });
  const before = await rows.count();
  await rows.nth(0).getByRole("link").press("Space");
  await rows.nth(1).getByRole("link").press("Shift+Space");
  const bar = page.getByRole("toolbar", { name: "The chosen articles" });
  await expect(bar.getByText("2 chosen")).toBeVisible();
  await bar.getByRole("button", { name: "Archive" }).click();
  await expect(page.getByText("2 articles archived", { exact: true })).toBeVisible();
  await expect(rows).toHaveCount(before - 2);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("2 articles are as they were")).toBeVisible();
  await expect(rows).toHaveCount(before);
  // What one did last is in the log: a reload forgets nothing, and what was taken back can be done again.
  await page.reload();
  await expect(page.getByRole("button", { name: "Undo: 2 articles restored" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(rows).toHaveCount(before - 2);
  await page.getByRole("button", { name: "Undo: 2 articles archived" }).click();
  await expect(rows).toHaveCount(before);
});
