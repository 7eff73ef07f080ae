import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe";
import { newsroom, password, people, signIn } from "./people";
import { addArticle } from "./procedures";
import { expect, forgive, forgiveFailed, forgiveOffline, listen, test } from "./test";
import { card, markOf, openCard, openHistory, saved, tag, tagUnheard, text } from "./workspace";

test.describe.configure({ timeout: 120_000 });

const WORDS = ["harbour wall", "built early", "paid for it"];

async function added(page: Page, title: string): Promise<string> {
  const { id } = await addArticle(
    page,
    [title, "The harbour wall is long. It was built early. Nobody paid for it."].join("\n"),
  );
  return `/articles/${id}`;
}

async function expectTagged(page: Page, address: string, words: readonly string[]): Promise<void> {
  await page.goto(address);
  await expect(text(page)).toBeVisible();
  await expect(page.locator("mark")).toHaveText(words);
}

/** Chooses to sign out, in the account's menu. */
async function leave(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
}

const asked = (page: Page) => page.getByRole("dialog", { name: "Sign out with unsent work?" });

test("what was done without a connection outlasts the browser, is told of, and is sent from any page", async ({
  signedIn,
  complaints,
  keptBrowser,
}) => {
  const other = await signedIn("checker");
  const title = `Far from any network, ${Date.now()}`;
  let address = "";

  await test.step("three tags without a connection, then the browser is closed", async () => {
    const page = await keptBrowser.open();
    await signIn(page, "reporter");
    address = await added(page, title);
    await page.goto(address);
    await expect(text(page)).toBeVisible();
    await tag(page, "is long", "c");
    await page.context().setOffline(true);
    for (const words of WORDS) await tagUnheard(page, words, "c");
    await expect(page.getByText(/^Offline/).first()).toBeVisible();
    await keptBrowser.close();
    forgiveOffline(complaints);
    await expectTagged(other, address, ["is long"]);
  });

  await test.step("opened again, every page says so, and leads to it", async () => {
    const page = await keptBrowser.open();
    await page.route(/articles\.execute/, (route) => route.abort());
    await page.goto(newsroom);
    const waits = page.getByText(`3 changes of yours in “${title}” are not sent yet`);
    await expect(waits).toBeVisible();
    await page.getByRole("button", { name: "Look", exact: true }).click();
    const kept = page.getByRole("dialog", { name: "Work that is not sent yet" });
    await expect(kept.getByRole("listitem")).toHaveText(`${title}: 3 not sent`);
    await expectAccessible(page, "work that waits on the device");
    await kept.getByRole("link", { name: title }).click();
    await expect(page).toHaveURL(new RegExp(address));
    for (const words of WORDS) await expect(markOf(page, words)).toBeVisible();
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    await listen(again, complaints);
    await again.goto(newsroom);
    await expect(again.getByText("3 changes of yours that waited on this device are sent")).toBeVisible();
    await again.goto(newsroom);
    await expect(again.getByRole("heading", { level: 1, name: "Articles" })).toBeVisible();
    await expect(again.getByText(/not sent yet|waited on this device/)).toBeHidden();
    await keptBrowser.close();
    forgiveFailed(complaints);
  });
  await expectTagged(other, address, ["harbour wall", "is long", "built early", "paid for it"]);
});

test("whoever signs out with unsent work sends it, takes it along, or discards it", async ({
  signedIn,
  complaints,
}) => {
  const page = await signedIn("reporter");
  const other = await signedIn("checker");
  const title = `Signed out too early, ${Date.now()}`;
  const address = await added(page, title);
  const unheard = async () => {
    await page.goto(address);
    await expect(text(page)).toBeVisible();
    await page.route(/articles\.execute/, (route) => route.abort());
  };

  await test.step("it stays where it is while one thinks, and can be taken along", async () => {
    await unheard();
    await tagUnheard(page, "harbour wall", "c");
    await leave(page);
    await expect(asked(page)).toContainText(`${title}: 1 not sent`);
    await expectAccessible(page, "signing out with unsent work");
    const download = page.waitForEvent("download");
    await asked(page).getByRole("button", { name: "Download" }).click();
    const file = await (await download).path();
    expect(readFileSync(file, "utf8")).toContain("addTag");
    await asked(page).getByRole("button", { name: "Cancel" }).click();
    await expect(asked(page)).toBeHidden();
  });

  await test.step("it is sent, then one is signed out", async () => {
    // By a tab that reaches Galley, while the one in which it was done does not.
    const second = await page.context().newPage();
    await listen(second, complaints);
    await second.goto(newsroom);
    await leave(second);
    await expect(asked(second)).toContainText(`${title}: 1 not sent`);
    await asked(second).getByRole("button", { name: "Send and sign out" }).click();
    await expect(second).toHaveURL(/\/sign-in/);
    await expectTagged(other, address, ["harbour wall"]);
    await second.close();
  });

  await test.step("it is discarded, and comes back for nobody", async () => {
    await page.unroute(/articles\.execute/);
    await signIn(page, "reporter");
    await unheard();
    await tagUnheard(page, "built early", "c");
    await leave(page);
    await asked(page).getByRole("button", { name: "Discard and sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    await page.unroute(/articles\.execute/);
    await signIn(page, "reporter");
    await expectTagged(page, address, ["harbour wall"]);
  });
  // The tab that stayed open when another signed out.
  forgive(complaints, "401");
  forgiveFailed(complaints);
});

test("nothing is sent as somebody else who has signed in meanwhile", async ({ signedIn, complaints }) => {
  const page = await signedIn("reporter");
  const address = await added(page, `Two people at one desk, ${Date.now()}`);
  await page.goto(address);
  await expect(text(page)).toBeVisible();
  await page.route(/articles\.execute/, (route) => route.abort());
  await tagUnheard(page, "harbour wall", "c");
  const second = await page.context().newPage();
  await listen(second, complaints);
  await second.goto(newsroom);
  await leave(second);
  // What the other tab still sends is not left behind, but it is unsent.
  await asked(second).getByRole("button", { name: "Cancel" }).click();
  await second.context().clearCookies();
  await signIn(second, "checker");
  await page.unroute(/articles\.execute/);

  const again = page.getByRole("dialog", { name: "Sign in again" });
  await expect(again.getByLabel("E-mail")).toHaveValue(people.reporter);
  await expectTagged(second, address, []);
  await again.getByLabel("Password").fill(password);
  await again.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(again).toBeHidden();
  await saved(page);
  await expect(markOf(page, "harbour wall")).toBeVisible();
  await expect(await openHistory(page)).toContainText("Nora Falk");
  forgive(complaints, "401");
  forgiveFailed(complaints);
});

test("what is refused on return is kept with all that rests on it, and done once it can be", async ({
  signedIn,
  complaints,
}) => {
  const page = await signedIn("reporter");
  const other = await signedIn("checker");
  const address = await added(page, `The same words twice, ${Date.now()}`);
  await page.goto(address);
  await expect(text(page)).toBeVisible();
  // A card's code comes when the first is opened.
  await tag(page, "is long", "c");
  await openCard(page, "is long");
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await tagUnheard(page, "harbour wall", "c");
  await openCard(page, "harbour wall");
  const note = card(page).getByRole("textbox", { name: "Note" });
  await note.fill("Measured in spring, and again in autumn.");
  await note.blur();
  await tagUnheard(page, "paid for it", "c");
  await other.goto(address);
  await expect(text(other)).toBeVisible();
  await tag(other, "harbour wall", "c");
  await page.context().setOffline(false);

  const dialog = page.getByRole("dialog", { name: "Changes that were not made" });
  await test.step("what has nothing to do with it is saved; the rest stands together, and can be taken along", async () => {
    await expect(other.locator("mark")).toHaveText(["harbour wall", "is long", "paid for it"]);
    await page.getByRole("button", { name: "2 not made" }).click();
    await expect(dialog.getByRole("listitem").first()).toContainText("A new tag on “harbour wall”");
    await expect(dialog.getByRole("listitem").nth(1)).toContainText("Measured in spring");
    await expectAccessible(page, "changes that were not made");
    await dialog.getByRole("button", { name: "Close" }).first().click();
    await expect(dialog).toBeHidden();
  });

  await test.step("it outlasts the page, and is done once nothing is in its way", async () => {
    await page.reload();
    await expect(page.getByRole("button", { name: "2 not made" })).toBeVisible();
    await other.keyboard.press("Control+z");
    await expect(page.locator("mark")).toHaveText(["is long", "paid for it"]);
    await page.getByRole("button", { name: "2 not made" }).click();
    await dialog.getByRole("button", { name: "Try again" }).click();
    await expect(dialog.getByText("Nothing waits for an answer any more.")).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).first().click();
    await saved(page);
    await expectTagged(other, address, ["harbour wall", "is long", "paid for it"]);
  });
  forgiveOffline(complaints);
  forgive(complaints, "409");
});
