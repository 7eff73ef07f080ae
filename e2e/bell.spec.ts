import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe";
import { newsroom } from "./people";
import { addArticle, type AddedArticle, execute, personOf, tagWord } from "./procedures";
import { expect, forgiveFailed, test } from "./test";
import { card, markOf } from "./workspace";

const TEXT = ["The wall is long.", "Its gate is narrow.", "The tower leans."];

const article = (page: Page) => addArticle(page, [`A wall to hear of, ${Date.now()}`, ...TEXT].join("\n"));

const bell = (page: Page, unread: number) =>
  page.getByRole("button", {
    name: `Notifications, ${unread === 0 ? "none" : String(unread)} unread`,
    exact: true,
  });
const list = (page: Page) => page.getByRole("dialog", { name: "Notifications" });
const rows = (page: Page) => list(page).getByRole("listitem").getByRole("link");

async function speak(page: Page, added: AddedArticle, words: string, tag: string | null): Promise<void> {
  await execute(page, added, {
    type: "openThread",
    thread: randomUUID(),
    comment: randomUUID(),
    kind: "comment",
    about: tag === null ? { on: "article" } : { on: "tag", tag },
    words,
    blocking: false,
    addressee: null,
    due: null,
  });
}

async function openByKeys(page: Page): Promise<void> {
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await expect(rows(page).first()).toBeFocused();
}

/** All that the demo newsroom told somebody is read. */
async function readAll(page: Page): Promise<void> {
  await openByKeys(page);
  const all = list(page).getByRole("button", { name: "Mark all as read" });
  if (await all.isVisible()) {
    await all.press("Enter");
    await expect(rows(page).first()).toBeFocused();
    await expect(all).toBeHidden();
  }
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(bell(page, 0)).toBeVisible();
}

test("what concerns somebody rings as it happens, and leads there by keys alone", async ({
  signedIn,
  complaints,
}) => {
  test.setTimeout(180_000);
  const [one, two] = [await signedIn("copy editor"), await signedIn("checker")];
  const added = await article(one);
  const [wall, gate, tower] = [
    await tagWord(one, added, "wall is long"),
    await tagWord(one, added, "gate is narrow"),
    await tagWord(one, added, "tower leans"),
  ];
  const ines = await personOf(two);
  await two.goto(newsroom);
  await two.getByRole("heading", { level: 1, name: "Articles" }).waitFor();
  await readAll(two);

  await test.step("a mention leads to its thread", async () => {
    await speak(one, added, `How long, [@Ines Okoro](person:${ines})?`, wall);
    await expect(bell(two, 1)).toBeVisible();
    await openByKeys(two);
    await expect(rows(two).first()).toContainText("unread: Samir Qasem mentioned you");
    await expect(rows(two).first()).toContainText("How long, @Ines Okoro?");
    await expect(rows(two).first()).toContainText("A wall to hear of");
    await expectAccessible(two, "the bell");
    await two.keyboard.press("Enter");
    await expect(two).toHaveURL(/#thread=/);
    await expect(card(two).getByRole("article", { name: /^Comment by Samir/ })).toBeFocused();
    await expect(bell(two, 0)).toBeVisible();
  });

  const other = await two.context().newPage();
  await other.goto(`${newsroom}/queue`);
  await test.step("a given tag has the keyboard, and is read in the other tab too", async () => {
    await execute(one, added, { type: "assignTag", tag: gate, from: null, to: ines });
    await expect(bell(two, 1)).toBeVisible();
    await expect(bell(other, 1)).toBeVisible();
    await openByKeys(two);
    await expect(rows(two).first()).toContainText("Samir Qasem gave you a tag to work on");
    await two.keyboard.press("Enter");
    await expect(list(two)).toBeHidden();
    await expect(markOf(two, "gate is narrow")).toBeFocused();
    await expect(two).toHaveURL(new RegExp(`#tag=${gate}`));
    await expect(bell(two, 0)).toBeVisible();
    await expect(bell(other, 0)).toBeVisible();
  });

  await test.step("the same thread again, from elsewhere on its page", async () => {
    await openByKeys(two);
    await two.keyboard.press("Tab");
    await expect(rows(two).nth(1)).toBeFocused();
    await expect(rows(two).nth(1)).toContainText("Samir Qasem mentioned you");
    await two.keyboard.press("Enter");
    await expect(card(two).getByRole("article", { name: /^Comment by Samir/ })).toBeFocused();
  });

  await test.step("what is undone before it was read was never told", async () => {
    const given = await execute(one, added, { type: "assignTag", tag: tower, from: null, to: ines });
    await expect(bell(other, 1)).toBeVisible();
    await execute(one, added, { type: "undo", command: given });
    await expect(bell(other, 0)).toBeVisible();
  });

  await test.step("a verdict comes to the tag's author, on a page of their own", async () => {
    await one.goto("/account");
    await one.getByRole("heading", { level: 1 }).waitFor();
    await readAll(one);
    await execute(two, added, {
      type: "setVerdict",
      tag: tower,
      sees: null,
      finding: "unverifiable",
      note: "Asked twice.",
    });
    await bell(one, 1).click();
    await rows(one)
      .first()
      .filter({ hasText: "Ines Okoro set the verdict on your tag: unverifiable" })
      .click();
    await expect(markOf(one, "tower leans")).toBeFocused();
    await expect(bell(one, 0)).toBeVisible();
  });

  await test.step("a list that cannot be read says so, is read again, and goes on to older ones", async () => {
    const times = Array.from({ length: 21 }, (_, time) => String(time));
    await Promise.all(times.map((time) => speak(one, added, `${time}, [@Ines Okoro](person:${ines})`, null)));
    await other.route("**/api/trpc/notices.list*", (route) => route.abort());
    await other.getByRole("button", { name: /^Notifications, / }).click();
    const again = list(other).getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible({ timeout: 20_000 });
    await expect(list(other)).toContainText("Your notifications could not be read.");
    await expectAccessible(other, "a bell that cannot be read");
    await other.unroute("**/api/trpc/notices.list*");
    forgiveFailed(complaints);
    await again.click();
    await expect(rows(other)).toHaveCount(20);
    await list(other).getByRole("button", { name: "Show older" }).click();
    for (const time of times)
      await expect(rows(other).filter({ hasText: new RegExp(`(?<!\\d)${time}, @Ines Okoro`) })).toBeVisible();
    await other.emulateMedia({ colorScheme: "dark" });
    await other.setViewportSize({ width: 390, height: 800 });
    await expectAccessible(other, "the bell on a phone, dark");
  });

  await test.step("of the topics that one chose, and letters at an hour of one's own clock", async () => {
    await other.goto("/account");
    await two.goto("/account#notices");
    await expect(bell(other, 21)).toBeVisible();
    await two.getByRole("switch", { name: "Bell: Mentions of you or your role" }).click();
    await expect(bell(two, 0)).toBeVisible();
    await expect(bell(other, 0)).toBeVisible();
    await two.getByRole("radio", { name: "Each day" }).click();
    const zone = two.getByRole("combobox", { name: "Time zone" });
    await zone.fill("Mars/Olympus");
    await zone.press("Enter");
    await expect(two.getByRole("alert").getByText("There is no time zone “Mars/Olympus”.")).toBeVisible();
    await two.getByRole("switch", { name: "Letter: Verdicts on your tags" }).click();
    await expectAccessible(two, "the choice of what one is told of");
    await zone.fill("Europe/Oslo");
    await zone.press("Enter");
    await expect(two.getByRole("combobox", { name: "At" })).toHaveText("08:00");
    // The other tab shows what is kept.
    await expect(other.getByRole("combobox", { name: "Time zone" })).toHaveValue("Europe/Oslo");
    await expect(other.getByRole("switch", { name: "Letter: Verdicts on your tags" })).not.toBeChecked();
    await expect(two.getByText("This server sends no e-mail.")).toBeVisible();
  });
});
