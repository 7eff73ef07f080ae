import { setTimeout as pause } from "node:timers/promises";
import { v7 } from "uuid";
import { Reader } from "~/bench/faults/reader";
import { Writer } from "~/bench/faults/writer";
import { foundNewsroom, serveNewsroom, WORDS } from "~/bench/live/newsroom";
import { headOf } from "~/db/queries/heads";
import { freePort, type Machine } from "./machine";

const WRITERS = 4;
const FOLLOWERS = 6;
/** Between one replacement of the processes and the end, in milliseconds. */
const AROUND_RESTART = 8_000;
const CATCH_UP_WITHIN = 10_000;
/** Somewhat less than Galley takes: nginx has to let it pass, and hand it on whole. */
const LARGE_FILE = 14_000_000;

/** Starts everything and lives on it for a while. @returns whether everything held */
export async function trial(machine: Machine): Promise<boolean> {
  const database = await machine.startPostgres();
  const pooler = await machine.startPgBouncer(database);
  say("Postgres and PgBouncer", true, "");
  const newsroom = await foundNewsroom(database);
  const port = await freePort();
  const served = await serveNewsroom(newsroom, 2, {
    NEXTAUTH_URL: `https://localhost:${port}`,
    DATABASE_POOLER_URL: pooler,
    TRUST_PROXY: "1",
  });
  try {
    await machine.startNginx(port, served.port);
    const ready = await fetch(`${served.origin}/api/health/ready`);
    const cookie = await served.signIn(newsroom.writer);
    const article = await newsroom.article();
    const at = { origin: served.origin, cookie, article };
    return [
      say("Galley by way of nginx", ready.ok, `answers ${ready.status}`),
      await livesThrough(at, served.restart, async () => (await headOf(newsroom.db, article))?.seq ?? 0),
      await takesLargeFile(at.origin, cookie, newsroom.room.slug),
    ].every(Boolean);
  } finally {
    await served.stop();
    await newsroom.stop();
  }
}

/** People write and follow while the processes are replaced: nobody is refused, nothing lost or doubled. */
async function livesThrough(
  at: { origin: string; cookie: string; article: Parameters<Reader["follow"]>[0]["article"] },
  restart: () => void,
  head: () => Promise<number>,
): Promise<boolean> {
  const begin = await head();
  const readers = Array.from({ length: FOLLOWERS }, () => new Reader(begin));
  const following = readers.map((reader) => reader.follow(at));
  const writers = Array.from({ length: WRITERS }, () => new Writer(at));
  const writing = writers.map((writer, n) => writer.write(every(WRITERS, n)));
  await pause(AROUND_RESTART);
  restart();
  await pause(AROUND_RESTART);
  for (const writer of writers) writer.stop();
  await Promise.all(writing);
  const end = await head();
  const isBehind = () => readers.some(({ follower }) => follower.last < end);
  for (let waited = 0; waited < CATCH_UP_WITHIN && isBehind(); waited += 100) await pause(100);
  for (const reader of readers) reader.stop();
  await Promise.all(following);

  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const written = sum(writers.map(({ acknowledged }) => acknowledged.size));
  const refused = sum(writers.map(({ failures }) => failures));
  const missed = sum(readers.map(({ follower }) => end - begin - follower.came.size));
  const wrong = sum(readers.map(({ follower }) => follower.wrong));
  return [
    say("Writing while processes are replaced", refused === 0, `${written} acknowledged, ${refused} failed`),
    say(
      "The live feed",
      missed + wrong === 0,
      `${end - begin} events to each of ${FOLLOWERS}, ${missed} missed, ${wrong} wrong`,
    ),
  ].every(Boolean);
}

async function takesLargeFile(origin: string, cookie: string, newsroom: string): Promise<boolean> {
  const form = new FormData();
  form.set("articleId", v7());
  form.set("commandId", v7());
  form.set("file", new Blob(["x".repeat(LARGE_FILE)], { type: "text/plain" }), "large.txt");
  const answer = await fetch(`${origin}/api/upload?newsroom=${newsroom}&convert=`, {
    method: "POST",
    headers: { cookie, origin, "x-galley": "1" },
    body: form,
  });
  const words = await answer.text();
  // It is too long for an article, which Galley says, having read it; nginx would answer 413 with a page of its own.
  const isGalley = words.startsWith("{");
  return say(
    "A file of 14 MB",
    isGalley && answer.status !== 413,
    `answers ${answer.status}: ${words.slice(0, 120)}`,
  );
}

function* every(step: number, first: number): Generator<number> {
  for (let word = first; word < WORDS; word += step) yield word;
}

function say(what: string, holds: boolean, more: string): boolean {
  process.stdout.write(`  ${holds ? "holds" : "FAILS"}  ${what.padEnd(38)} ${more}\n`);
  return holds;
}
