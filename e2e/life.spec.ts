import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { closeGate, gate, open as openArticle, press, state } from "./life";
import { addArticle, tagWord } from "./procedures";
import { expect, test } from "./test";
import { openCard, select } from "./workspace";

/** A story's way from draft to publication: what the gate waits for, who lets it pass, and what takes it back. */

/** Opens the article, and waits until it answers keys. */
const open = (page: Page, address: string, stands: string) => openArticle(page, address, stands, "is long");

test("a story is reviewed, held by the gate, signed off, called back by a query, signed again and published", async ({
  signedIn,
}) => {
  test.setTimeout(240_000);
  const reporter = await signedIn("reporter");
  const lines = ["The wall is long.", "It was built in 1902.", "Nobody knows why."];
  const added = await addArticle(reporter, [`A wall’s day, ${Date.now()}`, ...lines].join("\n"));
  await tagWord(reporter, added, "It was built in 1902");
  const address = `/articles/${added.id}`;

  await test.step("its reporter sends it to review, and can do no more", async () => {
    await open(reporter, address, "Draft");
    await press(reporter, "p", "r");
    await expect(state(reporter)).toHaveAccessibleName("State: In review");
    await state(reporter).click();
    await expect(reporter.getByText("No step on from here is yours.")).toBeVisible();
    await reporter.keyboard.press("Escape");
  });

  const editor = await signedIn("copy editor");
  await test.step("the gate says what closes it, and leads there", async () => {
    await open(editor, address, "In review");
    await press(editor, "p", "s");
    await expect(editor.getByText(/^The gate is closed: G2 \(1\)/).first()).toBeVisible();
    const item = gate(editor).getByRole("list", { name: "What closes G2" }).getByRole("listitem");
    await expect(item).toContainText("Not checked");
    await expectAccessible(editor, "the gate");
    await item.getByRole("button", { name: /It was built in 1902/ }).click();
    await expect(editor.locator("mark[data-focused]")).toHaveText("It was built in 1902");
  });

  await test.step("what is let stay, with a reason, closes it no more, and is signed off", async () => {
    await gate(editor).getByRole("button", { name: "Let it stay…" }).click();
    await editor
      .getByRole("dialog", { name: "Let this stay unchecked?" })
      .getByRole("textbox")
      .fill("The plaque says so.");
    await editor.getByRole("button", { name: "Let it stay", exact: true }).click();
    await expect(gate(editor).getByText("The gate is open")).toBeVisible();
    await closeGate(editor);
    await press(editor, "p", "s");
    await editor.getByRole("button", { name: "Sign off", exact: true }).click();
    await expect(state(editor)).toHaveAccessibleName("State: Ready");
    await expect(state(reporter)).toHaveAccessibleName("State: Ready");
  });

  const manager = await signedIn("managing editor");
  await test.step("a comment that holds it up takes the sign-off back, at once and for everybody", async () => {
    await open(manager, address, "Ready");
    await press(reporter, "Escape", "m");
    const thread = reporter.getByRole("dialog", { name: "Comments and queries" });
    await thread.getByRole("textbox").fill("The mayor called: it was 1903.");
    await thread.getByRole("textbox").press("Control+Enter");
    await expect(editor.getByRole("button", { name: "Comments and queries, 1 open thread" })).toBeVisible();
    await expect(state(editor)).toHaveAccessibleName("State: Ready");
    await thread.getByRole("article").getByRole("button", { name: "More" }).click();
    await reporter.getByRole("menuitem", { name: "Let it hold up the article" }).click();
    await expect(editor.getByRole("button", { name: "The gate is closed: G7 (1)" })).toBeVisible();
    await expect(state(manager)).toHaveAccessibleName("State: In review");
    await expect(state(editor)).toHaveAccessibleName("State: In review");
    await press(editor, "p", "g");
    await expect(gate(editor).getByText("A comment that holds the article up")).toBeVisible();
    await expect(gate(editor).getByText("Signed off by", { exact: false })).toBeHidden();
  });

  await test.step("once it is settled, it is signed again and published", async () => {
    await gate(editor).getByRole("list", { name: "What closes G7" }).getByRole("button").first().click();
    await editor.getByRole("button", { name: "Resolve", exact: true }).first().click();
    await expect(editor.getByRole("button", { name: "The gate is open" })).toBeVisible();
    await editor.keyboard.press("Escape");
    await press(editor, "p", "s");
    await editor.getByRole("button", { name: "Sign off", exact: true }).click();
    await expect(state(manager)).toHaveAccessibleName("State: Ready");
    await press(manager, "p", "p");
    await manager.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(state(manager)).toHaveAccessibleName("State: Published");
    await expect(state(editor)).toHaveAccessibleName("State: Published");
  });
});

test("breaking news goes out past a closed gate, with reasons, and what it owes is listed until it is done", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const manager = await signedIn("managing editor");
  const added = await addArticle(
    manager,
    [`A wall breaks, ${Date.now()}`, "It is long.", "It fell at noon."].join("\n"),
  );
  await tagWord(manager, added, "It fell at noon");
  await open(manager, `/articles/${added.id}`, "Draft");
  await press(manager, "p", "r");
  await expect(state(manager)).toHaveAccessibleName("State: In review");
  await state(manager).click();
  await manager.getByRole("menuitem", { name: "Publish past the gate…" }).click();
  const dialog = manager.getByRole("dialog", { name: "Publish past the closed gate?" });
  await dialog.getByRole("button", { name: "Publish past the gate" }).click();
  await expect(dialog.getByText("Give a reason and a time to come for each closed rule.")).toBeVisible();
  await dialog.getByRole("textbox", { name: "Why is G2 passed?" }).fill("People have to leave now.");
  await dialog.getByLabel("G2 is done by").fill("2099-01-01T10:00");
  await expectAccessible(manager, "publishing past the gate");
  await dialog.getByRole("button", { name: "Publish past the gate" }).click();
  await expect(state(manager)).toHaveAccessibleName("State: Published");
  await expect(dialog).toBeHidden();
  await press(manager, "p", "g");
  const debts = gate(manager).getByRole("region", { name: "Published past" });
  await expect(debts).toContainText("People have to leave now.");
  await expect(debts).toContainText("Owed");
  await debts.getByRole("button", { name: "Owed no longer…" }).click();
  await manager
    .getByRole("dialog", { name: "Is G2 owed no longer?" })
    .getByRole("textbox")
    .fill("It was withdrawn.");
  await manager.getByRole("button", { name: "Owed no longer", exact: true }).click();
  await expect(debts).toContainText("Settled");
});

test("on a spiked article nothing is offered that would be refused, and it comes back as it was", async ({
  signedIn,
}) => {
  const editor = await signedIn("copy editor");
  const added = await addArticle(
    editor,
    [`A wall is spiked, ${Date.now()}`, "It is long.", "It was dull."].join("\n"),
  );
  await tagWord(editor, added, "It was dull");
  await open(editor, `/articles/${added.id}`, "Draft");
  await state(editor).click();
  await editor.getByRole("menuitem", { name: "Spike…" }).click();
  const dialog = editor.getByRole("dialog", { name: "Spike this article?" });
  await dialog.getByRole("textbox").fill("Nobody would read it.");
  await dialog.getByRole("button", { name: "Spike", exact: true }).click();
  await expect(state(editor)).toHaveAccessibleName("State: Spiked");
  await expect(dialog).toBeHidden();
  await select(editor, "is long");
  const opened = await openCard(editor, "It was dull");
  await expect(opened.getByText("This article is spiked.", { exact: false })).toBeVisible();
  await expect(editor.getByRole("toolbar", { name: "Tag the selection" })).toBeHidden();
  await expect(opened.getByRole("button", { name: "Comment" })).toBeHidden();
  await state(editor).click();
  await editor.getByRole("menuitem", { name: "Take off the spike" }).click();
  await expect(state(editor)).toHaveAccessibleName("State: Draft");
  await select(editor, "is long");
  await expect(editor.getByRole("toolbar", { name: "Tag the selection" })).toBeVisible();
});
