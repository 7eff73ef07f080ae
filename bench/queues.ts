/**
 * Measures lists and queues in the database: `npm run bench:queues`, on 25,000 articles with a million tags, a tenth of
 * what Galley is built for; `-- --full` makes all of it (about 10 GB), and `--data=FOLDER` keeps it there, to be measured
 * again. Each page is read fifty times, deep pages too,
 * beside the plainest page that an index can give; told are p50 and p95 in milliseconds, with their way over the socket.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Role } from "~/core/policy";
import { SearchAsked } from "~/core/shapes/search";
import { TagQueueAsked } from "~/core/shapes/queue";
import { connect } from "~/db/client";
import { startEmbedded } from "~/db/embedded";
import { migrate } from "~/db/migrate";
import { listArticles } from "~/db/queries/articles";
import { queuedArticles } from "~/db/queries/queues/articles";
import { searchArticles } from "~/db/queries/search/search";
import { barePage, filledBefore, fillLarge } from "~/db/testing-large";
import { testNewsroom } from "~/db/testing-newsroom";
import { lookerFor, tagQueuePage } from "~/server/queues";

const ROUNDS = 50;
const PAGE = 50;

const { values } = parseArgs({
  options: { full: { type: "boolean", default: false }, data: { type: "string" } },
});
const size = { articles: values.full ? 250_000 : 25_000, tags: 40 };
const say = (line: string) => void process.stdout.write(`${line}\n`);

const folder = values.data ?? (await mkdtemp(path.join(tmpdir(), "galley-bench-")));
const embedded = await startEmbedded({ dataDir: folder });
await migrate(embedded.url);
const { db, close } = connect(embedded.url);
try {
  const roles = ["reporter", "copy-editor", "checker", "standards", "managing-editor"] as const;
  const made = async () => {
    const empty = await testNewsroom(db, roles);
    await fillLarge(db, empty, size, (done) => say(`${done.toLocaleString("en")} articles`));
    return empty;
  };
  const newsroom = (await filledBefore(db, size)) ?? (await made());
  say(
    `${cpus()[0]?.model ?? "?"}, ${cpus().length} cores; ${(size.articles * size.tags).toLocaleString("en")} tags`,
  );
  const as = async (role: Role) => {
    const id = newsroom.people.get(role);
    if (!id) throw new Error(`The newsroom has no ${role}.`);
    return lookerFor(db, { id, roles: [role] }, { id: newsroom.id, fourEyes: "required" });
  };
  const [checker, editor] = [await as("checker"), await as("copy-editor")];
  const now = Date.now();

  /** Reads page after page, beginning anew after the last. */
  const paging = <Place>(read: (after: Place | null) => Promise<{ next: Place | null }>) => {
    let after: Place | null = null;
    return async () => {
      after = (await read(after)).next;
    };
  };
  const queue = (looker: typeof checker, asked: Partial<TagQueueAsked>) => {
    const whole = TagQueueAsked.parse({ queue: "next", ...asked });
    return paging<Parameters<typeof tagQueuePage>[2]["after"]>((after) =>
      tagQueuePage(db, looker, { asked: whole, after, limit: PAGE }),
    );
  };
  const ofArticles = (name: "risk" | "debts") =>
    paging<Parameters<typeof queuedArticles>[2]["after"]>((after) =>
      queuedArticles(db, editor, { queue: name, desk: null, after, limit: PAGE, now }),
    );
  const list = (state: "current" | "archived") =>
    paging<Parameters<typeof listArticles>[3]["after"]>((after) =>
      listArticles(db, editor.actor.id, newsroom.id, { filter: { state, search: "" }, after, limit: PAGE }),
    );
  const search = (asked: object) =>
    paging<Parameters<typeof searchArticles>[2]["after"]>((after) =>
      searchArticles(db, editor, { asked: SearchAsked.parse(asked), after, limit: PAGE }),
    );
  let minute = 0;
  const pages: readonly [name: string, read: () => Promise<unknown>][] = [
    [
      "bare page of the newest tags",
      () => barePage(db, newsroom.id, new Date(now - 60_000 * (minute += 97))),
    ],
    ["my next, a checker's", queue(checker, {})],
    ["my next, a copy editor's", queue(editor, {})],
    ["my next, must be checked", queue(checker, { must: true })],
    ["my next, uncertainties to approve", queue(editor, { type: "uncertainty", state: "checked" })],
    ["given to me", queue(checker, { mine: true })],
    ["unclaimed", queue(editor, { queue: "unclaimed" })],
    ["stale", queue(checker, { queue: "stale" })],
    ["desk at risk", ofArticles("risk")],
    ["debts", ofArticles("debts")],
    ["articles, current", list("current")],
    ["articles, archived", list("archived")],
    ["search: words", search({ words: "harbour ferry" })],
    [
      "search: tags by attribute",
      search({ type: "claim", attributes: [{ name: "priority", value: "must" }] }),
    ],
    ["search: words that are nowhere", search({ words: "zebra" })],
  ];
  say("".padEnd(36) + "p50 ms".padStart(10) + "p95 ms".padStart(10));
  for (const [name, read] of pages) {
    await read();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      await read();
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? NaN).toFixed(1).padStart(10);
    say(name.padEnd(36) + at(0.5) + at(0.95));
  }
} finally {
  await close();
  await embedded.stop();
  if (!values.data) await rm(folder, { recursive: true, force: true });
}
