import type { Change, Run } from "./change";
import type { Span } from "~/core/tag";

/** Where a passage of the earlier text went, by what the two texts have in common. */
export interface Placement {
  /** Where its first and its last character stand in the later text (`end` exclusive); null where one is gone. */
  readonly start: number | null;
  readonly end: number | null;
  /** The changes that it touches, in order; none where its words are one unchanged run. */
  readonly changes: readonly Change[];
  /** What is left of it, as stretches of the earlier text. */
  readonly left: readonly Span[];
  /** The changes and the text in common on either side of them, as one stretch of the earlier text. */
  readonly around: Span;
}

/** Places passages by runs that stand in the same order in both texts. */
export class Placing {
  readonly #runs: readonly Run[];

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  /** By what lies between the changes, from the beginning to the end of the texts. */
  static between(changes: readonly Change[], size: { before: number; after: number }): Placing {
    const runs: Run[] = [];
    let [before, after] = [0, 0];
    for (const change of changes) {
      runs.push({ before, after, length: change.before.start - before });
      [before, after] = [change.before.end, change.after.end];
    }
    runs.push({ before, after, length: size.before - before });
    return new Placing(runs);
  }

  /** Null where the passage begins before the first run or ends after the last. */
  place({ start, end }: Span): Placement | null {
    const [first, last] = [this.#runIndexAt(start), this.#runIndexAt(end - 1)];
    const [firstRun, lastRun] = [this.#runs[first], this.#runs[last]];
    if (!firstRun || !lastRun) return null;
    const isStartLeft = start < endOf(firstRun);
    const isEndLeft = end <= endOf(lastRun);
    const changes: Change[] = [];
    for (let index = first; index < (isEndLeft ? last : last + 1); index += 1) {
      const [run, next] = [this.#runs[index], this.#runs[index + 1]];
      if (!run || !next) return null;
      changes.push({
        before: { start: endOf(run), end: next.before },
        after: { start: run.after + run.length, end: next.after },
      });
    }
    const beyond = this.#runs[first + changes.length] ?? lastRun;
    return {
      start: isStartLeft ? start - firstRun.before + firstRun.after : null,
      end: isEndLeft ? end - lastRun.before + lastRun.after : null,
      changes,
      left: this.#runs
        .slice(first, last + 1)
        .map((run) => ({ start: Math.max(start, run.before), end: Math.min(end, endOf(run)) }))
        .filter((stretch) => stretch.start < stretch.end),
      around: { start: firstRun.before, end: endOf(beyond) },
    };
  }

  /** The last run that begins at or before the offset; -1 for none. */
  #runIndexAt(offset: number): number {
    let [low, high] = [0, this.#runs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.before ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function endOf(run: Run): number {
  return run.before + run.length;
}
