import { setMaxListeners } from "node:events";
import type { ArticleId } from "~/core/ids";
import { Feed } from "~/server/feed/feed";
import { openSession } from "~/db/queries/sessions";
import { SessionId } from "~/core/shapes/ids";
import { randomUUID } from "node:crypto";
import { type BenchNewsroom, write } from "./newsroom";

const ARTICLES = 16;
const FOLLOWERS = 10;
const ROUNDS = 3;

/**
 * How many commands a second are carried out on many articles at once: bare, and while ten follow each of them.
 * Writers, feed and followers share one process and one database here, without HTTP, so that nothing but the
 * feed is between the two figures.
 * @param seconds of each measurement
 */
export async function fanOut(newsroom: BenchNewsroom, seconds: number): Promise<void> {
  const articles = await Promise.all(Array.from({ length: ARTICLES }, () => newsroom.article()));
  const next = new Map(articles.map((article) => [article, 0]));
  const rate = async () => {
    const end = performance.now() + seconds * 1_000;
    let done = 0;
    await Promise.all(
      articles.map(async (article) => {
        while (performance.now() < end) {
          const n = next.get(article) ?? 0;
          next.set(article, n + 1);
          await write(newsroom, article, n);
          done += 1;
        }
      }),
    );
    return done / seconds;
  };
  await rate();
  const rows: { bare: number; followed: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await rate();
    const { leave } = await followAll(newsroom, articles, next);
    const followed = await rate();
    await leave();
    rows.push({ bare, followed });
  }
  const ratios = rows.map(({ bare, followed }) => followed / bare).sort((a, b) => a - b);
  const [median = 0] = ratios.slice(Math.floor(ROUNDS / 2));
  for (const { bare, followed } of rows) {
    process.stdout.write(`  bare ${bare.toFixed(0)} a second, followed ${followed.toFixed(0)}\n`);
  }
  process.stdout.write(`  median of the ratios ${(median * 100).toFixed(0)} % (wanted: 60)\n`);
}

async function followAll(
  { db, room }: BenchNewsroom,
  articles: readonly ArticleId[],
  next: ReadonlyMap<ArticleId, number>,
): Promise<{ leave: () => Promise<void> }> {
  const feed = new Feed(db);
  const left = new AbortController();
  // All of them leave by it.
  setMaxListeners(0, left.signal);
  const reading: Promise<void>[] = [];
  for (let n = 0; n < FOLLOWERS; n += 1) {
    const person = await room.member(`Reader ${randomUUID()}`, ["checker"]);
    const session = SessionId.parse(randomUUID());
    await openSession(db, { id: session, person, userAgent: "bench", now: new Date() });
    const viewer = { person, session, name: "", email: "" };
    for (const article of articles) {
      const cursors = { [article]: (next.get(article) ?? 0) + 2 };
      reading.push(drain(feed.follow({ viewer, cursors, newsrooms: [] }, left.signal)));
    }
  }
  return {
    async leave() {
      left.abort();
      await Promise.all(reading);
    },
  };
}

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}
