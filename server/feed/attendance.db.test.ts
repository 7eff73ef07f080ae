import { v7 } from "uuid";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";

import type { ArticleId } from "~/core/ids";
import type { Whereabouts } from "~/core/presence";
import { connect } from "~/db/client";
import { say } from "~/db/presence";
import { testDatabaseUrl } from "~/db/testing";
import { Feed } from "./feed";
import { type FeedRole, feedWorld, type FeedWorld, Reader } from "./testing";

/** Two processes on one database. */
let url: string;
let world: FeedWorld;
let here: Feed;
let there: Feed;
beforeAll(async () => {
  url = await testDatabaseUrl();
  const [one, other] = [connect(url), connect(url)];
  world = await feedWorld(one.db);
  here = new Feed(one.db);
  there = new Feed(other.db);
  return () => Promise.all([one.close(), other.close()]);
});

async function follow(role: FeedRole, article: ArticleId, feed: Feed): Promise<Reader> {
  const reader = new Reader(feed, await world.browser(role), { [article]: 1 });
  onTestFinished(() => reader.leave());
  await reader.until(({ news }) => news.length > 0);
  return reader;
}

/** A tab of somebody's, which says where it is. */
function tabOf(role: FeedRole, article: ArticleId): (at: Whereabouts | null) => Promise<void> {
  const whose = { article, tab: v7(), person: world.person(role), name: role };
  return (at) => say(world.db, { ...whose, at });
}

const HERE: Whereabouts = { place: 0, selection: null, writing: null };

const picture = ({ news }: Reader) => news.findLast((each) => each.type === "presence");
const names = (reader: Reader) => (picture(reader)?.present ?? []).map(({ name }) => name);

describe("presence", () => {
  it("is told in every process, with selection and what is written in, and to those who come later", async () => {
    const article = await world.article();
    const readers = [await follow("checker", article, here), await follow("standards", article, there)];
    const selection = { start: 0, end: 5 };
    await tabOf("copy-editor", article)({ ...HERE, selection });
    await Promise.all(readers.map((reader) => reader.until((each) => names(each).length > 0)));
    const late = new Reader(there, await world.browser("managing-editor"), { [article]: 2 });
    onTestFinished(() => late.leave());
    await late.until((reader) => names(reader).length > 0);
    for (const reader of [...readers, late]) {
      expect(picture(reader)?.present).toMatchObject([
        { name: "copy-editor", person: world.person("copy-editor"), selection },
      ]);
    }
  });

  it("leaves the place to resume from as it was", async () => {
    const article = await world.article();
    const reader = await follow("checker", article, here);
    const before = reader.lastId;
    await tabOf("copy-editor", article)(HERE);
    await reader.until((each) => names(each).length > 0);
    expect(reader.lastId).toBe(before);
  });

  it("is not told of another article, nor to whom the article is closed", async () => {
    const [secret, open] = [await world.article(), await world.article()];
    const reader = new Reader(here, await world.browser("checker"), { [secret]: 1, [open]: 1 });
    onTestFinished(() => reader.leave());
    await reader.until(({ news }) => news.length > 1);
    await world.change(secret, { type: "restrictArticle", restricted: true }, "standards");
    await reader.until(({ news }) => news.some(({ type }) => type === "refused"));
    await tabOf("standards", secret)(HERE);
    await tabOf("standards", open)(HERE);
    await reader.until((each) => names(each).length > 0);
    const told = reader.news.filter(({ type }) => type === "presence");
    expect(told).toMatchObject([{ article: open }]);
  });
});
