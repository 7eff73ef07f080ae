import type { Page } from "@playwright/test";

import { addArticle } from "./dense-article";
import { paragraph, sentence } from "./prose";
import { expect, test } from "./test";
import { saved, text } from "./workspace";

const TAGS = 30;
/** Thirteen words and more to a sentence: a story of about 1,000 words, a paragraph to each two of them. */
const SENTENCES = 78;

/** A story whose even sentences, thirty of them, each begin a paragraph. */
function story(): string {
  const paragraphs = Array.from({ length: SENTENCES / 2 }, (_, place) => paragraph(2 * place, 2));
  return ["A thousand words from Kelmouth", ...paragraphs].join("\n");
}

const KEYS = ["c", "q", "u"] as const;
const firstWords = (place: number) =>
  sentence(2 * place)
    .split(" ")
    .slice(0, 3)
    .join(" ");

/** What the marks of the page say, in order: how many there are of each type of underline. */
async function marks(page: Page): Promise<number> {
  return page.locator("mark[data-tag]").count();
}

/** What the export says of a tag, as far as is looked at here. */
interface Exported {
  type: string;
  attributes: { kind?: string; form?: string };
}

/** Expects ten tags of each type with the main attribute, as an export of the article has them. */
async function expectThirty(
  page: Page,
  path: string,
  main: Record<"claim" | "quote" | "uncertainty", string>,
): Promise<void> {
  const article = path.split("/").at(-1) ?? "";
  const file = await page.request.get(`/api/export?article=${article}&format=galley-json`);
  const [dossier] = ((await file.json()) as { dossiers: { tags: Exported[] }[] }).dossiers;
  const said = (dossier?.tags ?? []).map(
    ({ type, attributes }) => `${type} ${attributes.kind ?? attributes.form}`,
  );
  const counts = [...new Set(said)].map((one) => [one, said.filter((other) => other === one).length]);
  const expected = Object.entries(main).map(([type, value]) => [`${type} ${value}`, 10]);
  expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(expected));
}

test("thirty tags with attributes in a story of a thousand words, by keyboard alone: two keys a tag", async ({
  signedIn,
}) => {
  test.setTimeout(120_000);
  const page = await signedIn("copy editor");
  expect(story().split(/\s+/).length).toBeGreaterThan(1_000);
  const path = await addArticle(page, story());
  await page.goto(path);
  await text(page).waitFor();
  const press = (key: string) => page.keyboard.press(key);

  await press("s");
  await expect(text(page)).toBeFocused();
  // Past the headline: each paragraph's first words are selected, tagged and given an attribute.
  await press("Control+Home");
  for (let place = 0; place < TAGS; place += 1) {
    await press("ArrowDown");
    await press("Home");
    for (let word = 0; word < 3; word += 1) await press("Control+Shift+ArrowRight");
    const before = await marks(page);
    await press(KEYS[place % KEYS.length] ?? "c");
    await press(String((place % 3) + 1));
    await expect.poll(() => marks(page)).toBe(before + 1);
    await press("Control+ArrowDown");
  }
  await press("Escape");
  await saved(page);

  await expectThirty(page, path, { claim: "event", quote: "mixed", uncertainty: "unverified" });
});

test("the same by touch on a phone", async ({ onPhone, signedIn }) => {
  test.setTimeout(240_000);
  const desk = await signedIn("copy editor");
  const path = await addArticle(desk, story());
  const page = await onPhone(desk);
  await page.goto(path);
  await text(page).waitFor();
  const chosen = [
    ["Claim", "Rule"],
    ["Quote", "Indirect"],
    ["Uncertainty", "Forecast"],
  ] as const;
  const sheet = page.getByRole("toolbar", { name: "Tag the selection" });
  const card = page.getByRole("dialog", { name: "Tags" });
  for (let place = 0; place < TAGS; place += 1) {
    const [type, attribute] = chosen[place % chosen.length] ?? chosen[0];
    await selectByFinger(page, firstWords(place));
    // One word is what a long press selects; the sheet's buttons take the next two with it.
    for (let word = 0; word < 2; word += 1)
      await sheet.getByRole("button", { name: "Take in a word after" }).tap();
    await sheet.getByRole("button", { name: type }).tap();
    await expect.poll(() => marks(page)).toBe(place + 1);
    const mark = page.locator("mark[data-focused]");
    await expect(mark).toHaveText(firstWords(place));
    await mark.tap();
    await card.getByRole("radio", { name: attribute }).tap();
    await expect(card.getByRole("radio", { name: attribute })).toBeChecked();
    await card.getByRole("button", { name: "Close", exact: true }).tap();
    await expect(card).toBeHidden();
  }
  await saved(page);
  await expectThirty(page, path, { claim: "rule", quote: "indirect", uncertainty: "forecast" });
});

/** Selects the first word of the paragraph that begins so, as a long press does: the browser's own selection, which the page is told of. */
async function selectByFinger(page: Page, words: string): Promise<void> {
  await page.evaluate((sought) => {
    // Several paragraphs begin alike: the next one that nothing is tagged in.
    const paragraph = [...document.querySelectorAll("[data-start]")].find(
      (one) => one.textContent.startsWith(sought) && one.querySelector("mark") === null,
    );
    const node = paragraph?.firstChild;
    if (!paragraph || !node) throw new Error(`“${sought}” begins no paragraph.`);
    paragraph.scrollIntoView({ block: "center" });
    getSelection()?.setBaseAndExtent(node, 0, node, sought.indexOf(" "));
  }, words);
}
