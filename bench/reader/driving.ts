import type { Span } from "~/core/tag";
import type { Deed } from "./contender";
import { randomFrom } from "./material";

/** What happens in the page of each contender, the same in all of them. */

const PATIENCE = 120_000;

/** Waits until what was changed has been painted. */
async function painted(): Promise<void> {
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Puts everything on the page. @returns milliseconds until it was painted */
async function load(): Promise<number> {
  const began = performance.now();
  window.contender.load();
  do {
    await painted();
    if (performance.now() - began > PATIENCE) throw new Error("It was not on the page after two minutes.");
  } while (!window.contender.isLoaded());
  return performance.now() - began;
}

let passages: readonly Span[] = [];

/** What of the window no bar of any contender covers, in CSS pixels from its top and its foot. */
const BARS = { top: 100, foot: 150 };

/**
 * Chooses passages in view that do not touch each other, as many as wanted, for the deeds to come: nobody selects words
 * that are out of sight. It asks for what is drawn alone, so that nobody has to lay out what is far.
 */
function choosePassages(count: number): void {
  const column = document.querySelector(".reader-text");
  if (!column) return;
  const { left, width } = column.getBoundingClientRect();
  const inView = new Set<Element>();
  for (let y = BARS.top; y < innerHeight - BARS.foot; y += 10) {
    for (const element of document.elementsFromPoint(left + width / 2, y))
      if (element.matches(".reader-paragraph")) inView.add(element);
  }
  const chosen: Span[] = [];
  let start = 0;
  for (const paragraph of column.querySelectorAll(".reader-paragraph")) {
    const { length } = paragraph.textContent;
    if (inView.has(paragraph))
      for (let at = 30; at + 40 < length && chosen.length < count; at += 30)
        if (isInView(paragraph, at, at + 25)) chosen.push({ start: start + at, end: start + at + 25 });
    start += length + 1;
  }
  if (chosen.length < count) throw new Error(`Only ${chosen.length} passages are in view.`);
  passages = chosen;
}

/** Whether words of a paragraph stand where no bar covers them. */
function isInView(paragraph: Element, start: number, end: number): boolean {
  const range = document.createRange();
  const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) range.setEnd(node, end - at);
    at += length;
  }
  const { top, bottom } = range.getBoundingClientRect();
  return top >= BARS.top && bottom <= innerHeight - BARS.foot;
}

/** Does a deed so many times, a little after one another. @returns milliseconds to the painted frame, of each */
async function act(deed: Deed, times: number): Promise<number[]> {
  const walls: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const passage = passages[time % passages.length];
    if (!passage) throw new Error("No words are in view to be tagged.");
    const began = performance.now();
    window.contender.deeds?.[deed](passage);
    await painted();
    walls.push(performance.now() - began);
    await pause(120);
  }
  await pause(500);
  return walls;
}

/** Scrolls on by so many frames. */
async function scroll(frames: number): Promise<void> {
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise(requestAnimationFrame);
    scrollBy({ top: 97, behavior: "instant" });
  }
  await pause(300);
}

/** Goes a third of the way down, and rests. */
async function settleInTheMiddle(): Promise<void> {
  scrollTo({ top: document.documentElement.scrollHeight / 3, behavior: "instant" });
  await pause(800);
}

/** Asks for the tag at so many points of the window. @returns microseconds for one, and how many were hit */
function hit(points: number): { microseconds: number; found: number } {
  const random = randomFrom(points);
  const { hit: at } = window.contender;
  let found = 0;
  const began = performance.now();
  for (let point = 0; point < points; point += 1) {
    if (at?.(random() * innerWidth, random() * innerHeight)) found += 1;
  }
  return { microseconds: ((performance.now() - began) * 1000) / points, found };
}

const driving = { load, choosePassages, act, scroll, settleInTheMiddle, hit, pause };
export type Driving = typeof driving;

declare global {
  interface Window {
    driving: Driving;
  }
}
window.driving = driving;
