import { newsroom } from "./people";
import { addArticle, tagWord } from "./procedures";
import { expect, test } from "./test";
import { markOf, select, text } from "./workspace";

const KEPT = "the bridge opened in May";
const ALTERED = "It cost 12 million crowns";
const LOST = "Nobody was asked";

test("a corrected text takes the tags along; what it altered or lost is settled by people, and others see it come", async ({
  signedIn,
}) => {
  test.setTimeout(240_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("managing editor")];
  await one.goto(newsroom);
  const before = `Bridge, ${Date.now()}\nLast year ${KEPT}. ${ALTERED}. ${LOST}. The mayor was away.`;
  const article = await addArticle(one, before);
  for (const words of [KEPT, ALTERED, LOST]) await tagWord(one, article, words);
  for (const page of [one, two]) {
    await page.goto(`/articles/${article.id}`);
    await expect(markOf(page, LOST)).toBeVisible();
  }

  await test.step("a look at what it does, and it is put in", async () => {
    // Once words that are selected are answered, keys are too.
    await select(one, KEPT);
    await expect(one.getByRole("toolbar", { name: "Tag the selection" })).toBeVisible();
    await one.keyboard.press("Escape");
    await one.keyboard.press("p");
    await one.keyboard.press("n");
    const dialog = one.getByRole("dialog", { name: "New revision" });
    const after = before.replace("12 million", "13 million").replace(`${LOST}. `, "");
    const file = { name: "bridge.txt", mimeType: "text/plain", buffer: Buffer.from(after) };
    await dialog.getByLabel("Take it from a file…").setInputFiles(file);
    await expect(dialog.getByRole("textbox", { name: "Text" })).toHaveValue(after);
    await dialog.getByRole("button", { name: "See what it does" }).click();
    await expect(dialog.getByText("1 kept, 0 moved, 1 altered, 1 lost")).toBeVisible();
    await dialog.getByRole("button", { name: "Put it in" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("both pages have the new text by themselves", async () => {
    for (const page of [one, two]) {
      await expect(markOf(page, "It cost 13 million")).toBeVisible();
      await expect(markOf(page, KEPT)).toBeVisible();
      await expect(text(page)).not.toContainText(LOST);
    }
  });

  await test.step("the altered one is confirmed, the lost one attached to other words", async () => {
    await one.keyboard.press("p");
    await one.keyboard.press("g");
    const list = one.getByRole("region", { name: "Lost and altered" });
    await expect(list.getByRole("listitem")).toHaveCount(2);
    await list.getByRole("button", { name: "Confirm the new words" }).click();
    await expect(list.getByRole("listitem")).toHaveCount(1);
    await select(one, "The mayor was away");
    await list.getByRole("button", { name: "Attach to the selected words" }).click();
    await expect(list).toBeHidden();
    await expect(markOf(two, "The mayor was away")).toBeVisible();
  });
});
