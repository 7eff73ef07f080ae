import type { Page } from "@playwright/test";

import { expectAccessible as look } from "./axe";
import { newsroom, people } from "./people";
import { expect, forgive, listen, test } from "./test";
import { findArticle } from "./workspace";

const MISSING = "/articles/018f0000-0000-7000-8000-000000000000";

/** Where the article is. */
async function articleAddress(page: Page, title: string): Promise<string> {
  return (await (await findArticle(page, title)).getAttribute("href")) ?? "";
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ page: outside, complaints, signedIn }) => {
    test.setTimeout(240_000);
    await listen(outside, complaints);
    const editor = await signedIn("copy editor");
    await editor.emulateMedia({ colorScheme });
    const visit = async (page: typeof editor, address: string) => {
      await page.goto(address);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      await look(page, address);
    };
    for (const address of [
      "/",
      newsroom,
      `${newsroom}/new`,
      `${newsroom}/import`,
      "/account",
      "/account/keys",
    ])
      await visit(editor, address);
    await editor.goto(`${newsroom}/new`);
    await editor.getByRole("tab", { name: "Upload" }).click();
    await editor.getByRole("button", { name: "choose files" }).waitFor();
    await look(editor, "upload");
    await visit(editor, MISSING);
    const article = await articleAddress(editor, "Council Backs");

    const admin = await signedIn("administrator");
    await admin.emulateMedia({ colorScheme });
    await admin.goto(article);
    await admin.getByRole("heading", { level: 1, name: "You may not read this article" }).waitFor();
    await look(admin, "an article that one may not read");
    for (const tab of ["members", "desks", "newsroom"]) await visit(admin, `${newsroom}/settings?tab=${tab}`);
    await admin.goto(`${newsroom}/settings`);
    await admin.getByRole("button", { name: "Add a person" }).click();
    await admin.getByRole("dialog", { name: "Add a person" }).waitFor();
    await look(admin, "invitation of a person");

    await outside.emulateMedia({ colorScheme });
    for (const address of ["/sign-in", "/invitation/unknown-token"]) await visit(outside, address);
    // A page that is not there is a 404, which the browser itself writes to the console.
    forgive(complaints, "404");
  });
}

test("the door: a wrong password says so, signing out shuts it", async ({ page, complaints, signedIn }) => {
  await listen(page, complaints);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(people.reporter);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/do not match an account/)).toBeVisible();
  // A wrong password is a 401, which the browser itself writes to the console.
  forgive(complaints, "401");

  const reporter = await signedIn("reporter");
  await reporter
    .getByRole("button", { name: /Nora Falk|account/i })
    .first()
    .click();
  await reporter.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(reporter).toHaveURL(/\/sign-in/);
  await reporter.goto(newsroom);
  await expect(reporter).toHaveURL(/\/sign-in/);
});

test("what one may not see is not there: the same page as for what never was", async ({ signedIn }) => {
  const reporter = await signedIn("reporter");
  const missing = await reporter.request.get(
    "/api/export?article=018f0000-0000-7000-8000-000000000000&format=csv",
  );
  expect(missing.status()).toBe(404);
  const editor = await signedIn("copy editor");
  const hidden = await articleAddress(editor, "قارب");
  const foreign = await reporter.request.get(
    `/api/export?article=${hidden.split("/").at(-1) ?? ""}&format=csv`,
  );
  expect(foreign.status()).toBe(404);
  expect(await foreign.text()).toBe(await missing.text());
});

test("an address with broken escapes is the asker's fault, and not the server's", async ({ request }) => {
  for (const address of ["/articles/%ff", "/n/%E0%A4%A", "/api/trpc/%ff", "/invitation/%c0%ae"])
    expect((await request.get(address)).status(), address).toBe(400);
});

test("every page carries the headers of the security floor", async ({ request }) => {
  for (const address of ["/sign-in", "/api/health/live", "/icon.svg"]) {
    const { [`x-powered-by`]: powered, ...headers } = (await request.get(address)).headers();
    expect(powered, address).toBeUndefined();
    expect(headers["x-content-type-options"], address).toBe("nosniff");
  }
  // What browsers ask for beside any answer that names no icon.
  const icon = await request.get("/favicon.ico");
  expect([icon.status(), icon.headers()["content-type"]]).toEqual([200, "image/svg+xml"]);
  const policy = (await request.get("/sign-in")).headers()["content-security-policy"];
  expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});
