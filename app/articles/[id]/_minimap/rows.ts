import type { Span } from "~/core/tag";

/** Stretches of a strip that are painted, in whole pixels from its top: `from` up to `to`. */
export interface Bar {
  readonly from: number;
  readonly to: number;
}

/** The least that can be seen of a tag, in pixels. */
const LEAST = 2;

/** Where spans lie on a strip as high as the text is long, kept up span by span. */
export class Rows {
  readonly #length: number;
  /** How many spans each pixel shows. */
  readonly #spans: Uint32Array;

  constructor(length: number, height: number) {
    this.#length = length;
    this.#spans = new Uint32Array(height);
  }

  /** Adds a span, or takes one out again. @returns whether another stretch is painted now */
  count({ start, end }: Span, by: 1 | -1): boolean {
    const height = this.#spans.length;
    const from = Math.min(Math.floor((start / this.#length) * height), height - LEAST);
    const to = Math.max(Math.ceil((end / this.#length) * height), from + LEAST);
    let isOther = false;
    for (let row = Math.max(0, from); row < Math.min(to, height); row += 1) {
      const spans = (this.#spans[row] ?? 0) + by;
      this.#spans[row] = spans;
      isOther ||= spans === (by === 1 ? 1 : 0);
    }
    return isOther;
  }

  /** What touches is one bar, so that there are never more bars than half the strip's pixels, however many spans. */
  bars(): Bar[] {
    const bars: Bar[] = [];
    let from = 0;
    this.#spans.forEach((spans, row) => {
      if (spans > 0 && (this.#spans[row - 1] ?? 0) === 0) from = row;
      if (spans > 0 && (this.#spans[row + 1] ?? 0) === 0) bars.push({ from, to: row + 1 });
    });
    return bars;
  }
}

/** Where all of the spans lie. */
export function barsOf(spans: Iterable<Span>, length: number, height: number): Bar[] {
  const rows = new Rows(length, height);
  for (const span of spans) rows.count(span, 1);
  return rows.bars();
}
