import type { Page } from "@playwright/test";

import { closeGate, gate, open, press, state, step } from "./life";
import { smallDesk } from "./people";
import { expect, test } from "./test";
import { card, openCard, saved, select, tag, text } from "./workspace";

const OPENS = "The landing opens again on Sunday";
const PLANKS = "The carpenter laid 60 planks";
const PLANKS_NOW = "The carpenter laid 70 planks";
const SOURCE = "a ferryman who asked not to be named";

/** Chooses whether four eyes are required or recorded, in the newsroom's settings. */
async function chooseFourEyes(page: Page, how: "Required" | "Recorded"): Promise<void> {
  await page.goto(`${smallDesk}/settings?tab=newsroom`);
  const choice = page.getByRole("radiogroup", { name: "Four eyes" }).getByRole("radio", { name: how });
  await choice.click();
  await expect(choice).toBeChecked();
  await expect(page.getByText("Saved.").first()).toBeVisible();
}

/** Confirms the opened tag by keys, on evidence that is new or here already. */
async function confirm(page: Page, words: string, reference: string): Promise<void> {
  const opened = await openCard(page, words);
  await opened.getByRole("button", { name: "Add evidence" }).click();
  const dialog = page.getByRole("dialog", { name: "Add evidence" });
  await dialog.getByRole("tab", { name: "Add something new" }).click();
  await dialog.getByLabel("What it is").fill(reference);
  await dialog.getByRole("button", { name: "Add it to this tag" }).click();
  await expect(dialog).toBeHidden();
  await press(page, "v", "c");
  await expect(opened.getByText("confirmed", { exact: true }).first()).toBeVisible();
  await saved(page);
}

test("on a desk of two the editor checks and signs alone, once the newsroom records that instead of forbidding it", async ({
  signedIn,
}) => {
  test.setTimeout(180_000);
  const reporter = await signedIn("small desk’s reporter");
  const editor = await signedIn("small desk’s editor");
  let address = "";

  await test.step("the reporter brings it in, tags it and sends it to review", async () => {
    await reporter.goto(`${smallDesk}/new`);
    const lines = [`The landing, ${Date.now()}`, `${OPENS}.`, `${PLANKS}, said ${SOURCE}.`];
    await reporter.getByRole("textbox", { name: "Text" }).fill(lines.join("\n\n"));
    await reporter.getByRole("button", { name: "Add article" }).click();
    await expect(reporter).toHaveURL(/\/articles\//);
    address = new URL(reporter.url()).pathname;
    await tag(reporter, OPENS, "c");
    await tag(reporter, PLANKS, "c");
    await tag(reporter, SOURCE, "u");
    await reporter.keyboard.press("5");
    await saved(reporter);
    await reporter.keyboard.press("Escape");
    await press(reporter, "p", "r");
    await expect(state(reporter)).toHaveAccessibleName("State: In review");
  });

  await test.step("the editor checks it, and may not approve what they found themselves", async () => {
    await open(editor, address, "In review", "said");
    await confirm(editor, PLANKS, `The carpenter’s bill, ${Date.now()}`);
    await confirm(editor, OPENS, `The parish’s notice, ${Date.now()}`);
    await expect(card(editor).getByText(/^Nobody approves their own verdict/)).toBeVisible();
    await editor.keyboard.press("a");
    await expect(card(editor).getByText(/Approved by|approved their own/)).toBeHidden();
    await expect(reporter.getByRole("button", { name: "The gate is closed: G1 (1), G4 (1)" })).toBeVisible();
  });

  await test.step("as administrator the editor lets the newsroom record it; then it is approved, and marked", async () => {
    await chooseFourEyes(editor, "Recorded");
    await open(editor, address, "In review", "said");
    const opened = await openCard(editor, OPENS);
    await editor.keyboard.press("a");
    await expect(opened.getByText(/^Owen Strand approved their own verdict/)).toBeVisible();
    const theirs = await openCard(reporter, OPENS);
    await expect(theirs.getByText(/^Owen Strand approved their own verdict/)).toBeVisible();
    await editor.keyboard.press("Escape");
    await press(editor, "p", "g");
    const marked = gate(editor).getByRole("region", { name: "Self-approved" });
    await expect(marked.getByRole("listitem")).toHaveText([new RegExp(OPENS)]);
  });

  await test.step("both parts of the sign-off are the editor’s, and it is published", async () => {
    const item = gate(editor).getByRole("list", { name: "What closes G4" }).getByRole("listitem");
    await item.getByRole("button", { name: "I know it…" }).click();
    await editor.getByRole("button", { name: "I know this source" }).click();
    await expect(gate(editor).getByText("The gate is open")).toBeVisible();
    await closeGate(editor);
    await step(editor, ["p", "s"], "Sign off");
    await expect(state(editor)).toHaveAccessibleName("State: Ready");
    await editor.getByRole("button", { name: "The gate is open" }).click();
    await expect(gate(editor).getByRole("list", { name: "Sign-offs" }).getByRole("listitem")).toHaveText([
      /^Signed off by Owen Strand, editor/,
      /^Legal and sources signed off by Owen Strand, editor/,
    ]);
    await closeGate(editor);
    await expect(state(reporter)).toHaveAccessibleName("State: Ready");
    await step(editor, ["p", "p"], "Publish");
    await expect(state(reporter)).toHaveAccessibleName("State: Published");
  });

  await test.step("a mistake is corrected with a note for readers", async () => {
    await state(editor).click();
    await editor.getByRole("menuitem", { name: "Correct it" }).click();
    await expect(state(editor)).toHaveAccessibleName("State: Correcting");
    await select(editor, "said");
    await editor.keyboard.press("Escape");
    await press(editor, "p", "n");
    const revision = editor.getByRole("dialog", { name: "New revision" });
    const field = revision.getByRole("textbox", { name: "Text" });
    await field.fill((await field.inputValue()).replace(PLANKS, PLANKS_NOW));
    await revision.getByRole("button", { name: "See what it does" }).click();
    await revision.getByRole("button", { name: "Put it in" }).click();
    await expect(revision).toBeHidden();
    await editor.getByRole("button", { name: "The gate is closed: G2 (1), G7 (1)" }).click();
    const changed = gate(editor).getByRole("region", { name: "Lost and altered" });
    await changed.getByRole("button", { name: "Confirm the new words" }).click();
    await expect(changed).toBeHidden();
    await closeGate(editor);
    await openCard(editor, PLANKS_NOW);
    await press(editor, "v", "c");
    await expect(editor.getByRole("button", { name: "The gate is open" })).toBeVisible();
    await press(editor, "p", "c");
    const dialog = editor.getByRole("dialog", { name: "Publish the correction" });
    await dialog.getByRole("textbox", { name: /^For readers/ }).fill("There are 70 planks, not 60.");
    await dialog.getByRole("checkbox", { name: `Claim: “${PLANKS_NOW}”` }).check();
    await dialog.getByRole("button", { name: "Publish the correction" }).click();
    await expect(dialog).toBeHidden();
    await expect(state(reporter)).toHaveAccessibleName("State: Published");
    await expect(text(reporter)).toContainText(PLANKS_NOW);
  });

  await chooseFourEyes(editor, "Required");
});
