import { expectAccessible } from "./axe";
import { newsroom } from "./people";
import { addArticle } from "./procedures";
import { expect, test } from "./test";
import { openCard, saved, tag } from "./workspace";

const SENTENCE = "The council says that the wall is 2 kilometres long.";
const CLAIM = "the wall is 2 kilometres long";
const REGISTER = "Harbour office, wall register";

test("the record of a sentence answers who approved it, as it read, on what evidence, and who changed it after", async ({
  signedIn,
}) => {
  test.setTimeout(300_000);
  const reporter = await signedIn("reporter");
  const title = `A wall on record, ${Date.now()}`;
  const { id } = await addArticle(reporter, `${title}\n${SENTENCE} It was built in 1902.`);
  await reporter.goto(`/articles/${id}`);
  await tag(reporter, CLAIM, "c");

  const checker = await signedIn("checker");
  await test.step("one checks it on evidence, another approves it, a third moves its edges", async () => {
    await checker.goto(`/articles/${id}`);
    const open = await openCard(checker, CLAIM);
    await open.getByRole("button", { name: "Add evidence" }).click();
    const dialog = checker.getByRole("dialog", { name: "Add evidence" });
    await dialog.getByRole("tab", { name: "Add something new" }).click();
    await dialog.getByLabel("What it is").fill(REGISTER);
    await dialog.getByRole("button", { name: "Add it to this tag" }).click();
    await expect(dialog).toBeHidden();
    await checker.keyboard.press("v");
    await checker.keyboard.press("c");
    await expect(open.getByText("confirmed", { exact: true }).first()).toBeVisible();
    await saved(checker);
  });
  const copyEditor = await signedIn("copy editor");
  await copyEditor.goto(`/articles/${id}`);
  const approved = await openCard(copyEditor, CLAIM);
  await copyEditor.keyboard.press("a");
  await expect(approved.getByText(/Approved by Samir Qasem/)).toBeVisible();
  await saved(copyEditor);
  const editor = await signedIn("managing editor");
  await editor.goto(`/articles/${id}`);
  await openCard(editor, CLAIM);
  await editor.keyboard.press(">");
  await expect(editor.locator("mark")).toHaveText("wall is 2 kilometres long");
  await saved(editor);

  await test.step("the tag's menu leads to its record", async () => {
    await editor.getByRole("button", { name: "More about this tag" }).first().click();
    await editor.getByRole("menuitem", { name: "Record of these words" }).click();
    await expect(editor).toHaveURL(/\/audit\?tag=/);
    const then = editor.getByRole("figure").filter({ hasText: "As it read when it was approved" });
    await expect(then.getByRole("blockquote")).toHaveText(SENTENCE);
    await expect(then.locator("mark")).toHaveText(CLAIM);
    const now = editor.getByRole("figure").filter({ hasText: "As it reads now" });
    await expect(now.locator("mark")).toHaveText("wall is 2 kilometres long");
    const answers = editor.getByLabel("In short");
    await expect(answers).toContainText(/Who approved it\s*Samir Qasem, copy editor/);
    await expect(answers).toContainText("the approval no longer counts");
    await expect(answers).toContainText(/Who checked it\s*Ines Okoro, checker/);
    await expect(answers).toContainText(REGISTER);
    await expect(answers).toContainText(/Who changed it after\s*Tomas Brandvold/);
    const after = editor.getByRole("region", { name: "After that" });
    await expect(after.getByRole("listitem").first()).toContainText("moved the edges");
    await after
      .getByRole("button", { name: /^Fingerprint of event/ })
      .first()
      .click();
    await expect(after.getByRole("button", { expanded: true })).toHaveText(/^#\d+ [0-9a-f]{64}/);
    await expectAccessible(editor, "record");
  });

  await test.step("the newsroom's audit holds all of it, each thing with the way there", async () => {
    await editor.getByRole("link", { name: "The article’s whole log" }).click();
    const list = editor.getByRole("list", { name: "What happened" });
    await expect(list.getByRole("listitem").first()).toContainText("opened it again by that change");
    await expect(list).toContainText("added the article");
    await expectAccessible(editor, "audit");
    await editor.keyboard.press("j");
    await editor.keyboard.press("j");
    await editor.keyboard.press("Enter");
    await expect(editor).toHaveURL(new RegExp(`/articles/${id}#tag=`));
    await editor.goBack();
    await list.getByRole("button", { name: "Samir Qasem" }).click();
    await expect(editor).toHaveURL(/person=/);
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await expect(list).toContainText("approved it");
  });

  await test.step("what the filters show is taken out as a file", async () => {
    const link = editor.getByRole("link", { name: "JSON lines" });
    const file = await editor.request.get((await link.getAttribute("href")) ?? "");
    const lines = (await file.text()).trim().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("Samir Qasem approved it");
  });

  await test.step("an administrator sees what was done, and nothing of what was written", async () => {
    const admin = await signedIn("administrator");
    await admin.keyboard.press("g");
    await admin.keyboard.press("u");
    await expect(admin.getByRole("heading", { name: "Audit" })).toBeVisible();
    await admin.goto(`${newsroom}/audit?article=${id}`);
    const list = admin.getByRole("list", { name: "What happened" });
    await expect(list).toContainText("moved the edges");
    await expect(list).not.toContainText("kilometres");
    await expect(list).not.toContainText(REGISTER);
  });
});
