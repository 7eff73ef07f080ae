/**
 * Measures the live feed: `npm run bench:live`. Followers hold event streams on one article, over HTTP, to the
 * production build on a database of its own; somebody writes to it ten times a second; the time is taken from
 * the writer's request to the follower's event. Server, database, writer and followers share this machine, so that
 * the figures say what it bears with all of them. `--followers=1,50` and `--seconds=10` make it shorter;
 * `--processes=2` serves by two.
 */
import { cpus, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { ArticleId } from "~/core/ids";
import { buildIfNeeded } from "~/server/boot/build";
import { fanOut } from "./live/fan-out";
import { Follower } from "./live/followers";
import { openNewsroom, type Served, serveNewsroom } from "./live/newsroom";
import { post, tagging } from "./live/writing";

const A_SECOND = 10;
/** Of one person; the server allows twenty. */
const STREAMS_OF_ONE = 10;

const { values } = parseArgs({
  options: {
    followers: { type: "string", default: "1,50,400,1000" },
    seconds: { type: "string", default: "60" },
    processes: { type: "string", default: "1" },
  },
});
const counts = values.followers.split(",").map(Number);
const seconds = Number(values.seconds);

process.stdout.write(`Build: ${await buildIfNeeded()}\n`);
const newsroom = await openNewsroom();
const load = loadavg()[0]?.toFixed(1) ?? "?";
process.stdout.write(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, load at the start ${load}\n`);
try {
  const served = await serveNewsroom(newsroom, Number(values.processes));
  const people = await Promise.all(
    Array.from({ length: Math.ceil(Math.max(...counts) / STREAMS_OF_ONE) }, (_, n) =>
      newsroom.room.member(`Follower ${n}`, ["checker"]),
    ),
  );
  const cookies = await Promise.all(people.map((person) => served.signIn(person)));
  const writer = await served.signIn(newsroom.writer);
  // Loads what the server loads at first use.
  await measure(served, { article: await newsroom.article(), writer, cookies, count: 1, writes: 30 });
  row(["followers", "writes", "delivered", "wrong", "p50 ms", "p95 ms", "p99 ms", "kB each"]);
  for (const count of counts) {
    const article = await newsroom.article();
    const writes = A_SECOND * (count === 400 ? seconds : Math.min(seconds, 20));
    row(await measure(served, { article, writer, cookies, count, writes }));
  }
  await served.stop();
  process.stdout.write(
    "\nCommands a second on 16 articles, alone and with 10 followers on each, in one process:\n",
  );
  await fanOut(newsroom);
} finally {
  await newsroom.stop();
}

interface Measured {
  readonly article: ArticleId;
  readonly writer: string;
  readonly cookies: readonly string[];
  readonly count: number;
  readonly writes: number;
}

async function measure(
  served: Served,
  { article, writer, cookies, count, writes }: Measured,
): Promise<string[]> {
  const before = await served.memory();
  const followers = Array.from({ length: count }, () => new Follower(2));
  // Forty at a time, as after a restart they come spread by chance.
  for (let from = 0; from < count; from += 40) {
    const some = followers.slice(from, from + 40);
    await Promise.all(
      some.map((each, n) =>
        each.open({
          origin: served.origin,
          cookie: cookies[Math.floor((from + n) / STREAMS_OF_ONE)] ?? "",
          article,
        }),
      ),
    );
  }
  await pause(1_000);
  const sent = new Map<number, number>();
  const answers: Promise<void>[] = [];
  for (let n = 0; n < writes; n += 1) {
    const began = performance.now();
    answers.push(
      post(served.origin, { article, cookie: writer, ...tagging(n) }).then(({ seq }) => {
        sent.set(seq, began);
      }),
    );
    await pause(Math.max(0, 1_000 / A_SECOND - (performance.now() - began)));
  }
  await Promise.all(answers);
  const isDone = () => followers.every(({ came }) => came.size >= writes);
  for (let waited = 0; waited < 30_000 && !isDone(); waited += 100) await pause(100);
  const after = await served.memory();
  for (const each of followers) each.close();
  await pause(3_000);

  const times = followers
    .flatMap(({ came }) => [...came].map(([seq, at]) => at - (sent.get(seq) ?? Number.NaN)))
    .sort((a, b) => a - b);
  const at = (part: number) => (times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(0);
  const wrong = followers.reduce((sum, each) => sum + each.wrong, 0);
  const delivered = ((100 * times.length) / (writes * count)).toFixed(2);
  const each = ((after - before) / count).toFixed(0);
  return [String(count), String(writes), `${delivered} %`, String(wrong), at(0.5), at(0.95), at(0.99), each];
}

function row(cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(11)).join("")}\n`);
}
