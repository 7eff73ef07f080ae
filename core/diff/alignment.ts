import type { Change, Run } from "./change";
import { inOrder, landmarks, merged } from "./landmarks";
import type { Box, Match, Rows } from "./landmarks";
import { shortestEdit } from "./shortest";
import { slideOf, slidToEdges } from "./sliding";
import { inText, Vocabulary } from "./tokens";

/**
 * What two revisions have in common. First what stays in its order: runs of words that each text holds once, then
 * smaller ones between them, then the shortest edit of what is left; a short run between two long changes is
 * chance and is dropped. Then what stood in a change and stands again in another: it was moved.
 */

/** How many tokens a landmark has: first long ones, then short ones between them, then single words. */
const SIZES = [12, 6, 1] as const;

/** More edits than this in one gap make it a replacement. */
const MOST_EDITS = 800;

/** The changes that turn the one text into the other, in order, with text in common between each two. */
export function changesBetween(before: string, after: string): Change[] {
  const vocabulary = new Vocabulary();
  const [a, b] = [vocabulary.read(before), vocabulary.read(after)];
  const whole = { aStart: 0, aEnd: a.ids.length, bStart: 0, bEnd: b.ids.length };
  const runs = merged([...align([a.ids, b.ids], whole, 0)]).map((match) => ({
    ...inText(match, a, b),
    tokens: match.length,
  }));
  const size = { before: before.length, after: after.length };
  const changes = changesAround(withoutChance([before, after], runs), size)
    .map((change) => narrowed(before, after, change))
    .filter(({ before: cut, after: put }) => cut.start < cut.end || put.start < put.end);
  return settled([before, after], changes);
}

function* align(rows: Rows, box: Box, level: number): Generator<Match> {
  const [a, b] = rows;
  let { aStart, aEnd, bStart, bEnd } = box;
  while (aStart < aEnd && bStart < bEnd && a[aStart] === b[bStart])
    [aStart, bStart] = [aStart + 1, bStart + 1];
  while (aStart < aEnd && bStart < bEnd && a[aEnd - 1] === b[bEnd - 1]) [aEnd, bEnd] = [aEnd - 1, bEnd - 1];
  yield { a: box.aStart, b: box.bStart, length: aStart - box.aStart };
  if (aStart < aEnd && bStart < bEnd) yield* alignInside(rows, { aStart, aEnd, bStart, bEnd }, level);
  yield { a: aEnd, b: bEnd, length: box.aEnd - aEnd };
}

function* alignInside(rows: Rows, box: Box, level: number): Generator<Match> {
  const size = SIZES[level];
  if (size === undefined) {
    yield* shortestEdit(rows, box, MOST_EDITS) ?? [];
    return;
  }
  let { aStart, bStart } = box;
  for (const match of inOrder(landmarks(rows, box, size))) {
    yield* align(rows, { aStart, aEnd: match.a, bStart, bEnd: match.b }, level + 1);
    yield match;
    [aStart, bStart] = [match.a + match.length, match.b + match.length];
  }
  yield* align(rows, { aStart, aEnd: box.aEnd, bStart, bEnd: box.bEnd }, level + 1);
}

interface Found extends Run {
  readonly tokens: number;
}

interface Size {
  readonly before: number;
  readonly after: number;
}

/**
 * The runs without those that are shorter than both changes about them, where each word from the third on doubles what
 * a run stands against: the words "of the" in two sentences that have nothing else in common are not what stayed.
 */
function withoutChance([before, after]: readonly [string, string], runs: readonly Found[]): Found[] {
  const end = { before: before.length, after: after.length, length: 0, tokens: 0 };
  const distance = (from: Run | undefined, to: Run) => {
    const [cut, put] = [from ? from.before + from.length : 0, from ? from.after + from.length : 0];
    const change = { before: { start: cut, end: to.before }, after: { start: put, end: to.after } };
    const { before: less, after: more } = narrowed(before, after, change);
    return Math.max(less.end - less.start, more.end - more.start);
  };
  const sure: Found[] = [];
  for (const next of [...runs, end]) {
    for (let last = sure.at(-1); last; last = sure.at(-1)) {
      const weight = last.length * 2 ** Math.min(6, Math.max(0, last.tokens / 2 - 1.5));
      if (weight >= Math.min(distance(sure.at(-2), last), distance(last, next))) break;
      sure.pop();
    }
    if (next.tokens > 0) sure.push(next);
  }
  return sure;
}

function changesAround(runs: readonly Run[], size: Size): Change[] {
  const changes: Change[] = [];
  let [before, after] = [0, 0];
  for (const run of [...runs, { ...size, length: 0 }]) {
    changes.push({ before: { start: before, end: run.before }, after: { start: after, end: run.after } });
    [before, after] = [run.before + run.length, run.after + run.length];
  }
  return changes;
}

/** The change without the characters that both sides begin or end with. */
function narrowed(before: string, after: string, change: Change): Change {
  const most = Math.min(change.before.end - change.before.start, change.after.end - change.after.start);
  const same = (one: number, other: number) => before.charCodeAt(one) === after.charCodeAt(other);
  let first = 0;
  while (first < most && same(change.before.start + first, change.after.start + first)) first += 1;
  let last = 0;
  while (first + last < most && same(change.before.end - 1 - last, change.after.end - 1 - last)) last += 1;
  return {
    before: { start: change.before.start + first, end: change.before.end - last },
    after: { start: change.after.start + first, end: change.after.end - last },
  };
}

/** The changes, each slid to where people cut. */
function settled(texts: readonly [string, string], changes: readonly Change[]): Change[] {
  const done: Change[] = [];
  for (const [index, change] of changes.entries()) {
    const back = change.before.start - (done.at(-1)?.before.end ?? 0);
    const on = (changes[index + 1]?.before.start ?? texts[0].length) - change.before.end;
    done.push(slidToEdges(texts, change, slideOf(texts, change, { back, on })));
  }
  return done;
}
