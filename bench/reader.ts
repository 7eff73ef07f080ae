/**
 * Measures the reader: `npm run bench:reader`. Our workspace, Recogito's text annotator and plain text show the same
 * articles in Chromium, in turn, several rounds; what counts is the ratio in one run. `-- --quick` does one round
 * at the middle size.
 */
import { cpus } from "node:os";
import { chromium } from "@playwright/test";
import { findChromium } from "~/server/boot/chromium";
import { buildIfNeeded } from "~/server/boot/build";
import type { Size } from "./reader/material";
import { MemoryNewsroom } from "./reader/newsroom";
import { FIGURES, type Figures, median, round } from "./reader/round";
import { CONTENDERS, type Name, setStage } from "./reader/stage";

const isQuick = process.argv.includes("--quick");
const sizes: readonly Size[] = isQuick
  ? [{ words: 10_000, tags: 1_000 }]
  : [
      { words: 1_000, tags: 100 },
      { words: 10_000, tags: 1_000 },
      { words: 100_000, tags: 10_000 },
    ];
const rounds = isQuick ? 1 : 5;

const print = (line = "") => void process.stdout.write(`${line}\n`);
const n = (value: number) => value.toLocaleString("en");

function table(size: Size, figures: ReadonlyMap<Name, readonly Figures[]>): void {
  print(`\n${n(size.words)} words, ${n(size.tags)} tags`);
  print(
    ["".padEnd(26), ...CONTENDERS.map((name) => name.padStart(12)), "ours/recogito".padStart(16)].join(""),
  );
  for (const figure of FIGURES) {
    const of = (name: Name) => median((figures.get(name) ?? []).flatMap((each) => each[figure] ?? []));
    const cell = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(value < 100 ? 1 : 0));
    const ratio = of("ours") / of("recogito");
    print(
      [
        figure.padEnd(26),
        ...CONTENDERS.map((name) => cell(of(name)).padStart(12)),
        (Number.isNaN(ratio) ? "" : ratio.toFixed(2)).padStart(16),
      ].join(""),
    );
  }
}

await buildIfNeeded();
const newsroom = new MemoryNewsroom();
const stage = await setStage(newsroom.handler());
const browser = await chromium.launch({ executablePath: findChromium() });
try {
  const cores = cpus();
  print(
    `${cores.length} × ${cores[0]?.model ?? "unknown"}, Node ${process.versions.node}, Chromium ${browser.version()}`,
  );
  print(`${rounds} rounds, medians`);
  for (const size of sizes) {
    const figures = new Map<Name, Figures[]>(CONTENDERS.map((name) => [name, []]));
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const name of CONTENDERS) {
        newsroom.open(size);
        figures.get(name)?.push(await round(browser, stage.address, name, size));
      }
    }
    table(size, figures);
  }
} finally {
  await browser.close();
  stage.close();
}
