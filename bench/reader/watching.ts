/** What a page notes about itself from its first moment, for whoever measures it from outside. */
export interface Watch {
  /** When its text could be read, and when its keys worked, in milliseconds from the navigation. */
  readable: number | null;
  interactive: number | null;
  /** How long frames took that took over 50 ms. */
  frames: number[];
  /** For each key: whether its mark was there in the next frame, and when that was painted. */
  keys: { isNext: boolean; milliseconds: number }[];
}

const watch: Watch = { readable: null, interactive: null, frames: [], keys: [] };
window.watch = watch;

function look(): void {
  const text = document.querySelector(".reader-paragraph + .reader-paragraph");
  if (text && text.getBoundingClientRect().height > 0) watch.readable ??= performance.now();
  // Cards come with the page's code, once it listens.
  if (document.querySelector("[role=comment][data-placed]")) watch.interactive ??= performance.now();
  if (watch.interactive === null) requestAnimationFrame(look);
}
requestAnimationFrame(look);

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) if (duration > 50) watch.frames.push(duration);
}).observe({ type: "long-animation-frame" });

function focused(): string | null {
  return document.querySelector("mark[data-focused]")?.getAttribute("data-tag") ?? null;
}

addEventListener(
  "keydown",
  () => {
    const began = performance.now();
    const before = focused();
    requestAnimationFrame(() => {
      const isNext = focused() !== null && focused() !== before;
      setTimeout(() => watch.keys.push({ isNext, milliseconds: performance.now() - began }));
    });
  },
  { capture: true },
);
