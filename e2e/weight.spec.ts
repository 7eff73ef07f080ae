import { gzipSync } from "node:zlib";

import { addArticle } from "./procedures";
import { expect, test } from "./test";

/** What the scripts of an article's page may weigh that come with it, compressed, in kilobytes. */
const BUDGET = 295;
/** Words that stand in zod's code, and in no other. */
const ZOD = "invalid_union";

test("an article's page comes without schemas, and with no more code than it needs", async ({ signedIn }) => {
  const page = await signedIn("copy editor");
  const { id } = await addArticle(page, `A light page, ${Date.now()}`);
  const html = await (await page.request.get(`/articles/${id}`)).text();
  // What is for browsers without modules is fetched by none of ours.
  const tags = [...html.matchAll(/<script[^>]* src="([^"]+)"[^>]*>/g)].filter(
    ([tag]) => !/nomodule/i.test(tag),
  );
  const sources = tags.map(([, source = ""]) => source);
  const scripts = await Promise.all(sources.map(async (source) => (await page.request.get(source)).body()));
  expect(scripts.length).toBeGreaterThan(5);
  const weight = scripts.reduce((sum, script) => sum + gzipSync(script).length, 0) / 1_000;
  expect(weight).toBeLessThan(BUDGET);
  expect(scripts.filter((script) => script.includes(ZOD))).toEqual([]);
});
