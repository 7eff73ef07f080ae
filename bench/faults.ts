/**
 * What is left standing when things are killed: `npm run test:faults`. Sixteen people write to one article and nine
 * follow it, over HTTP, on the production build in two processes; meanwhile application and Postgres are killed by
 * SIGKILL in turn, twenty times, and come back. At the end every acknowledged command is in the log once, the log
 * has no gap and its chain holds, and every follower saw each event once, in order. `--kills=4 --writers=6
 * --followers=3` is the short form of `npm test`.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { ArticleId, CommandId } from "~/core/ids";
import type { Database } from "~/db/client";
import { readLog } from "~/db/log";
import { headOf } from "~/db/queries/heads";
import { proveSoundness } from "~/db/queries/soundness";
import { buildIfNeeded } from "~/server/boot/build";
import { Reader } from "./faults/reader";
import { Writer } from "./faults/writer";
import { openNewsroom, serveNewsroom, WORDS } from "./live/newsroom";

/** Work goes on undisturbed between two kills for so long at least, and so much longer at most, in milliseconds. */
const UNDISTURBED = { atLeast: 500, more: 1_500 };
/** So soon everything has to be ready again, in milliseconds. */
const READY_WITHIN = 10_000;
/** So long followers may take to the end of the log, in milliseconds. */
const CATCH_UP_WITHIN = 30_000;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "20" },
    writers: { type: "string", default: "16" },
    followers: { type: "string", default: "9" },
  },
});
const [kills, writing, following] = [values.kills, values.writers, values.followers].map(Number);

process.stdout.write(`Build: ${await buildIfNeeded()}\n`);
const newsroom = await openNewsroom();
let flaws: string[];
try {
  flaws = await live(newsroom);
} finally {
  await newsroom.stop();
}
for (const flaw of flaws) process.stdout.write(`  ${flaw}\n`);
process.stdout.write(
  flaws.length === 0 ? "Nothing was lost, doubled or out of order.\n" : "It does not hold.\n",
);
process.exit(flaws.length === 0 ? 0 : 1);

/** Has people write and read while things are killed. @returns a sentence for everything that does not hold */
async function live({ db, room, home, ...rest }: typeof newsroom): Promise<string[]> {
  const served = await serveNewsroom({ db, url: rest.url }, 2);
  const article = await rest.article();
  const begin = (await headOf(db, article))?.seq ?? 0;
  const at = async (name: string) => {
    const cookie = await served.signIn(await room.member(name, ["copy-editor"]));
    return { origin: served.origin, cookie, article };
  };
  const writers = await Promise.all(
    Array.from({ length: writing ?? 0 }, async (_, n) => new Writer(await at(`Writer ${n}`))),
  );
  const readers = Array.from({ length: following ?? 0 }, () => new Reader(begin));
  const reading = readers.map(async (reader, n) => reader.follow(await at(`Follower ${n}`)));
  const written = writers.map((writer, n) => writer.write(every(writers.length, n)));

  const slowest = { Galley: 0, Postgres: 0 };
  for (let kill = 0; kill < (kills ?? 0); kill += 1) {
    await pause(UNDISTURBED.atLeast + Math.random() * UNDISTURBED.more);
    const what = kill % 2 === 0 ? "Galley" : "Postgres";
    const began = performance.now();
    if (what === "Galley") await served.kill().then(() => served.serveAgain());
    else await killPostgres(home).then(() => readyAgain(served.origin));
    slowest[what] = Math.max(slowest[what], performance.now() - began);
  }
  await pause(UNDISTURBED.atLeast);
  for (const writer of writers) writer.stop();
  await Promise.all(written);
  const head = (await headOf(db, article))?.seq ?? 0;
  for (let waited = 0; waited < CATCH_UP_WITHIN && readers.some(({ follower }) => follower.last < head);) {
    await pause(100);
    waited += 100;
  }
  for (const reader of readers) reader.stop();
  await Promise.all(reading);
  await served.stop();

  const acknowledged = sum(writers.map((writer) => writer.acknowledged.size));
  process.stdout.write(
    `${kills} kills; ${acknowledged} commands acknowledged in ${sum(writers.map(({ attempts }) => attempts))} attempts; ` +
      `${sum(readers.map(({ breaks }) => breaks))} streams broke off; ready again after at most ` +
      `${(slowest.Galley / 1_000).toFixed(1)} s (Galley), ${(slowest.Postgres / 1_000).toFixed(1)} s (Postgres)\n`,
  );
  return [
    ...Object.entries(slowest).flatMap(([what, time]) =>
      time > READY_WITHIN ? `${what} was ready again only after ${(time / 1_000).toFixed(1)} s` : [],
    ),
    ...(await flawsOfLog(db, article, writers)),
    ...readers.flatMap(({ follower }, n) => {
      const missed = head - begin - follower.came.size;
      return follower.wrong > 0 || missed !== 0
        ? `follower ${n}: ${missed} events missed, ${follower.wrong} twice or out of order`
        : [];
    }),
    ...(await proveSoundness(db)).flaws,
  ];
}

/** What the log of the article says against what the writers were told. */
async function flawsOfLog(db: Database, article: ArticleId, writers: readonly Writer[]): Promise<string[]> {
  const applied = new Map<CommandId, number[]>();
  for (let last = 0; ;) {
    const events = await readLog(db, article, { after: last });
    for (const { command, seq } of events) applied.set(command, [...(applied.get(command) ?? []), seq]);
    const end = events.at(-1)?.seq;
    if (end === undefined) break;
    last = end;
  }
  const flaws: string[] = [];
  const told = (count: number, what: string) => count > 0 && flaws.push(`${count} commands ${what}`);
  const all = writers.flatMap(({ acknowledged }) => [...acknowledged]);
  told(all.filter(([id]) => !applied.has(id)).length, "acknowledged and lost");
  told(all.filter(([id]) => (applied.get(id)?.length ?? 1) > 1).length, "applied twice");
  told(
    all.filter(([id, seq]) => !applied.get(id)?.includes(seq)).length,
    "answered with another event’s number",
  );
  const [refusal] = writers.flatMap(({ refusals }) => refusals);
  if (refusal !== undefined) flaws.push(`a command was refused: ${refusal}`);
  told(sum(writers.map(({ changed }) => changed)), "answered otherwise when they were sent again");
  return flaws;
}

/** Kills the server outright; whoever keeps the newsroom's database up starts it again. */
async function killPostgres(home: string): Promise<void> {
  const [pid] = (await readFile(path.join(home, "data", "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
}

async function readyAgain(origin: string): Promise<void> {
  // The server may not have noticed yet.
  await pause(200);
  while (!(await fetch(`${origin}/api/health/ready`).catch(() => null))?.ok) await pause(100);
}

/** The words of the n-th of so many writers. */
function* every(step: number, first: number): Generator<number> {
  for (let word = first; word < WORDS; word += step) yield word;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
