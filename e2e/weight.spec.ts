import { addArticle } from "./procedures";
import { expect, test } from "./test";

/** What the scripts of an article's page may weigh that come with it, as they are sent, in kilobytes. */
const BUDGET = 264;
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
  const headers = { "accept-encoding": "gzip, deflate, br" };
  const answers = await Promise.all(sources.map((source) => page.request.get(source, { headers })));
  expect(answers.length).toBeGreaterThan(5);
  const sizes = answers.map((answer) => {
    expect(answer.headers()["content-encoding"], answer.url()).toBe("br");
    return Number(answer.headers()["content-length"]);
  });
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1_000).toBeLessThan(BUDGET);
  const scripts = await Promise.all(answers.map((answer) => answer.body()));
  expect(scripts.filter((script) => script.includes(ZOD))).toEqual([]);
});
