import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { APIResponse, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";

import { newsroom } from "./people";
import { expect, test } from "./test";
import { openCard, saved, tag } from "./workspace";

const DIRECT = "“I’ll believe it when I hear the engine,”";
const MIXED = "“a loss maker until somebody builds a hotel.”";
const ENCLOSING = '"There are 40 berths on that quay, and nobody has booked one of them for a night boat."';
const SOURCE = "a deckhand with the company, who asked not to be named for fear of losing his job";
const CLAIM = "There are 40 berths on that quay";
const HEDGE = "reportedly";
const ALL = [DIRECT, MIXED, ENCLOSING, SOURCE, CLAIM, HEDGE];

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
    await tag(reporter, ENCLOSING, "q");
    await tag(reporter, CLAIM, "c");
    await tag(reporter, HEDGE, "u");
    await saved(reporter);
  });

  const checker = await signedIn("checker");
  await test.step("the checker adds evidence, sets a verdict, and may not approve it", async () => {
    await checker.goto(path);
    const open = await openCard(checker, CLAIM);
    await checker.keyboard.press("v");
    await checker.keyboard.press("c");
    await expect(open.getByText("A verdict rests on evidence.")).toBeInViewport({ ratio: 1 });
    await checker.keyboard.press("Escape");
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
    const refused = await approve(checker, path);
    expect(refused.status(), "the server itself refuses it").toBe(403);
    expect(await refused.text()).toContain("Nobody approves their own verdict");
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
    const { text, tags } = await exported(copyEditor, path);
    const characters = Array.from(text);
    const told = (words: string) => tags.find(({ exact }) => exact === words);
    expect(told(CLAIM)).toMatchObject({ type: "claim", state: "approved", attributes: { kind: "quantity" } });
    expect(told(SOURCE)).toMatchObject({ type: "uncertainty", attributes: { kind: "anonymous" } });
    expect(told(DIRECT)).toMatchObject({ type: "quote", attributes: { form: "direct" } });
    expect(told(ENCLOSING)).toMatchObject({ type: "quote", attributes: { form: "direct" } });
    expect(told(MIXED)).toMatchObject({ type: "quote", attributes: { form: "mixed" } });
    const annotations = await copyEditor.request.get(`/api/export?article=${article}&format=web-annotation`);
    expect(annotations.headers()["content-disposition"]).toMatch(/^attachment/);
    const selected = selections(await annotations.json());
    expect(selected).toHaveLength(ALL.length);
    for (const { exact, start, end } of selected) expect(characters.slice(start, end).join("")).toBe(exact);
    expect(selected.map(({ exact }) => exact).sort()).toEqual([...ALL].sort());
    const table = await copyEditor.request.get(`/api/export?article=${article}&format=csv`);
    const rows = parse<Record<string, string>>(await table.text(), { bom: true, columns: true });
    expect(rows.map(({ exact }) => unguarded(exact)).sort()).toEqual([...ALL].sort());
    for (const { start, end, exact } of rows)
      expect(characters.slice(Number(start), Number(end)).join("")).toBe(unguarded(exact));
    expect(rows.filter(({ state }) => state === "approved").map(({ exact }) => exact)).toEqual([CLAIM]);
  });
});

interface Exported {
  text: string;
  tags: {
    id: string;
    exact: string;
    type: string;
    state: string;
    attributes: Record<string, unknown>;
    verdict: { finding: string; at: string } | null;
  }[];
}

/** The article at the address as Galley's own JSON tells it; offsets in code points. */
async function exported(page: Page, path: string): Promise<Exported> {
  const article = path.split("/").at(-1) ?? "";
  const file = await page.request.get(`/api/export?article=${article}&format=galley-json`);
  const [dossier] = ((await file.json()) as { dossiers: Exported[] }).dossiers;
  if (!dossier) throw new Error("The file holds no article.");
  return dossier;
}

/** Asks the server, past the page, to approve the claim as whoever is signed in. */
async function approve(page: Page, path: string): Promise<APIResponse> {
  const claim = async () => (await exported(page, path)).tags.find(({ exact }) => exact === CLAIM);
  // What a page has done the server has a moment later.
  await expect.poll(async () => (await claim())?.state).toBe("checked");
  const { id, verdict } = (await claim())!;
  const sees = { finding: verdict?.finding, at: Date.parse(verdict?.at ?? "") };
  const command = { type: "approveTag", tag: id, sees };
  return page.request.post("/api/trpc/articles.execute", {
    headers: { "x-galley": "1", origin: new URL(page.url()).origin },
    data: { json: { article: path.split("/").at(-1), commandId: randomUUID(), command } },
  });
}

/** A cell without the ' that keeps a spreadsheet from running it. */
function unguarded(cell = ""): string {
  return cell.replace(/^'(?=['=+\-@])/, "");
}

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
