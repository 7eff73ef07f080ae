/**
 * Measures the live feed: `npm run bench:live`. Followers hold event streams on one article, over HTTP, to the
 * production build on a database of its own, served by one process and then by two; somebody writes to it ten times a
 * second; the time is taken from the writer's request to the follower's event, beside what Postgres alone takes for a row
 * and its notification. The server's memory is that of all its processes, after each was made to collect its garbage.
 * Then: how much writing to many articles slows down while people follow them. Server, database, writer and followers
 * share this machine, so that the figures say what it bears with all of them.
 *
 * By default a short form; `-- --full` measures 1,000 followers too, and 400 for a minute. `--followers=1,50` and
 * `--processes=2` measure just those.
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { buildIfNeeded } from "~/server/boot/build";
import { openFloor } from "~/db/testing-floor";
import { fanOut } from "./live/fan-out";
import { floorTimes, follow, STREAMS_OF_ONE } from "./live/following";
import { openNewsroom, serveNewsroom } from "./live/newsroom";

/** What is to be reached, in milliseconds, by how many follow. */
const WANTED: Readonly<Record<number, string>> = {
  1: "p95 25",
  400: "p50 100, p99 1,000",
  1_000: "p99 3,000",
};
/** What the server may hold for each follower, in kilobytes, and after all have left, in megabytes. */
const WANTED_MEMORY = { forEach: 100, leftBehind: 80 };
const COLUMNS = [9, 9, 11, 8, 9, 9, 9, 9, 22] as const;

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    followers: { type: "string" },
    processes: { type: "string", default: "1,2" },
  },
});
const counts = (values.followers ?? (values.full ? "1,50,400,1000" : "1,50,400")).split(",").map(Number);
const say = (line: string) => void process.stdout.write(`${line}\n`);

say(`Build: ${await buildIfNeeded()}`);
const newsroom = await openNewsroom();
const load = loadavg()[0]?.toFixed(1) ?? "?";
say(`${cpus()[0]?.model ?? "?"}, ${cpus().length} cores, load at the start ${load}`);
try {
  const people = await Promise.all(
    Array.from({ length: Math.ceil(Math.max(...counts) / STREAMS_OF_ONE) }, (_, n) =>
      newsroom.room.member(`Follower ${n}`, ["checker"]),
    ),
  );
  for (const processes of values.processes.split(",").map(Number)) {
    say(
      `\nFollowers of one article, served by ${processes === 1 ? "one process" : `${processes} processes`}`,
    );
    await measure(processes, people);
  }
  say("\nCommands a second on 16 articles, alone and with 10 followers on each, in one process");
  await fanOut(newsroom, values.full ? 5 : 2);
} finally {
  await newsroom.stop();
}

async function measure(processes: number, people: readonly (typeof newsroom.writer)[]): Promise<void> {
  const served = await serveNewsroom(newsroom, processes);
  const floor = await openFloor(newsroom.url);
  try {
    const cookies = await Promise.all(people.map((person) => served.signIn(person)));
    const writer = await served.signIn(newsroom.writer);
    const following = async (count: number, seconds: number) =>
      follow(served, { article: await newsroom.article(), writer, cookies, count, seconds });
    // Loads what the server loads at first use.
    await following(STREAMS_OF_ONE, 3);
    const atFirst = await served.memory();
    row(["followers", "writes", "delivered", "wrong", "p50 ms", "p95 ms", "p99 ms", "kB each", "wanted"]);
    row(["Postgres", "", "", "", ...quantiles(await floorTimes(floor, values.full ? 20 : 5))]);
    for (const count of counts) {
      const seconds = values.full ? (count === 400 ? 60 : 20) : 5;
      const { writes, delivered, wrong, times, heldForEach } = await following(count, seconds);
      const whole = `${(100 * delivered).toFixed(2)} %`;
      const each = heldForEach.toFixed(0);
      row([count, writes, whole, wrong, ...quantiles(times), each, WANTED[count] ?? ""]);
    }
    const atLast = await served.memory();
    const [first, last, more] = [atFirst, atLast, atLast - atFirst].map((size) => (size / 1_024).toFixed(0));
    say(
      `  memory with nobody following: ${first} MB at first, ${last} MB after all had left, ${more} MB more ` +
        `(wanted: at most ${WANTED_MEMORY.leftBehind} more, and ${WANTED_MEMORY.forEach} kB for each while they follow)`,
    );
  } finally {
    await floor.close();
    await served.stop();
  }
}

function quantiles(times: readonly number[]): string[] {
  return [0.5, 0.95, 0.99].map((part) => (times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(1));
}

function row(cells: readonly (string | number)[]): void {
  say(
    cells
      .map((cell, at) => String(cell).padStart(COLUMNS[at] ?? 0))
      .join("")
      .trimEnd(),
  );
}
