import type { Locator, Page } from "@playwright/test";

/** The button in the header that says who else is here. */
export function company(page: Page): Locator {
  return page.getByRole("banner").getByRole("button", { name: /here:/ });
}

/** The words that others have selected, as they are painted over the text. */
export function selectedByOthers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get("selected-by-others") ?? [])].map((range) =>
      range instanceof Range ? range.toString() : "",
    ),
  );
}
