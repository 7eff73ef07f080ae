import { createServer, connect as connectTo, type Socket } from "node:net";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";

import type { ArticleId } from "~/core/ids";
import { connect } from "~/db/client";
import { endSession } from "~/db/queries/sessions";
import { testDatabaseUrl } from "~/db/testing";
import { Feed, MOST_PER_PERSON } from "./feed";
import { beginning, Wanted } from "./news";
import { type FeedRole, feedWorld, type FeedWorld, Reader, tagWord } from "./testing";

// Thousands of events are written here, and a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

let url: string;
let world: FeedWorld;
let feed: Feed;
beforeAll(async () => {
  url = await testDatabaseUrl();
  const { db, close } = connect(url);
  world = await feedWorld(db);
  feed = new Feed(db);
  return () => close();
});

/** A reader in a browser of their own, who leaves when the test ends. */
async function follow(role: FeedRole, article: ArticleId, seq = 0, from = feed): Promise<Reader> {
  const reader = new Reader(from, await world.browser(role), { [article]: seq });
  onTestFinished(() => reader.leave());
  return reader;
}

async function followLists(role: FeedRole): Promise<Reader> {
  const reader = new Reader(feed, await world.browser(role), {}, [world.newsroom]);
  onTestFinished(() => reader.leave());
  return reader;
}

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

describe("a follower", () => {
  it("gets every event once and in order, whoever else writes and follows", async () => {
    const article = await world.article();
    const readers = [await follow("checker", article), await follow("standards", article, 2)];
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < 8; n += 1) {
        await world.tag(article, writer * 8 + n);
        if (writer === 0) readers.push(await follow("managing-editor", article, n));
      }
    });
    await Promise.all(writers);
    await Promise.all(readers.map((reader) => reader.until((each) => each.seqs(article).at(-1) === 50)));
    readers.forEach((reader, at) => {
      const first = at < 2 ? [1, 3][at]! : at - 1;
      expect(reader.seqs(article)).toEqual(upTo(50, first));
    });
  });

  it("resumes from every place, without what it had and with all that it had not", async () => {
    const article = await world.article();
    for (let n = 0; n < 8; n += 1) await world.tag(article, n);
    const first = await follow("checker", article);
    await first.until((reader) => reader.seqs(article).length >= 10);
    for (let seq = 0; seq < 10; seq += 1) {
      const wanted = Wanted.parse({
        articles: { [article]: 0 },
        lastEventId: JSON.stringify({ [article]: seq }),
      });
      const reader = new Reader(feed, await world.browser("checker"), beginning(wanted));
      await reader.until((each) => each.seqs(article).at(-1) === 10);
      expect(reader.seqs(article)).toEqual(upTo(10, seq + 1));
      await reader.leave();
    }
  });

  it("follows several articles at once, and resumes all of them by the id of its last news", async () => {
    const [one, two] = [await world.article(), await world.article()];
    const viewer = await world.browser("checker");
    const reader = new Reader(feed, viewer, { [one]: 2, [two]: 2 });
    await world.tag(one, 1);
    await reader.until((each) => each.seqs(one).length > 0);
    await world.tag(two, 1);
    await reader.until((each) => each.seqs(two).length > 0);
    await reader.leave();
    await world.tag(one, 2);
    const wanted = { articles: { [one]: 0, [two]: 0 }, newsrooms: [], lastEventId: reader.lastId };
    const again = new Reader(feed, viewer, beginning(Wanted.parse(wanted)));
    await again.until((each) => each.seqs(one).length > 0);
    await again.leave();
    expect([reader.seqs(one), reader.seqs(two)]).toEqual([[3], [3]]);
    expect([again.seqs(one), again.seqs(two)]).toEqual([[4], []]);
  });

  it("is told to load anew for a number that the log does not know", async () => {
    const article = await world.article();
    const reader = await follow("checker", article, 40);
    await reader.until(({ news }) => news.length > 0);
    expect(reader.news).toEqual([{ type: "behind", article }]);
  });

  it("gets what one command of a thousand items made, also from one event before; who missed more loads anew", async () => {
    const article = await world.article();
    const readers = [await follow("checker", article, 1), await follow("checker", article, 2)];
    await readers[0]!.until((reader) => reader.seqs(article).length === 1);
    await world.change(article, { type: "several", items: upTo(1_000).map((n) => tagWord(n)) });
    for (const reader of readers) await reader.until((each) => each.seqs(article).at(-1) === 1_002);
    expect(readers.map((reader) => reader.seqs(article))).toEqual([upTo(1_002, 2), upTo(1_002, 3)]);
    const late = await follow("checker", article, 0);
    await late.until(({ news }) => news.length > 0);
    expect(late.news).toEqual([{ type: "behind", article }]);
  });

  it("misses nothing when the connection that listens is killed", async () => {
    const article = await world.article();
    const reader = await follow("checker", article, 2);
    await world.tag(article, 0);
    await reader.until((each) => each.seqs(article).length === 1);
    for (let n = 1; n <= 5; n += 1) {
      await world.db.execute(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where query ilike 'listen %' and datname = current_database()`,
      );
      await world.tag(article, n);
    }
    await reader.until((each) => each.seqs(article).length === 6);
    expect(reader.seqs(article)).toEqual(upTo(8, 3));
  });
});

describe("who may follow", () => {
  it.each<[string, FeedRole, string]>([
    ["may not read the text", "admin", "forbidden"],
    ["does not see the article", "reporter", "not-found"],
  ])("not who %s", async (_, role, kind) => {
    const article = await world.article();
    const reader = await follow(role, article);
    await reader.until(({ news }) => news.length > 0);
    expect(reader.news).toMatchObject([{ type: "refused", article, kind }]);
  });

  const setMember = (role: FeedRole, set: string) =>
    world.db.execute(`update memberships set ${set} where user_id = '${world.person(role)}'`);

  it.each<[string, (viewer: { session: string }) => Promise<unknown>, unknown]>([
    [
      "signed out",
      (viewer) => endSession(world.db, world.person("standards"), viewer.session as never),
      { code: "UNAUTHORIZED" },
    ],
    ["disabled", () => setMember("standards", "disabled = true"), { code: "UNAUTHORIZED" }],
    ["given other roles", () => setMember("standards", "roles = '{checker}'"), undefined],
    ["given other desks", () => setMember("standards", "desks = '{}'"), undefined],
  ])("ends within seconds for whoever was %s", async (_, act, thrown) => {
    onTestFinished(async () => {
      await setMember("standards", "disabled = false, roles = '{standards}', desks = null");
    });
    const article = await world.article();
    const viewer = await world.browser("standards");
    const reader = new Reader(feed, viewer, { [article]: 0 });
    await reader.until((each) => each.seqs(article).length === 2);
    const began = performance.now();
    await act(viewer);
    const end = await reader.end();
    expect(performance.now() - began).toBeLessThan(5_000);
    if (thrown) expect(end).toMatchObject(thrown);
    else expect(reader.news.at(-1)).toEqual({ type: "standing" });
  });

  it("ends for an article that became invisible, and goes on for the others", async () => {
    const [secret, open] = [await world.article(), await world.article()];
    const reader = new Reader(feed, await world.browser("checker"), { [secret]: 2, [open]: 2 });
    onTestFinished(() => reader.leave());
    await world.tag(secret, 0);
    await reader.until((each) => each.seqs(secret).length === 1);
    await world.change(secret, { type: "restrictArticle", restricted: true }, "standards");
    await reader.until(({ news }) => news.some(({ type }) => type === "refused"));
    const seen = reader.seqs(secret).length;
    await world.tag(secret, 1);
    await world.tag(open, 0);
    await reader.until((each) => each.seqs(open).length === 1);
    expect(reader.seqs(secret)).toHaveLength(seen);
    expect(reader.news).toContainEqual(expect.objectContaining({ article: secret, kind: "not-found" }));
  });
});

describe("the feed", () => {
  it("takes so many streams of one person and no more, and lets go of those that end", async () => {
    const article = await world.article();
    const other = new Feed(world.db);
    const viewer = await world.browser("checker");
    const readers = upTo(MOST_PER_PERSON).map(() => new Reader(other, viewer, { [article]: 1 }));
    await Promise.all(readers.map((reader) => reader.until(({ news }) => news.length > 0)));
    expect(await new Reader(other, viewer, { [article]: 1 }).end()).toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
    expect(other.size).toBe(MOST_PER_PERSON);
    const next = await follow("standards", article, 1, other);
    await next.until(({ news }) => news.length > 0);
    await Promise.all([...readers, next].map((reader) => reader.leave()));
    expect(other.size).toBe(0);
    const again = new Reader(other, viewer, { [article]: 1 });
    await again.until(({ news }) => news.length > 0);
    await again.leave();
  });

  it("reads and hands on each stretch of a log once, however many follow", async () => {
    const article = await world.article();
    const readers = await Promise.all(upTo(5).map(() => follow("checker", article, 2)));
    await world.tag(article, 0);
    await Promise.all(readers.map((reader) => reader.until(({ news }) => news.length > 0)));
    expect(new Set(readers.map(({ news }) => news[0])).size).toBe(1);
  });

  it("cuts its streams while the database is away, and goes on where they were", async () => {
    const way = await passage(url);
    const far = new URL(url);
    far.host = `127.0.0.1:${way.port}`;
    const { db, close } = connect(far.href);
    const farFeed = new Feed(db);
    onTestFinished(() => close());
    const article = await world.article();
    const reader = await follow("checker", article, 1, farFeed);
    await reader.until((each) => each.seqs(article).length === 1);
    way.close();
    expect(await reader.end()).toMatchObject({ code: "SERVICE_UNAVAILABLE" });
    await world.tag(article, 0);
    way.open();
    const again = await follow("checker", article, 2, farFeed);
    await again.until((each) => each.seqs(article).length === 1);
    await world.tag(article, 1);
    await again.until((each) => each.seqs(article).length === 2);
    expect(again.seqs(article)).toEqual([3, 4]);
  });
});

describe("lists", () => {
  it("are told of what changed to those who see it, and to nobody else", async () => {
    const [editor, reporter] = [await followLists("managing-editor"), await followLists("reporter")];
    const told = ({ news }: Reader) => news.filter(({ type }) => type === "changed").length;
    // The look back finds what the other tests wrote; after that, only what is written here.
    const hidden = await world.article("copy-editor");
    await editor.until((reader) => told(reader) > 0);
    expect(told(reporter)).toBe(0);
    const before = told(editor);
    await world.tag(hidden, 0);
    await editor.until((reader) => told(reader) > before);
    expect(told(reporter)).toBe(0);
    await world.article("reporter");
    await reporter.until((reader) => told(reader) > 0);
  });
});

/** A way to the database that can be closed and opened again. */
async function passage(to: string): Promise<{ port: number; close: () => void; open: () => void }> {
  const { hostname, port } = new URL(to);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((near) => {
    if (!isOpen) {
      near.resetAndDestroy();
      return;
    }
    const far = connectTo(Number(port), hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy()).on("close", () => other.destroy());
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    close() {
      isOpen = false;
      for (const socket of sockets) socket.resetAndDestroy();
      sockets.clear();
    },
    open: () => (isOpen = true),
  };
}
