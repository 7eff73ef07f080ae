/** The two rows of tokens that are compared. */
export type Rows = readonly [readonly number[], readonly number[]];

/** A stretch of the one row and a stretch of the other, ends exclusive. */
export interface Box {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

/** So many equal tokens, from `a` in the one row and from `b` in the other. */
export interface Match {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/**
 * The runs of `size` tokens that each row holds exactly once within the box, in the order of the first row. They
 * overlap; in the second row they may stand in any order.
 */
export function landmarks([a, b]: Rows, box: Box, size: number): Match[] {
  const inB = placesOf(b, { start: box.bStart, end: box.bEnd }, size);
  const found: Match[] = [];
  for (const [hash, place] of placesOf(a, { start: box.aStart, end: box.aEnd }, size)) {
    const other = inB.get(hash) ?? REPEATED;
    if (place === REPEATED || other === REPEATED) continue;
    let length = 0;
    while (length < size && a[place + length] === b[other + length]) length += 1;
    if (length === size) found.push({ a: place, b: other, length });
  }
  return found;
}

const REPEATED = -1;

/** Where each run of tokens stands, by its hash. Two that share a hash count as repeated: one less to go by. */
function placesOf(
  row: readonly number[],
  { start, end }: { start: number; end: number },
  size: number,
): Map<number, number> {
  const places = new Map<number, number>();
  for (let place = start; place + size <= end; place += 1) {
    let hash = 0;
    for (let at = place; at < place + size; at += 1)
      hash = Math.imul(hash ^ (row[at] ?? 0), 0x9e3779b1) >>> 1;
    places.set(hash, places.has(hash) ? REPEATED : place);
  }
  return places;
}

/**
 * The most of the landmarks that stand in the same order in both rows, those that overlap made one.
 * @see Fredman: On computing the length of longest increasing subsequences. Discrete Mathematics 11 (1975)
 */
export function inOrder(found: readonly Match[]): Match[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, { b }] of found.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[tails[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before.push(tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const chain: Match[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const match = found[at];
    if (match) chain.push(match);
  }
  return merged(chain.reverse());
}

/** Matches in the order of both rows without their overlaps: what continues the one before becomes part of it. */
export function merged(matches: readonly Match[]): Match[] {
  const whole: Match[] = [];
  for (const match of matches) {
    const last = whole.at(-1);
    const over = last ? Math.max(0, last.a + last.length - match.a, last.b + last.length - match.b) : 0;
    if (over > match.length) continue;
    const rest = { a: match.a + over, b: match.b + over, length: match.length - over };
    if (last && rest.a === last.a + last.length && rest.b === last.b + last.length)
      whole[whole.length - 1] = { ...last, length: last.length + rest.length };
    else if (rest.length > 0) whole.push(rest);
  }
  return whole;
}

/** The match grown to both sides as long as the rows are equal within the box. */
export function grown([a, b]: Rows, box: Box, match: Match): Match {
  let { a: at, b: other } = match;
  let on = match.length;
  while (match.a + on < box.aEnd && match.b + on < box.bEnd && a[match.a + on] === b[match.b + on]) on += 1;
  while (at > box.aStart && other > box.bStart && a[at - 1] === b[other - 1])
    [at, other] = [at - 1, other - 1];
  return { a: at, b: other, length: on + match.a - at };
}
