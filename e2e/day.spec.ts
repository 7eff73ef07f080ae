import type { Locator, Page } from "@playwright/test";

import { closeGate, gate, open, press, state, step } from "./life";
import { newsroom } from "./people";
import { expect, test } from "./test";
import { card, markOf, openCard, openHistory, saved, select, tag, text } from "./workspace";

const STANDS = "The harbour clock has stood still since Monday";
const WINDER = "“Nobody winds it any more,”";
const COST = "The repair will cost 4,000 pounds";
const COST_NOW = "The repair will cost 5,000 pounds";
const CLERK = "a clerk who asked not to be named";

const paragraphs = [
  `${STANDS}, and the ferries leave by the radio.`,
  `${WINDER} said Ida Brenner, the harbour master.`,
  `${COST}, said ${CLERK}.`,
];

/** The row of a tag of the article, in the list of a queue. */
function queued(page: Page, title: string, words: string): Locator {
  return page
    .getByRole("list", { name: /^Tags in the queue/ })
    .getByRole("listitem")
    .filter({ hasText: title })
    .filter({ has: page.getByRole("link", { name: words }) });
}

async function everybodySees(pages: readonly Page[], stands: string): Promise<void> {
  for (const page of pages) await expect(state(page)).toHaveAccessibleName(`State: ${stands}`);
}

test("a story's day: five people bring it in, check it, sign it, publish it and correct it, each seeing what the others do", async ({
  signedIn,
}) => {
  test.setTimeout(300_000);
  const reporter = await signedIn("reporter");
  const editor = await signedIn("copy editor");
  const checker = await signedIn("checker");
  const standards = await signedIn("standards editor");
  const manager = await signedIn("managing editor");
  const all = [reporter, editor, checker, standards, manager];
  const title = `The clock of the harbour, ${Date.now()}`;
  const reference = `Log of the harbour watch, ${Date.now()}`;
  let address = "";

  await test.step("the reporter pastes it in, tags it by keys and sends it to review", async () => {
    await reporter.goto(`${newsroom}/new`);
    await reporter.getByRole("textbox", { name: "Text" }).fill([title, ...paragraphs].join("\n\n"));
    await reporter.getByRole("button", { name: "Add article" }).click();
    await expect(reporter).toHaveURL(/\/articles\//);
    address = new URL(reporter.url()).pathname;
    await tag(reporter, STANDS, "c");
    await (await openCard(reporter, STANDS)).getByRole("switch", { name: "Legal" }).click();
    await saved(reporter);
    await reporter.keyboard.press("Escape");
    await tag(reporter, WINDER, "q");
    await tag(reporter, COST, "c");
    await tag(reporter, CLERK, "u");
    await reporter.keyboard.press("5");
    await saved(reporter);
    await reporter.keyboard.press("Escape");
    await press(reporter, "p", "r");
    await expect(state(reporter)).toHaveAccessibleName("State: In review");
  });

  await test.step("the others open it; the gate says what it waits for", async () => {
    for (const page of [editor, checker, standards, manager])
      await open(page, address, "In review", "leave by");
    for (const page of all)
      await expect(
        page.getByRole("button", {
          name: /^The gate is closed: G1 \(1\), G2 \(1\), G3 \(1\), G4 \(1\), G6 \(1\)$/,
        }),
      ).toBeVisible();
    await press(manager, "p", "g");
    const item = (rule: string) =>
      gate(manager)
        .getByRole("list", { name: `What closes ${rule}` })
        .getByRole("listitem");
    await expect(item("G1")).toContainText(STANDS);
    await expect(item("G1")).toContainText("Not checked");
    await expect(item("G4")).toContainText("No editor has said that they know who it is");
  });

  await test.step("the copy editor sets a deadline and asks; the reporter answers from the list", async () => {
    await editor.getByRole("button", { name: "Details", exact: true }).click();
    const soon = new Date(Date.now() + 3_600_000 - new Date().getTimezoneOffset() * 60_000);
    const deadline = editor.getByLabel(/^Deadline/);
    await deadline.fill(soon.toISOString().slice(0, 16));
    await deadline.blur();
    await expect(deadline).toBeEnabled();
    await editor.keyboard.press("Escape");
    await expect(deadline).toBeHidden();
    await openCard(editor, COST);
    await editor.keyboard.press("w");
    await editor.getByRole("textbox", { name: "Your query" }).fill("Pounds, or did she say guineas?");
    await editor.getByRole("combobox", { name: "Who should answer?" }).click();
    await editor.getByRole("option", { name: /^Nora Falk/ }).click();
    await editor.getByRole("button", { name: "Ask", exact: true }).last().click();
    const asked = editor.getByRole("article", { name: /^Query by Samir/ });
    await expect(asked.getByText("to Nora Falk")).toBeVisible();
    await expect(gate(manager).getByText("A query that waits for its answer")).toBeVisible();

    await reporter.goto(newsroom);
    await expect(reporter.getByRole("link", { name: /^Queue\s*\d+ quer/ })).toBeVisible();
    await press(reporter, "g", "w");
    await expect(reporter).toHaveURL(/\/queue\/waiting$/);
    const row = reporter.getByRole("listitem").filter({ hasText: title });
    await expect(row).toContainText("Samir Qasem asks you");
    await row.getByRole("link").focus();
    await reporter.keyboard.press("r");
    await expect(row.getByRole("textbox", { name: "Your reply" })).toBeFocused();
    await reporter.keyboard.type("Pounds. I have it in the notebook.");
    await reporter.keyboard.press("Control+Enter");
    await expect(row).toBeHidden();
    await expect(asked.getByText("Pounds. I have it in the notebook.")).toBeVisible();
    await expect(asked.getByText(/resolved by Nora/)).toBeVisible();
    await expect(gate(manager).getByText("A query that waits for its answer")).toBeHidden();
    await reporter.goto(address);
    await expect(text(reporter)).toBeVisible();
  });

  await test.step("the checker adds evidence with a file, and a verdict that the copy editor sees", async () => {
    const opened = await openCard(checker, STANDS);
    await opened.getByRole("button", { name: "Add evidence" }).click();
    const dialog = checker.getByRole("dialog", { name: "Add evidence" });
    await dialog.getByRole("tab", { name: "Add something new" }).click();
    await dialog.getByLabel("What it is").fill(reference);
    const choosing = checker.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "Choose a file…" }).click();
    const buffer = Buffer.from(`Mon 06:00 clock stopped. ${title}`);
    await (await choosing).setFiles({ name: "watch.txt", mimeType: "text/plain", buffer });
    await dialog.getByRole("button", { name: "Add it to this tag" }).click();
    await expect(dialog).toBeHidden();
    await press(checker, "v", "c");
    await expect(card(checker).getByText("confirmed", { exact: true }).first()).toBeVisible();
    await saved(checker);
    const theirs = await openCard(editor, STANDS);
    await expect(theirs.getByText("confirmed", { exact: true }).first()).toBeVisible();
    await expect(theirs.getByRole("link", { name: "Download watch.txt" })).toBeVisible();
  });

  await test.step("the rest is checked in the queue, two at once, on the same evidence", async () => {
    await press(checker, "g", "r");
    await expect(checker).toHaveURL(/\/queue$/);
    for (const words of [WINDER, COST]) {
      await queued(checker, title, words).getByRole("link").focus();
      await checker.keyboard.press("Space");
    }
    await expect(checker.getByRole("toolbar")).toContainText("2 tags chosen");
    const approves = checker.getByRole("toolbar").getByRole("button", { name: "Approve" });
    await expect(approves).toHaveAttribute("aria-keyshortcuts", "a");
    await press(checker, "v", "c");
    const dialog = checker.getByRole("dialog", { name: "Verdict “confirmed” on 2 tags" });
    await dialog.getByRole("searchbox", { name: "Find by name, place or note" }).fill(reference);
    await dialog.getByRole("button", { name: `Use: ${reference}` }).click();
    await dialog.getByRole("button", { name: "Set the verdict" }).click();
    for (const words of [WINDER, COST]) await expect(queued(checker, title, words)).toBeHidden();
    await expect(
      editor.getByRole("button", { name: "The gate is closed: G1 (1), G4 (1), G6 (1)" }),
    ).toBeVisible();
    await expect(gate(manager).getByRole("list", { name: "What closes G1" })).toContainText("Not approved");
  });

  const approve = async (page: Page, words: string) => {
    const row = queued(page, title, words);
    await row.getByRole("link").focus();
    await page.keyboard.press("a");
    await expect(row).toBeHidden();
  };
  await test.step("the copy editor approves from the queue, and the standards editor what is legal", async () => {
    await press(editor, "g", "r");
    await approve(editor, COST);
    await expect(queued(editor, title, STANDS)).toBeHidden();
    await press(standards, "g", "r");
    await approve(standards, STANDS);
    await expect(gate(manager).getByRole("list", { name: "What closes G6" })).toBeHidden();
    await expect(gate(manager).getByRole("list", { name: "What closes G1" })).toBeHidden();
    await expect((await openCard(reporter, STANDS)).getByText(/Approved by Judith Amsel/)).toBeVisible();
  });

  await test.step("what is left is done from the gate’s list: somebody knows who the clerk is", async () => {
    const item = gate(manager).getByRole("list", { name: "What closes G4" }).getByRole("listitem");
    await item.getByRole("button", { name: "I know it…" }).click();
    await manager.getByRole("button", { name: "I know this source" }).click();
    await expect(gate(manager).getByText("The gate is open")).toBeVisible();
    await closeGate(manager);
    for (const page of [editor, checker, standards]) await page.goto(address);
    for (const page of all)
      await expect(page.getByRole("button", { name: "The gate is open" })).toBeVisible();
  });

  const sign = async () => {
    await step(editor, ["p", "s"], "Sign off");
    await press(manager, "p", "g");
    await expect(gate(manager).getByRole("list", { name: "Sign-offs" })).toHaveText(
      /^Signed off by Samir Qasem/,
    );
    await closeGate(manager);
    await everybodySees([editor, manager], "In review");
    await step(standards, ["p", "s"], "Sign off");
    await everybodySees(all, "Ready");
  };
  await test.step("it is signed off in both parts, for the copy and for what is legal or anonymous", async () => {
    for (const page of [editor, standards]) {
      await select(page, "leave by");
      await page.keyboard.press("Escape");
    }
    await sign();
  });

  const moved = STANDS.replace("The ", "");
  await test.step("a moved edge opens the claim, and the sign-off falls in everybody’s window", async () => {
    await openCard(manager, STANDS);
    await manager.keyboard.press(">");
    await expect(markOf(manager, moved)).toHaveText(moved);
    await everybodySees(all, "In review");
    for (const page of all)
      await expect(page.getByRole("button", { name: "The gate is closed: G1 (1), G6 (1)" })).toBeVisible();
    await expect(card(reporter).getByText(/Approved by Judith Amsel/)).toBeHidden();
    await manager.keyboard.press("Escape");
  });

  await test.step("it is checked, approved and signed again, and published", async () => {
    await openCard(checker, moved);
    await press(checker, "v", "c");
    await expect(card(checker).getByText("confirmed", { exact: true }).first()).toBeVisible();
    const opened = await openCard(standards, moved);
    await expect(opened.getByText("confirmed", { exact: true }).first()).toBeVisible();
    await standards.keyboard.press("a");
    await expect(opened.getByText(/Approved by Judith Amsel/)).toBeVisible();
    for (const page of all)
      await expect(page.getByRole("button", { name: "The gate is open" })).toBeVisible();
    await sign();
    await step(manager, ["p", "p"], "Publish");
    await everybodySees(all, "Published");
  });

  await test.step("what was wrong is corrected: a new text, checked from the queue of the stale", async () => {
    await state(standards).click();
    await standards.getByRole("menuitem", { name: "Correct it" }).click();
    await everybodySees(all, "Correcting");
    await press(manager, "p", "n");
    const dialog = manager.getByRole("dialog", { name: "New revision" });
    const field = dialog.getByRole("textbox", { name: "Text" });
    await field.fill((await field.inputValue()).replace(COST, COST_NOW));
    await dialog.getByRole("button", { name: "See what it does" }).click();
    await expect(dialog.getByText("3 kept, 0 moved, 1 altered, 0 lost")).toBeVisible();
    await dialog.getByRole("button", { name: "Put it in" }).click();
    await expect(dialog).toBeHidden();
    for (const page of all) await expect(text(page)).toContainText(COST_NOW);

    await press(editor, "p", "g");
    await gate(editor)
      .getByRole("region", { name: "Lost and altered" })
      .getByRole("button", { name: "Confirm the new words" })
      .click();
    await press(checker, "g", "r");
    await checker.getByRole("link", { name: /^Stale/ }).click();
    await expect(checker.getByRole("heading", { level: 1, name: "Stale" })).toBeVisible();
    const row = queued(checker, title, COST_NOW);
    await row.getByRole("link").focus();
    await press(checker, "v", "c");
    await expect(row).toBeHidden();
    await expect(gate(editor).getByText("The gate is open")).toBeVisible();
  });

  await test.step("it goes out with a note for readers and the tag that failed", async () => {
    await press(standards, "p", "c");
    const dialog = standards.getByRole("dialog", { name: "Publish the correction" });
    await dialog.getByRole("button", { name: "Publish the correction" }).click();
    await expect(dialog.getByText("A correction tells readers what was wrong and where.")).toBeVisible();
    const note = "The second paragraph gave the cost of the repair as 4,000 pounds. It is 5,000.";
    await dialog.getByRole("textbox", { name: /^For readers/ }).fill(note);
    await dialog.getByRole("checkbox", { name: `Claim: “${COST_NOW}”` }).check();
    await dialog.getByRole("button", { name: "Publish the correction" }).click();
    await expect(dialog).toBeHidden();
    await everybodySees([reporter, editor, standards, manager], "Published");
    await expect(reporter.getByText("Rev 2")).toBeVisible();
    await expect(await openHistory(reporter)).toContainText(note);
  });

  await test.step("the record says who approved the sentence, on what, and who changed it after", async () => {
    await openCard(manager, COST_NOW);
    await manager.getByRole("button", { name: "More about this tag" }).first().click();
    await manager.getByRole("menuitem", { name: "Record of these words" }).click();
    await expect(manager).toHaveURL(/\/audit\?tag=/);
    const then = manager.getByRole("figure").filter({ hasText: "As it read when it was approved" });
    await expect(then.locator("mark")).toHaveText(COST);
    const now = manager.getByRole("figure").filter({ hasText: "As it reads now" });
    await expect(now.locator("mark")).toHaveText(COST_NOW);
    const answers = manager.getByLabel("In short");
    await expect(answers).toContainText(/Who approved it\s*Samir Qasem, copy editor/);
    await expect(answers).toContainText(/Who checked it\s*Ines Okoro, checker/);
    await expect(answers).toContainText(reference);
    await expect(answers).toContainText(/Who changed it after\s*Tomas Brandvold/);
  });
});
