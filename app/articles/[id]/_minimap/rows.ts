import type { Span } from "~/core/tag";

/** Stretches of a strip that are painted, in whole pixels from its top: `from` up to `to`. */
export interface Bar {
  readonly from: number;
  readonly to: number;
}

/** The least that can be seen of a tag, in pixels. */
const LEAST = 2;

/**
 * Where the spans lie on a strip as high as the text is long. What touches is one bar, so that there are never
 * more bars than half the strip's pixels, however many spans.
 */
export function barsOf(spans: Iterable<Span>, length: number, height: number): Bar[] {
  const painted = new Uint8Array(height);
  for (const { start, end } of spans) {
    const from = Math.min(Math.floor((start / length) * height), height - LEAST);
    const to = Math.max(Math.ceil((end / length) * height), from + LEAST);
    painted.fill(1, Math.max(0, from), to);
  }
  const bars: Bar[] = [];
  for (let from = painted.indexOf(1); from !== -1;) {
    const gap = painted.indexOf(0, from);
    const to = gap === -1 ? height : gap;
    bars.push({ from, to });
    from = painted.indexOf(1, to);
  }
  return bars;
}
