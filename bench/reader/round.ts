import type { Browser } from "@playwright/test";
import { DEEDS } from "./contender";
import type { Size } from "./material";
import { Meter } from "./measuring";
import type { Name } from "./stage";

/** Figures by name; what a contender cannot do is absent. */
export type Figures = Partial<Record<Figure, number>>;
export type Figure = (typeof FIGURES)[number];

export const FIGURES = [
  "load, CPU ms",
  "load, ms to paint",
  "add, CPU ms",
  "add, ms to paint",
  "recolour, CPU ms",
  "recolour, ms to paint",
  "delete, CPU ms",
  "delete, ms to paint",
  "scroll, CPU ms a frame",
  "hit test, µs",
  "heap, MB",
  "nodes",
] as const;

const TIMES = 10;
const FRAMES = 90;
const POINTS = 2_000;

/** One contender at one size, once, in a page of its own. */
export async function round(browser: Browser, address: string, name: Name, size: Size): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => process.stderr.write(`${name}: ${error.message}\n`));
  try {
    await page.goto(`${address}/${name}`);
    await page.evaluate((size) => window.contender.prepare(size), size);
    const meter = await Meter.on(page);
    await meter.heap();
    await meter.rest();
    const loading = await meter.cpu(async () => {
      const wall = await page.evaluate(async () => window.driving.load());
      await meter.rest();
      return wall;
    });
    const figures: Figures = {
      "load, CPU ms": loading.cpu,
      "load, ms to paint": loading.answer,
      "heap, MB": await meter.heap(),
      nodes: await meter.nodes(),
    };
    await page.evaluate(async () => window.driving.settleInTheMiddle());
    await meter.rest();
    const idle = await meter.cpu(async () => page.evaluate(async () => window.driving.pause(1_000)));
    const scrolled = await meter.cpu(async () =>
      page.evaluate(async (n) => window.driving.scroll(n), FRAMES),
    );
    figures["scroll, CPU ms a frame"] = scrolled.cpu / FRAMES;
    if (await page.evaluate(() => window.contender.deeds === null)) return figures;
    await page.evaluate((times) => window.driving.choosePassages(times), TIMES);
    await meter.rest();
    for (const deed of DEEDS) {
      const done = await meter.cpu(async () =>
        page.evaluate(async ([deed, times]) => window.driving.act(deed, times), [deed, TIMES] as const),
      );
      // What a page spends that does nothing, in the time that the deeds took.
      const noOp = (idle.cpu * (0.12 * TIMES + 0.5)) / TIMES;
      figures[`${deed}, CPU ms`] = done.cpu / TIMES - noOp;
      figures[`${deed}, ms to paint`] = median(done.answer);
    }
    const { microseconds } = await page.evaluate((n) => window.driving.hit(n), POINTS);
    return { ...figures, "hit test, µs": microseconds };
  } finally {
    await page.close();
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? NaN, sorted[sorted.length >> 1] ?? NaN];
  return (low + high) / 2;
}
