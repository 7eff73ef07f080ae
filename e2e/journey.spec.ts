import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { newsroom } from "./people";
import { expect, test } from "./test";
import { openCard, saved, tag } from "./workspace";

const DIRECT = "“I’ll believe it when I hear the engine,”";
const MIXED = "“a loss maker until somebody builds a hotel.”";
const SOURCE = "a deckhand with the company, who asked not to be named for fear of losing his job";
const CLAIM = "There are 40 berths on that quay";
const HEDGE = "reportedly";

/** What a reporter's upload is called, and its text: a story with the peculiarities of real copy. */
async function story(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const fixture = await readFile(new URL("fixtures/peculiar.txt", import.meta.url), "utf8");
  return {
    name: "night ferry.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(`${fixture}\nFiled at ${Date.now()}.`),
  };
}

async function upload(page: Page): Promise<string> {
  await page.goto(`${newsroom}/new`);
  await page.getByRole("tab", { name: "Upload" }).click();
  await page.locator("input[type=file]").setInputFiles(await story());
  await page.getByRole("link", { name: /Kelmouth/ }).click();
  await expect(page).toHaveURL(/\/articles\//);
  return new URL(page.url()).pathname;
}

test("a story from upload to export, by a reporter, a checker and a copy editor", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const reporter = await signedIn("reporter");
  const path = await upload(reporter);

  await test.step("the reporter tags it, by keys", async () => {
    await tag(reporter, DIRECT, "q");
    await expect(reporter.locator("[role=comment]", { hasText: "Direct" })).toBeVisible();
    await tag(reporter, MIXED, "q");
    await tag(reporter, SOURCE, "u");
    await reporter.keyboard.press("5");
    await tag(reporter, CLAIM, "c");
    await tag(reporter, HEDGE, "u");
    await saved(reporter);
  });

  const checker = await signedIn("checker");
  await test.step("the checker adds evidence, sets a verdict, and may not approve it", async () => {
    await checker.goto(path);
    const open = await openCard(checker, CLAIM);
    await open.getByRole("button", { name: "Add evidence" }).click();
    const dialog = checker.getByRole("dialog", { name: "Add evidence" });
    await dialog.getByRole("tab", { name: "Add something new" }).click();
    await dialog.getByLabel("What it is").fill("Harbour office, berth register");
    await dialog.getByRole("button", { name: "Add it to this tag" }).click();
    await expect(dialog).toBeHidden();
    await expect(open.getByText("Harbour office, berth register")).toBeVisible();
    await checker.keyboard.press("v");
    await checker.keyboard.press("c");
    await expect(open.getByText("confirmed", { exact: true }).first()).toBeVisible();
    await expect(open.getByText(/Nobody approves their own verdict/)).toBeVisible();
    await expect(open.getByRole("button", { name: "Approve" })).toBeHidden();
    await saved(checker);
  });

  const copyEditor = await signedIn("copy editor");
  await test.step("the copy editor approves it", async () => {
    await copyEditor.goto(path);
    const open = await openCard(copyEditor, CLAIM);
    await copyEditor.keyboard.press("a");
    await expect(open.getByText(/Approved by Samir Qasem/)).toBeVisible();
    await saved(copyEditor);
  });

  await test.step("the story was never moved: every exported offset selects its exact words", async () => {
    const article = path.split("/").at(-1) ?? "";
    const own = await copyEditor.request.get(`/api/export?article=${article}&format=galley-json`);
    const { dossiers } = (await own.json()) as { dossiers: { text: string }[] };
    const characters = Array.from(dossiers[0]?.text ?? "");
    const annotations = await copyEditor.request.get(`/api/export?article=${article}&format=web-annotation`);
    expect(annotations.headers()["content-disposition"]).toMatch(/^attachment/);
    const selected = selections(await annotations.json());
    expect(selected).toHaveLength(5);
    for (const { exact, start, end } of selected) expect(characters.slice(start, end).join("")).toBe(exact);
    const exacts = selected.map(({ exact }) => exact);
    for (const words of [DIRECT, MIXED, SOURCE, CLAIM, HEDGE]) expect(exacts).toContain(words);
    const table = await (await copyEditor.request.get(`/api/export?article=${article}&format=csv`)).text();
    expect(table).toContain(CLAIM);
    expect(table).toContain("approved");
  });
});

interface Selector {
  type?: string;
  exact?: string;
  start?: number;
  end?: number;
}

/** Every target's quote and position in a tree of Web Annotations. */
function selections(value: unknown): { exact: string | undefined; start: number; end: number }[] {
  if (Array.isArray(value)) {
    const selectors = value as Selector[];
    const quote = selectors.find((item) => item.type === "TextQuoteSelector");
    const position = selectors.find((item) => item.type === "TextPositionSelector");
    if (quote && position)
      return [{ exact: quote.exact, start: position.start ?? -1, end: position.end ?? -1 }];
    return value.flatMap(selections);
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(selections) : [];
}
