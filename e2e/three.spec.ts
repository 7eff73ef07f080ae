import type { Page } from "@playwright/test";

import { company, selectedByOthers } from "./company";
import { Held } from "./late-code";
import { newsroom, signIn } from "./people";
import { addArticle } from "./procedures";
import { comment } from "./speaking";
import { expect, forgive, forgiveOffline, test } from "./test";
import { card, openCard, openHistory, select, tag, tagUnheard, text } from "./workspace";

/** A story that three people work in at once: its reporter, whose connection breaks, its copy editor, its checker. */

const COST = "The pier will cost 12 million";
/** The words of a further line of the story. */
const line = (n: number) => `Line ${n} says`;
const LINES = Array.from({ length: 60 }, (_, n) => `${line(n)} that the pier is long.`);

/** What must not change on a page to which others' work comes: when it was loaded, and where its lines stand. */
function stillness(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const lines = [...document.querySelectorAll("[data-start]")];
    return [performance.timeOrigin, ...lines.map((each) => each.getBoundingClientRect().top)];
  });
}

test("three people in one story: seen, tagging, speaking, in conflict, cut off and back, each with an undo of their own", async ({
  signedIn,
  keptBrowser,
  complaints,
}) => {
  test.setTimeout(120_000);
  const [samir, ines] = [await signedIn("copy editor"), await signedIn("checker")];
  let nora = await keptBrowser.open();
  await signIn(nora, "reporter");
  const title = `A pier for ferries, ${Date.now()}`;
  const { id } = await addArticle(nora, [title, `${COST}, the council said.`, ...LINES].join("\n"));
  const address = `/articles/${id}`;
  const all = () => [nora, samir, ines];
  const allSee = async (words: readonly string[]) => {
    // What one took back stays drawn to oneself while one looks at it.
    const standing = "mark[data-tag]:not([data-state=withdrawn])";
    for (const page of all()) await expect(page.locator(standing)).toHaveText(words);
  };
  for (const page of all()) {
    await page.goto(address);
    await expect(text(page)).toBeVisible();
  }

  await test.step("each sees the two others, what they select and where they read", async () => {
    const names = ["Nora Falk", "Samir Qasem", "Ines Okoro"];
    for (const [n, page] of all().entries()) {
      await expect(company(page)).toHaveAccessibleName(/^2 other people are here: /);
      for (const name of names.toSpliced(n, 1))
        await expect(company(page)).toHaveAccessibleName(new RegExp(name));
    }
    await select(samir, COST);
    for (const page of [nora, ines]) {
      await expect.poll(() => selectedByOthers(page)).toEqual([COST]);
      await expect(page.getByText("Samir Qasem", { exact: true })).toBeVisible();
    }
    await text(ines)
      .locator("[data-start]", { hasText: line(30) })
      .evaluate((element) => element.scrollIntoView());
    for (const page of [nora, samir]) {
      await company(page).click();
      await expect(page.getByRole("button", { name: /Ines Okoro.*Reads from “Line 3\d/ })).toBeVisible();
      await page.keyboard.press("Escape");
    }
  });

  await test.step("a tag is there for the others, with counts and gate, and their text stays where it is", async () => {
    const before = [await stillness(nora), await stillness(ines)];
    await tag(samir, COST, "c");
    await allSee([COST]);
    for (const page of all()) {
      await expect(page.getByRole("progressbar", { name: "Decided" })).toHaveAttribute(
        "aria-valuetext",
        "0 of 1",
      );
      await expect(page.getByRole("button", { name: "The gate is closed: G1 (1)" })).toBeVisible();
    }
    expect([await stillness(nora), await stillness(ines)]).toEqual(before);
  });

  await test.step("what is said of it to one of them is there for both", async () => {
    for (const page of [nora, ines]) await openCard(page, COST);
    await comment(samir, "Who did the sums?", "Ines Okoro");
    for (const page of [nora, ines]) {
      const said = card(page).getByRole("article", { name: "Comment by Samir Qasem" });
      await expect(said).toContainText("Who did the sums?");
      await expect(said.getByText("@Ines Okoro", { exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: /^Comments and queries, 1 open thread/ })).toBeVisible();
    }
  });

  await test.step("of two who set the same at once the second sees both values, and all see what that one decides", async () => {
    await openCard(samir, COST);
    const held = new Held();
    await ines.route(/articles\.execute/, held.hold);
    await card(ines).press("6");
    await expect.poll(() => held.count).toBe(1);
    await card(samir).press("5");
    await expect(card(nora).getByRole("radio", { name: "Rule" })).toBeChecked();
    await held.release();
    const both = card(ines).getByRole("alert");
    await expect(both.getByRole("definition")).toHaveText(["Rule", "Identity"]);
    await both.getByRole("button", { name: "Restore mine" }).click();
    await expect(both).toBeHidden();
    for (const page of all()) await expect(card(page).getByRole("radio", { name: "Identity" })).toBeChecked();
    // A conflict is a 409, which the browser itself writes to the console.
    forgive(complaints, "409");
  });

  await test.step("what one did without a connection is the others' once it is back, although the browser was closed", async () => {
    await nora.context().setOffline(true);
    for (const n of [4, 3]) await tagUnheard(nora, line(n), "c");
    await comment(nora, "The survey said so.");
    await expect(nora.getByText(/^Offline/).first()).toBeVisible();
    await keptBrowser.close();
    forgiveOffline(complaints);
    await tag(samir, line(5), "c");
    for (const page of [samir, ines])
      await expect(page.locator("mark[data-tag]")).toHaveText([COST, line(5)]);

    nora = await keptBrowser.open();
    await nora.goto(newsroom);
    await expect(nora.getByText("3 changes of yours that waited on this device are sent")).toBeVisible();
    await nora.goto(address);
    await allSee([COST, line(3), line(4), line(5)]);
    for (const page of [samir, ines]) {
      const history = await openHistory(page);
      await expect(history.getByRole("listitem").filter({ hasText: "Nora Falk" })).toContainText([
        /Line 3 says.*commented.*The survey said so\./,
        /Line 3 says.*tagged this as/,
        /Line 4 says.*tagged this as/,
        "added the text",
        "added the article",
      ]);
      await page.keyboard.press("Escape");
      await expect(history).toBeHidden();
    }
  });

  await test.step("each takes back their own last step, while the others work", async () => {
    const did = new Map(all().map((page, n): [Page, string[]] => [page, [line(10 + n)]]));
    const standing = () => [...did.values()].flat();
    const tagNext = async (page: Page, n: number) => {
      did.get(page)?.push(line(n));
      await tag(page, line(n), "c");
    };
    await Promise.all([...did].map(([page, [first = ""]]) => tag(page, first, "c")));
    for (const [n, page] of all().entries()) {
      const others = all().toSpliced(n, 1);
      await Promise.all([
        page.keyboard.press("Control+z"),
        ...others.map((other, at) => tagNext(other, 20 + 2 * n + at)),
      ]);
      did.get(page)?.pop();
      await allSee([COST, line(3), line(4), line(5), ...standing().sort()]);
    }
  });
});
