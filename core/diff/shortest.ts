import type { Box, Match, Rows } from "./landmarks";

/**
 * What stays when the one row becomes the other by the fewest insertions and deletions of single tokens; null
 * where more than `limit` are needed, which bounds time and memory by its square.
 * @see Myers: An O(ND) difference algorithm and its variations. Algorithmica 1 (1986)
 */
export function shortestEdit([a, b]: Rows, box: Box, limit: number): Match[] | null {
  const { aStart, aEnd, bStart, bEnd } = box;
  const most = Math.min(limit, aEnd - aStart + bEnd - bStart);
  const zero = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reach.slice(zero - edits - 1, zero + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const below = reach[zero + diagonal + 1] ?? 0;
      const left = reach[zero + diagonal - 1] ?? 0;
      const isDown = diagonal === -edits || (diagonal !== edits && left < below);
      let x = isDown ? below : left + 1;
      while (aStart + x < aEnd && bStart + x - diagonal < bEnd && a[aStart + x] === b[bStart + x - diagonal])
        x += 1;
      reach[zero + diagonal] = x;
      if (aStart + x >= aEnd && bStart + x - diagonal >= bEnd) return walkBack(trace, box);
    }
  }
  return null;
}

/** The equal stretches on the way that reached the end, from the last to the first, put in order. */
function walkBack(trace: readonly Int32Array[], { aStart, aEnd, bStart, bEnd }: Box): Match[] {
  const matches: Match[] = [];
  let x = aEnd - aStart;
  let y = bEnd - bStart;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const diagonal = x - y;
    const row = trace[edits];
    const below = row?.[edits + 1 + diagonal + 1] ?? 0;
    const left = row?.[edits + 1 + diagonal - 1] ?? 0;
    const isDown = diagonal === -edits || (diagonal !== edits && left < below);
    const came = edits === 0 ? 0 : isDown ? below : left + 1;
    if (x > came) matches.push({ a: aStart + came, b: bStart + came - diagonal, length: x - came });
    x = isDown ? came : came - 1;
    y = isDown ? came - diagonal - 1 : came - diagonal;
  }
  return matches.reverse();
}
