import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

import { expectAccessible } from "./axe";
import { newsroom } from "./people";
import { addArticle, tagWord } from "./procedures";
import { expect, forgiveFailed, test } from "./test";
import { card, markOf, openCard, saved, text } from "./workspace";

const CLAIM = "2 kilometres";

/** A file whose bytes are like nothing else's. */
function fileOf(name: string, bytes = 200_000) {
  const buffer = Buffer.alloc(bytes, `${randomUUID()}\n`);
  return { file: { name, mimeType: "text/plain", buffer }, sha256: sha256(buffer) };
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Chooses a file by the button, as the system's own window would. */
async function choose(page: Page, within: Locator, file: ReturnType<typeof fileOf>["file"]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await within.getByRole("button", { name: "Choose a file…" }).click();
  await (await choosing).setFiles(file);
}

/** The hash of what the link downloads, and the name that it is saved under. */
async function downloaded(page: Page, link: Locator): Promise<{ name: string; sha256: string }> {
  const downloading = page.waitForEvent("download");
  await link.click();
  const download = await downloading;
  return { name: download.suggestedFilename(), sha256: sha256(await readFile(await download.path())) };
}

/** An article of the copy editor's with one claim, by its address. */
async function claimed(page: Page): Promise<string> {
  const article = await addArticle(page, `A wall to prove, ${randomUUID()}\n\nIt is 2 kilometres long.`);
  await tagWord(page, article, CLAIM);
  return `/articles/${article.id}`;
}

/** Opens the tag's card and its dialog for evidence, where something new is added. */
async function adding(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  await expect(text(page)).toBeVisible();
  const opened = await openCard(page, CLAIM);
  await opened.getByRole("button", { name: "Add evidence" }).click();
  return page.getByRole("dialog", { name: "Add evidence" });
}

async function confirm(page: Page): Promise<void> {
  await page.keyboard.press("v");
  await page.keyboard.press("c");
  await expect(card(page).getByText("confirmed", { exact: true }).first()).toBeVisible();
  await saved(page);
}

test("a file is attached, comes out the same, carries two articles’ verdicts, and takes their ground when withdrawn", async ({
  signedIn,
}) => {
  test.setTimeout(300_000);
  const [editor, checker] = [await signedIn("copy editor"), await signedIn("checker")];
  const [first, second] = [await claimed(editor), await claimed(editor)];
  const reference = `Survey of the wall, ${randomUUID()}`;
  const survey = fileOf("Überblick 2019.txt");

  await test.step("with a new item, from a tag’s card; one too large is refused before it is sent", async () => {
    const dialog = await adding(checker, first);
    await dialog.getByRole("tab", { name: "Add something new" }).click();
    await dialog.getByLabel("What it is").fill(reference);
    await choose(checker, dialog, fileOf("tape.wav", 25_000_001).file);
    await expect(dialog.getByRole("alert")).toContainText(
      "“tape.wav” has 25 MB; a file may have up to 25 MB. Nothing was sent.",
    );
    await choose(checker, dialog, survey.file);
    await expect(dialog.getByRole("alert")).toBeHidden();
    await expectAccessible(checker, "evidence with a file");
    await dialog.getByRole("button", { name: "Add it to this tag" }).click();
    await expect(dialog).toBeHidden();
    await confirm(checker);
  });

  await test.step("in a second article it is found with its file, and used", async () => {
    const dialog = await adding(checker, second);
    await dialog.getByRole("searchbox", { name: "Find by name, place or note" }).fill(reference);
    const row = dialog.getByRole("listitem").filter({ hasText: reference });
    await expect(row.getByText("used by 1 tag")).toBeVisible();
    expect(await downloaded(checker, row.getByRole("link", { name: "Download Überblick 2019.txt" }))).toEqual(
      {
        name: "Überblick 2019.txt",
        sha256: survey.sha256,
      },
    );
    await row.getByRole("button", { name: /^Use/ }).click();
    await expect(dialog).toBeHidden();
    await confirm(checker);
  });

  await test.step("the newsroom’s page finds it by the file’s name, and leads to each tag", async () => {
    await editor.goto(newsroom);
    await editor.keyboard.press("g");
    await editor.keyboard.press("e");
    await expect(editor.getByRole("heading", { name: "Evidence", level: 1 })).toBeVisible();
    await editor.getByRole("searchbox", { name: "Search evidence" }).fill(reference);
    await expect(editor.getByText("1 item shown")).toBeVisible();
    await expectAccessible(editor, "the list of evidence");
    await editor.keyboard.press("Tab");
    await editor.getByRole("link", { name: reference }).press("Enter");
    await expect(editor.getByRole("heading", { name: reference })).toBeVisible();
    await expect(editor.getByText(survey.sha256.slice(0, 12))).toBeVisible();
    const uses = editor.getByRole("list", { name: "What rests on it" });
    await expect(uses.getByText("checked")).toHaveCount(2);
    for (const scheme of ["light", "dark"] as const) {
      await editor.emulateMedia({ colorScheme: scheme });
      await expectAccessible(editor, `an evidence item, ${scheme}`);
    }
    await uses.getByRole("link").first().click();
    await expect(editor).toHaveURL(/\/articles\/.*#tag=/);
    await expect(markOf(editor, CLAIM)).toBeFocused();
    await editor.goBack();
  });

  await test.step("withdrawn with a reason, both verdicts go stale", async () => {
    await editor.getByRole("button", { name: "Withdraw…" }).click();
    const dialog = editor.getByRole("dialog", { name: "Withdraw this evidence?" });
    await dialog.getByLabel("Reason").fill("The survey was of another wall.");
    await dialog.getByRole("button", { name: "Withdraw it" }).click();
    await expect(dialog).toBeHidden();
    const uses = editor.getByRole("list", { name: "What rests on it" });
    await expect(uses.getByText("stale")).toHaveCount(2);
    await expect(editor.getByText("The survey was of another wall.")).toBeVisible();
    await checker.goto(first);
    await expect(await openCard(checker, CLAIM)).toContainText("stale");
  });
});

test("an upload that is stopped or lost loses nothing, and is sent again", async ({
  signedIn,
  complaints,
}) => {
  const page = await signedIn("checker");
  await page.goto(`${newsroom}/evidence`);
  await page.getByRole("button", { name: "Add evidence" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add evidence" });
  const reference = `Tape of the meeting, ${randomUUID()}`;
  await dialog.getByLabel("What it is").fill(reference);
  const tape = fileOf("tape.txt", 3_000_000);
  await choose(page, dialog, tape.file);

  await page.route("**/api/evidence?*", () => undefined);
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog.getByRole("progressbar")).toHaveAttribute("aria-valuetext", /%$/);
  await dialog.getByRole("button", { name: "Stop the upload" }).click();
  await expect(dialog.getByRole("alert")).toContainText("You stopped the upload");
  await expect(dialog.getByRole("alert")).toContainText("The evidence item is saved");

  await page.unroute("**/api/evidence?*");
  await page.route("**/api/evidence?*", (route) => route.abort("failed"));
  await dialog.getByRole("button", { name: "Send the file again" }).click();
  await expect(dialog.getByRole("alert")).toContainText("The connection was lost on the way");
  forgiveFailed(complaints);

  await page.unroute("**/api/evidence?*");
  await dialog.getByRole("button", { name: "Send the file again" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: reference }).click();
  const link = page.getByRole("link", { name: "Download tape.txt" });
  expect(await downloaded(page, link)).toEqual({ name: "tape.txt", sha256: tape.sha256 });
});

test("a file comes later by dropping it, and is removed from the record for good", async ({ signedIn }) => {
  const page = await signedIn("managing editor");
  await page.goto(`${newsroom}/evidence`);
  await page.getByRole("button", { name: "Add evidence" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Add evidence" });
  const reference = `Letter of a reader, ${randomUUID()}`;
  await dialog.getByLabel("What it is").fill(reference);
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole("link", { name: reference }).click();
  await expect(page.getByText("No file is attached.")).toBeVisible();

  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["Dear editor"], "anna-pohl.txt"));
    return data;
  });
  await page.dispatchEvent("main", "drop", { dataTransfer: dropped });
  await page.getByRole("button", { name: "Attach the file" }).click();
  const link = page.getByRole("link", { name: "Download anna-pohl.txt" });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href")) ?? "";
  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({
    "content-disposition": `attachment; filename="anna-pohl.txt"; filename*=UTF-8''anna-pohl.txt`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  });

  await page.getByRole("button", { name: "Remove from the record…" }).click();
  const removal = page.getByRole("dialog", { name: "Remove from the record?" });
  await expect(removal.getByRole("combobox", { name: "What to remove" })).toContainText("The file");
  await removal.getByLabel("Reason").fill("She asked for it.");
  await removal.getByRole("button", { name: "Remove for good" }).click();
  await expect(page.getByText("Removed from the record: She asked for it.")).toBeVisible();
  await expect(page.getByText("anna-pohl")).toHaveCount(0);
  expect((await page.request.get(address)).status()).toBe(404);
});

test("whoever may not see the newsroom’s evidence finds no way to it, and is told who can", async ({
  signedIn,
}) => {
  const page = await signedIn("administrator");
  await expect(page.getByRole("navigation").getByRole("link", { name: "Evidence" })).toHaveCount(0);
  await page.goto(`${newsroom}/evidence`);
  await expect(page.getByText(/Seeing the newsroom’s evidence takes/)).toBeVisible();
});
