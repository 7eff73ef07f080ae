import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import { newsroom } from "./people";
import { addArticle, beginRefile, publish } from "./procedures";
import { saved } from "./workspace";
import { expect, forgive, listen, test } from "./test";

/** What a newsroom corrected, read by somebody whom nobody knows. */

const PAGE = "/corrections/harbour-courier";

const MISSING = "/corrections/no-such-newsroom";

/** What somebody without a session is answered, of a page what it shows. */
async function answers(page: Page, address: string): Promise<string[]> {
  const shown = await page.goto(address);
  const feed = await page.request.get(`${address}/feed`);
  return [
    `${shown?.status()} ${await page.title()}`,
    await page.getByRole("main").innerText(),
    `${feed.status()} ${await feed.text()}`,
  ];
}

test("an administrator shows the corrections to the public, and takes the page away again", async ({
  page: outside,
  complaints,
  signedIn,
}) => {
  test.setTimeout(120_000);
  await listen(outside, complaints);
  const admin = await signedIn("administrator");
  const manager = await signedIn("managing editor");
  let missing: string[] = [];
  const title = `A wall was wrong, ${Date.now()}`;
  const note = "The wall is <b>3</b> kilometres long & no 2.";

  await test.step("until then nobody learns that the newsroom is there", async () => {
    missing = await answers(outside, MISSING);
    expect(missing.map((answer) => answer.slice(0, 3))).toEqual(["404", "The", "404"]);
    expect(await answers(outside, PAGE)).toEqual(missing);
    expect(await answers(outside, "/corrections/No%20Such")).toEqual(missing);
    // A page that is not there is a 404, which the browser itself writes to the console.
    forgive(complaints, "404");
  });

  await test.step("it is switched on, with what the public then sees and where", async () => {
    await admin.goto(`${newsroom}/settings?tab=newsroom`);
    const choice = admin.getByRole("switch", { name: "Public page of corrections" });
    await expect(choice).not.toBeChecked();
    await choice.click();
    await expect(choice).toBeChecked();
    await expect(admin.getByText("Anybody who has the address reads", { exact: false })).toBeVisible();
    await expect(admin.getByRole("textbox", { name: "Address of the page" })).toHaveValue(
      new RegExp(`^http.*${PAGE}$`),
    );
    await expectAccessible(admin, "settings with the public page on");
  });

  await test.step("whoever corrects an article reads where the note will stand", async () => {
    const added = await addArticle(manager, [title, "The wall is 2 kilometres long."].join("\n"));
    await publish(manager, added);
    await beginRefile(manager, added, [title, "The wall is 3 kilometres long."].join("\n"));
    await manager.goto(`/articles/${added.id}`);
    await manager.getByRole("banner").getByRole("button", { name: "State: Correcting" }).click();
    await manager.getByRole("menuitem", { name: /^Publish the correction/ }).click();
    const dialog = manager.getByRole("dialog", { name: "Publish the refile" });
    await expect(dialog.getByRole("link", { name: "See the page" })).toHaveAttribute(
      "href",
      new RegExp(`${PAGE}$`),
    );
    await expect(dialog.getByRole("textbox", { name: /For readers/ })).toBeFocused();
    await dialog.getByRole("textbox", { name: /For readers/ }).fill(note);
    await dialog.getByRole("button", { name: "Publish the correction" }).click();
    await expect(dialog).toBeHidden();
    await saved(manager);
  });

  await test.step("anybody reads it, and nothing else", async () => {
    await outside.goto(PAGE);
    const entry = outside.getByRole("article").filter({ hasText: title });
    await expect(entry).toContainText(note);
    await expect(outside.getByRole("main")).not.toContainText("Tomas");
    for (const colorScheme of ["light", "dark"] as const) {
      await outside.emulateMedia({ colorScheme });
      await expectAccessible(outside, `corrections, ${colorScheme}`);
    }
    const feed = outside.locator('link[rel="alternate"][type="application/atom+xml"]');
    await expect(feed).toHaveAttribute("href", new RegExp(`${PAGE}/feed$`));
  });

  await test.step("so do programs", async () => {
    const got = await outside.request.get(`${PAGE}/feed`);
    const headers = got.headers();
    expect([got.status(), headers["content-type"], headers["cache-control"]]).toEqual([
      200,
      "application/atom+xml; charset=utf-8",
      "public, max-age=60",
    ]);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const entries = await outside.evaluate(
      (text) => {
        const parsed = new DOMParser().parseFromString(text, "application/xml");
        if (parsed.querySelector("parsererror")) throw new Error(parsed.documentElement.textContent);
        return [...parsed.querySelectorAll("entry")].map(
          (entry) => entry.querySelector("content")?.textContent,
        );
      },
      await got.text(),
    );
    expect(entries).toContain(note);
  });

  await test.step("switched off, it was never there", async () => {
    await admin.getByRole("switch", { name: "Public page of corrections" }).click();
    await expect(admin.getByText("Nobody outside the newsroom", { exact: false })).toBeVisible();
    expect(await answers(outside, PAGE)).toEqual(missing);
    forgive(complaints, "404");
  });
});
