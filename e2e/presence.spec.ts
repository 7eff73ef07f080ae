import { expectAccessible } from "./axe";
import { company, selectedByOthers } from "./company";
import { addArticle } from "./procedures";
import { expect, forgiveOffline, test } from "./test";
import { openCard, select, tag, text } from "./workspace";

const WORDS = ["A pier for ferries", "The pier will cost 12 million, the council said.", "It opens in May."];

test("people see who else is here, what they select and where they write, and when they are gone", async ({
  signedIn,
  complaints,
}) => {
  test.setTimeout(120_000);
  const [one, two, three] = [
    await signedIn("copy editor"),
    await signedIn("managing editor"),
    await signedIn("checker"),
  ];
  const { id } = await addArticle(one, [...WORDS, String(Date.now())].join("\n"));
  for (const page of [one, two, three]) {
    await page.goto(`/articles/${id}`);
    await expect(text(page)).toBeVisible();
  }
  await expect(company(one)).toHaveAccessibleName(/2 other people are here: .*Tomas Brandvold/);
  await expect(company(two)).toHaveAccessibleName(/Samir Qasem/);

  await select(two, "cost 12 million");
  await expect.poll(() => selectedByOthers(one)).toEqual(["cost 12 million"]);
  await expect(one.getByText("Tomas Brandvold", { exact: true })).toBeVisible();
  await company(one).click();
  await expect(
    one.getByRole("button", { name: /Tomas Brandvold.*Has “cost 12 million” selected/ }),
  ).toBeVisible();
  await expectAccessible(one, "who is here");
  await one.keyboard.press("Escape");

  await tag(one, "opens in May", "c");
  await expect(two.locator("mark[data-tag]")).toHaveCount(1);
  for (const page of [one, two]) await openCard(page, "opens in May");
  await two.getByRole("textbox", { name: "Note", exact: true }).click();
  await expect(one.getByText("Tomas Brandvold is writing here")).toBeVisible();

  await three.context().setOffline(true);
  await expect(company(one)).toHaveAccessibleName(/1 other person is here: Tomas Brandvold/, {
    timeout: 22_000,
  });
  await two.close();
  await expect(company(one)).toBeHidden();
  forgiveOffline(complaints);
});
