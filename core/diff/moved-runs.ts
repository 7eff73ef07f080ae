import type { Change, Run } from "./change";
import { grown, landmarks } from "./landmarks";
import type { Match, Rows } from "./landmarks";
import { inText, Vocabulary } from "./tokens";
import type { Tokens } from "./tokens";
import { paragraphAround } from "~/core/text";

/** What was cut and pasted is known by so many tokens of a line, found once in what was cut and once in what was pasted. */
const SIZE = 6;

/** Runs were moved together if so much of what they span is the same; a line was, if so much of it was. */
const MOST = 0.75;

type Texts = readonly [before: string, after: string];

/** What was moved together, in the order of both texts: runs, with what was changed on the way between them. */
export function movedTogether(texts: Texts, changes: readonly Change[]): Run[][] {
  const groups: Run[][] = [];
  let same = 0;
  for (const run of movedRuns(texts, changes)) {
    const group = groups.at(-1);
    const [first, last] = [group?.at(0), group?.at(-1)];
    if (group && first && last && follows(last, run) && same + run.length >= MOST * spanned(first, run)) {
      if (isSameBetween(texts, last, run)) group[group.length - 1] = spanning(last, run);
      else group.push(run);
      same += run.length;
    } else {
      groups.push([run]);
      same = run.length;
    }
  }
  return groups.map((runs) => withLineEnds(texts, runs));
}

function movedRuns([before, after]: Texts, changes: readonly Change[]): Run[] {
  const vocabulary = new Vocabulary();
  const [a, b] = [new Lines(before, vocabulary, -1), new Lines(after, vocabulary, -2)];
  for (const change of changes) {
    a.add(change.before);
    b.add(change.after);
  }
  const whole = { aStart: 0, aEnd: a.ids.length, bStart: 0, bEnd: b.ids.length };
  const rows: Rows = [a.ids, b.ids];
  const runs: Run[] = [];
  let last: Match | null = null;
  for (const match of landmarks(rows, whole, SIZE)) {
    if (last && match.a < last.a + last.length && match.a - last.a === match.b - last.b) continue;
    last = grown(rows, whole, match);
    runs.push(lengthened([before, after], inText(last, a, b)));
  }
  return runs;
}

/** Lines of one text, each closed by a number that stands for nothing, so that no run goes on into the next. */
class Lines implements Tokens {
  readonly ids: number[] = [];
  readonly starts: number[] = [];
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  #close: number;

  constructor(text: string, vocabulary: Vocabulary, close: number) {
    this.#text = text;
    this.#vocabulary = vocabulary;
    this.#close = close;
  }

  add({ start, end }: { start: number; end: number }): void {
    for (let from = start; from < end;) {
      const to = Math.min(end, paragraphAround(this.#text, from).end);
      const { ids, starts } = this.#vocabulary.read(this.#text, from, to);
      for (const id of ids) this.ids.push(id);
      for (const place of starts) this.starts.push(place);
      this.ids.push(this.#close);
      this.#close -= 2;
      from = to + 1;
    }
  }
}

/** The run with the rest of the line on either side as far as it is the same, character by character. */
function lengthened([before, after]: Texts, run: Run): Run {
  const { start, end } = paragraphAround(before, run.before);
  const isSame = (by: number) => before.charCodeAt(run.before + by) === after.charCodeAt(run.after + by);
  let back = 0;
  while (run.before - back > start && run.after - back > 0 && isSame(-back - 1)) back += 1;
  let { length } = run;
  while (run.before + length < end && run.after + length < after.length && isSame(length)) length += 1;
  return { before: run.before - back, after: run.after - back, length: back + length };
}

function follows(last: Run, run: Run): boolean {
  return run.before >= last.before + last.length && run.after >= last.after + last.length;
}

function spanned(first: Run, last: Run): number {
  return Math.max(last.before - first.before, last.after - first.after) + last.length;
}

function spanning(first: Run, last: Run): Run {
  return { ...first, length: last.before + last.length - first.before };
}

function isSameBetween([before, after]: Texts, one: Run, other: Run): boolean {
  const [from, to] = [one.before + one.length, one.after + one.length];
  if (other.before - from !== other.after - to) return false;
  return before.slice(from, other.before) === after.slice(to, other.after);
}

/** The runs with what else is the same at the ends of their first and last line, if they are most of it. */
function withLineEnds(texts: Texts, runs: readonly Run[]): Run[] {
  const [first, last] = [runs.at(0), runs.at(-1)];
  if (!first || !last) return [];
  const head = lineHead(texts, first);
  const tail = lineTail(texts, last);
  return [...(head ? [head] : []), ...runs, ...(tail ? [tail] : [])];
}

function lineHead([before, after]: Texts, run: Run): Run | null {
  const line = paragraphAround(before, run.before);
  const other = paragraphAround(after, run.after).start;
  if (Math.min(run.length, line.end - run.before) < MOST * (line.end - line.start)) return null;
  const most = Math.min(run.before - line.start, run.after - other);
  let length = 0;
  while (length < most && before[line.start + length] === after[other + length]) length += 1;
  return { before: line.start, after: other, length };
}

function lineTail([before, after]: Texts, run: Run): Run | null {
  const [end, endAfter] = [run.before + run.length, run.after + run.length];
  const line = paragraphAround(before, end);
  const other = paragraphAround(after, endAfter).end;
  if (Math.min(run.length, end - line.start) < MOST * (line.end - line.start)) return null;
  const most = Math.min(line.end - end, other - endAfter);
  let length = 0;
  while (length < most && before[line.end - 1 - length] === after[other - 1 - length]) length += 1;
  return { before: line.end - length, after: other - length, length };
}
