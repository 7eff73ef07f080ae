/**
 * Measures the reader: `npm run bench:reader`. Our workspace, Recogito's text annotator and plain text show the same
 * articles in Chromium, in turn, several rounds; what counts is the ratio in one run. Then the article's whole page,
 * as the production server sends it. `-- peers` or `-- page` runs one half; `--quick` does one
 * round instead of five.
 */
import { cpus } from "node:os";
import { type Browser, chromium } from "@playwright/test";
import { newsroom } from "~/e2e/people";
import { buildIfNeeded } from "~/server/boot/build";
import { findChromium } from "~/server/boot/chromium";
import type { Size } from "./reader/material";
import { MemoryNewsroom } from "./reader/newsroom";
import { importArticle, startGalley } from "./reader/production";
import { FIGURES, type Figures, round } from "./reader/round";
import { CONTENDERS, setStage } from "./reader/stage";
import { print, printTable } from "./reader/table";
import { signedIn, VISIT, visit, type Visited } from "./reader/visit";

const asked = process.argv.slice(2);
const isQuick = asked.includes("--quick");
const rounds = isQuick ? 1 : 5;

const BESIDE: readonly Size[] = [
  { words: 1_000, tags: 100 },
  { words: 10_000, tags: 1_000 },
  { words: 100_000, tags: 10_000 },
];
const PAGES: readonly Size[] = [
  { words: 20_000, tags: 3_000 },
  { words: 200_000, tags: 20_000 },
];

function say({ words, tags }: Size): string {
  return `${words.toLocaleString("en")} words, ${tags.toLocaleString("en")} tags`;
}

/** Contenders in turn, so that what else the machine does falls on all of them. */
async function besidePeers(browser: Browser): Promise<void> {
  const memory = new MemoryNewsroom();
  const stage = await setStage(memory.handler());
  for (const size of BESIDE) {
    const columns = new Map<string, Figures[]>(CONTENDERS.map((name) => [name, []]));
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const name of CONTENDERS) {
        memory.open(size);
        columns.get(name)?.push(await round(browser, stage.address, name, size));
      }
    }
    print(`\n${say(size)}; medians of ${rounds}`);
    printTable(FIGURES, columns, "ours/recogito");
  }
  stage.close();
}

/** The whole page, each time as somebody opens it for the first time. */
async function wholePage(browser: Browser): Promise<void> {
  const galley = await startGalley();
  try {
    const columns = new Map<string, Visited[]>();
    const newContext = await signedIn(browser, galley.address);
    const page = await (await newContext()).newPage();
    await page.goto(newsroom);
    const slug = newsroom.split("/").at(-1) ?? "";
    for (const size of PAGES) {
      const article = await importArticle(page, slug, size);
      const visits: Visited[] = [];
      for (let turn = 0; turn < rounds; turn += 1) {
        const context = await newContext();
        visits.push(await visit(context, article));
        await context.close();
      }
      columns.set(`${size.words / 1_000}k/${size.tags / 1_000}k`, visits);
    }
    print(`\nThe article's whole page, words/tags; medians of ${rounds}`);
    printTable(VISIT, columns);
  } finally {
    await galley.stop();
  }
}

await buildIfNeeded();
const browser = await chromium.launch({ executablePath: findChromium() });
try {
  const cores = cpus();
  print(
    `${cores.length} × ${cores[0]?.model ?? "unknown"}, Node ${process.versions.node}, Chromium ${browser.version()}`,
  );
  if (!asked.includes("page")) await besidePeers(browser);
  if (!asked.includes("peers")) await wholePage(browser);
} finally {
  await browser.close();
}
