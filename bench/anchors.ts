/**
 * Measures how tags are carried into a new revision: `npm run bench:anchors`. A made-up story gets 50 edits and five
 * paragraphs moved, or is written anew, which is the most that there is to compare; told are the CPU time, which other
 * programs lengthen less than waiting, and what became of the tags.
 */
import { carryAnchors } from "~/core/carry";
import type { Anchored } from "~/core/carry";
import { cpuMedian } from "./cpu";

const SIZES = [
  { words: 20_000, tags: 3_000 },
  { words: 200_000, tags: 20_000 },
] as const;

const WORDS =
  "the a of in was were it that who not had said says mayor bridge council report engineer harbour crack safe vote plan money year people percent under over because on Tuesday Osmond denied confirmed".split(
    " ",
  );

let seed = 7;

/** A whole number below the limit, the same in every run. */
function below(limit: number): number {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}

/** One word in nine is a name or a figure that hardly stands anywhere else. */
function word(): string {
  const common = WORDS[below(WORDS.length)] ?? "";
  return below(9) === 0 ? `${common}${below(3_000)}` : common;
}

function sentence(): string {
  return `${Array.from({ length: 8 + below(14) }, word).join(" ")}.`;
}

function story(words: number): string {
  const paragraphs: string[] = [];
  for (let count = 0; count < words;) {
    const paragraph = Array.from({ length: 2 + below(4) }, sentence).join(" ");
    count += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  return paragraphs.join("\n");
}

/** Passages of one to some ten words, spread over the text. */
function tagsIn(text: string, count: number): Anchored<string>[] {
  return Array.from({ length: count }, (_, index) => {
    const start = text.indexOf(" ", Math.floor((text.length * index) / (count + 1))) + 1;
    const [exact = ""] = /^\S+(?: \S+){0,9}/.exec(text.slice(start, start + 10 + below(60))) ?? [];
    return { id: `${index}`, anchor: { start, end: start + exact.length, exact } };
  });
}

function edited(text: string): string {
  let after = text;
  for (let edit = 0; edit < 50; edit += 1) {
    const place = below(after.length);
    after = after.slice(0, place) + (below(3) > 0 ? sentence() : "") + after.slice(place + below(60));
  }
  const lines = after.split("\n");
  for (let move = 0; move < 5; move += 1)
    lines.splice(below(lines.length), 0, ...lines.splice(below(lines.length), 1));
  return lines.join("\n");
}

function row(cells: readonly string[]): void {
  process.stdout.write(
    `${cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(10))).join("")}\n`,
  );
}

const FATES = ["kept", "moved", "altered", "lost"] as const;
row(["A story", "words", "tags", "CPU ms", ...FATES]);
for (const { words, tags } of SIZES) {
  const before = story(words);
  const anchored = tagsIn(before, tags);
  const revisions = [
    ["unchanged", before],
    ["50 edits, 5 moves", edited(before)],
    ["written anew", story(words)],
  ] as const;
  for (const [name, after] of revisions) {
    const fates = [...carryAnchors(before, after, anchored).values()];
    const counts = FATES.map((fate) => fates.filter((carried) => carried.fate === fate).length);
    const ms = cpuMedian(() => carryAnchors(before, after, anchored));
    row([name, `${words}`, `${tags}`, ms.toFixed(0), ...counts.map(String)]);
  }
}
