import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import superjson from "superjson";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";

import type { ArticleId } from "~/core/ids";
import { database } from "~/db/client";
import { testDatabaseUrl } from "~/db/testing";
import { cookieName } from "~/server/auth/cookies";
import { sealSession } from "~/server/auth/token";
import { cutUnread } from "~/server/boot/serve";
import { feedOf } from "~/server/feed/feed";
import { feedWorld, type FeedRole, type FeedWorld } from "~/server/feed/testing";
import { addArticle } from "~/server/ingest/add-article";
import { trpc } from "./trpc";
import { v7 } from "uuid";

process.env.NEXTAUTH_SECRET = "p5Vh0wqkzE0mYxJ8cT3nRfLd7sBuG1aK";

let world: FeedWorld;
let origin: string;
const open = new Set<ServerResponse>();
// Megabytes are written here, and a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

/** Answers as the server around Next does: the body is pulled as the socket drains. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  open.add(response);
  response.once("close", () => open.delete(response));
  const headers = new Headers(
    Object.entries(request.headersDistinct).map(([name, [value = ""] = []]): [string, string] => [
      name,
      value,
    ]),
  );
  const {
    status,
    headers: sent,
    body,
  } = await trpc(new Request(`${origin}${request.url ?? ""}`, { headers }));
  response.statusCode = status;
  response.setHeaders(sent);
  const readable = Readable.fromWeb(body as ReadableStream, { highWaterMark: 1 });
  response.once("close", () => readable.destroy());
  readable.on("error", () => response.destroy()).pipe(response);
}

beforeAll(async () => {
  process.env.DATABASE_URL = await testDatabaseUrl();
  world = await feedWorld(database());
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return async () => {
    server.closeAllConnections();
    server.close();
    await globalThis.galleyConnection?.close();
  };
});

async function cookie(role: FeedRole = "checker"): Promise<string> {
  return `${cookieName("session")}=${await sealSession((await world.browser(role)).session)}`;
}

interface Frame {
  event?: string | undefined;
  data?: undefined | { json?: { type?: string; events?: { seq: number }[]; data?: unknown } };
  id?: string | undefined;
}

const addressOf = (input: unknown, query = "") =>
  `${origin}/api/trpc/live?input=${encodeURIComponent(JSON.stringify(superjson.serialize(input)))}${query}`;

/** Opens a stream and reads its frames until one satisfies. */
async function read(
  address: string,
  until: (frames: Frame[]) => boolean,
  headers: Record<string, string>,
): Promise<Frame[]> {
  const left = new AbortController();
  const frames: Frame[] = [];
  let rest = "";
  const response = await fetch(address, { headers, signal: left.signal });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  for await (const chunk of response.body!) {
    const blocks = (rest + Buffer.from(chunk).toString()).split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const fields = new Map(
        block
          .split("\n")
          .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]),
      );
      const [event, id, data] = [fields.get("event"), fields.get("id"), fields.get("data")];
      frames.push({ event, id, data: data ? (JSON.parse(data) as Frame["data"]) : undefined });
    }
    if (until(frames)) break;
  }
  left.abort();
  return frames;
}

const seqsIn = (frames: Frame[]) =>
  frames.flatMap(({ data }) => data?.json?.events?.map(({ seq }) => seq) ?? []);
const upTo = (last: number) => (frames: Frame[]) => seqsIn(frames).at(-1) === last;
const failed = (frames: Frame[]) => frames.some(({ event }) => event === "serialized-error");

describe("the stream over HTTP", () => {
  it("says that it is connected, then tells events with the id to resume from", async () => {
    const article = await world.article();
    const reading = read(addressOf({ articles: { [article]: 0 } }), upTo(3), { cookie: await cookie() });
    await world.tag(article, 0);
    const frames = await reading;
    expect(frames[0]).toMatchObject({ event: "connected", data: { reconnectAfterInactivityMs: 25_000 } });
    expect(seqsIn(frames)).toEqual([1, 2, 3]);
    expect(JSON.parse(frames.at(-1)!.id!)).toEqual({ [article]: 3 });
  });

  it.each<[string, (article: ArticleId, id: string) => [string, Record<string, string>]]>([
    ["header", (article, id) => [addressOf({ articles: { [article]: 0 } }), { "last-event-id": id }]],
    [
      "query",
      (article, id) => [
        addressOf({ articles: { [article]: 0 } }, `&lastEventId=${encodeURIComponent(id)}`),
        {},
      ],
    ],
    ["input", (article, id) => [addressOf({ articles: { [article]: 0 }, lastEventId: id }), {}]],
    ["cursor", (article, id) => [addressOf({ articles: JSON.parse(id) as unknown }), {}]],
  ])("resumes by %s", async (_, way) => {
    const article = await world.article();
    await world.tag(article, 0);
    const [address, headers] = way(article, JSON.stringify({ [article]: 2 }));
    expect(seqsIn(await read(address, upTo(3), { cookie: await cookie(), ...headers }))).toEqual([3]);
  });

  it.each<[string, () => Promise<[string, string]>, string]>([
    ["nobody", async () => [addressOf({ articles: { [await world.article()]: 0 } }), ""], "signed-out"],
    ["what is no cursor", async () => [addressOf({ articles: { x: -1 } }), await cookie()], "bad-input"],
    [
      "a key that nobody asked for",
      async () => [addressOf({ articles: {}, all: true }), await cookie()],
      "bad-input",
    ],
    ["what is not JSON", async () => [`${origin}/api/trpc/live?input=%7B`, await cookie()], "bad-input"],
    [
      "more articles than a stream follows",
      async () => [
        addressOf({ articles: Object.fromEntries(Array.from({ length: 21 }, () => [v7(), 0])) }),
        await cookie(),
      ],
      "bad-input",
    ],
    [
      "a foreign newsroom",
      async () => [addressOf({ articles: {}, newsrooms: ["nobodys"] }), await cookie()],
      "not-found",
    ],
  ])("tells %s why it ends", async (_, asked, kind) => {
    const [address, sent] = await asked();
    const frames = await read(address, failed, { cookie: sent });
    expect(frames.at(-1)).toMatchObject({ event: "serialized-error", data: { json: { data: { kind } } } });
    expect(JSON.stringify(frames)).not.toMatch(/node_modules|select |\\n *at /);
  });

  it("is not for foreign pages", async () => {
    const headers = { cookie: await cookie(), "sec-fetch-site": "cross-site" };
    expect((await fetch(addressOf({ articles: {} }), { headers })).status).toBe(403);
  });

  it("lets go of whoever leaves", async () => {
    const article = await world.article();
    await read(addressOf({ articles: { [article]: 0 } }), upTo(2), { cookie: await cookie() });
    await expect.poll(() => feedOf(database()).size, { timeout: 20_000 }).toBe(0);
  });

  it("reads no further than its client does, and is cut when that one stops reading", async () => {
    const performer = { db: database(), person: world.person("copy-editor"), now: Date.now };
    const articles: Record<string, number> = {};
    for (let n = 0; n < 8; n += 1) {
      const [articleId, commandId] = [v7() as ArticleId, v7() as never];
      await addArticle(performer, world.newsroom.id, {
        raw: "A line of words. ".repeat(80_000),
        about: { articleId, commandId, language: "en", again: true },
      });
      articles[articleId] = 0;
    }
    const stop = cutUnread(open, { afterMs: 200, everyMs: 50 });
    onTestFinished(stop);
    const sent = await cookie();
    const client = get(addressOf({ articles }), { headers: { cookie: sent } }, (response) =>
      response.pause(),
    );
    client.on("error", () => undefined);
    onTestFinished(() => void client.destroy());
    const isStuck = () => [...open].some(({ writableNeedDrain }) => writableNeedDrain);
    await expect.poll(isStuck, { timeout: 60_000 }).toBe(true);
    await expect.poll(() => open.size, { timeout: 20_000 }).toBe(0);
    await expect.poll(() => feedOf(database()).size, { timeout: 20_000 }).toBe(0);
  });
});
