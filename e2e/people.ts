import { expect, type Page } from "@playwright/test";

/** The demo newsrooms' people, as the start prints them, and the standards editor, whom it does not. */
export const people = {
  reporter: "nora.falk@courier.example",
  "copy editor": "samir.qasem@courier.example",
  checker: "ines.okoro@courier.example",
  "standards editor": "judith.amsel@courier.example",
  "managing editor": "tomas.brandvold@courier.example",
  administrator: "robin.ekdal@courier.example",
  "small desk’s reporter": "mara.tully@ferrypost.example",
  "small desk’s editor": "owen.strand@ferrypost.example",
} as const;

export const password = "paper-and-ink";
export const newsroom = "/n/harbour-courier";
export const smallDesk = "/n/ferry-post";

/** Signs in by the form, and waits for the newsroom's articles. */
export async function signIn(page: Page, who: keyof typeof people): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(people[who]);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(who.startsWith("small desk") ? smallDesk : newsroom));
}
