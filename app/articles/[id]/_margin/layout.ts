/**
 * Where cards stand beside the text: as near to their marks as they can without overlapping, in the order of
 * the text. All lengths are CSS pixels from the top of the margin.
 */

/** A card, before it has a place. */
export interface Wish {
  /** Where its mark is. */
  readonly top: number;
  readonly height: number;
}

/** Cards that touch each other and move as one. */
interface Pile {
  /** The sum of the places that its cards would give its top, and how many they are. */
  sum: number;
  count: number;
}

/**
 * The tops of the cards. Each pile of cards stands where its distance from all of its marks is least (squared:
 * pool adjacent violators); the focused card stands exactly at its mark, and the others make room for it. None
 * stands above the margin's top, unless there is no other room above the focused one.
 * @param wishes in the order of the text
 * @param focused the place in `wishes` of the card that is to be level with its mark
 * @see https://doi.org/10.1214/aoms/1177728423 on the pooling
 */
export function arrange(wishes: readonly Wish[], gap: number, focused: number | null = null): number[] {
  const above = aboveEach(wishes, gap);
  const pulled = wishes.map(({ top }, place) => top - (above[place] ?? 0));
  const level = focused === null ? undefined : pulled[focused];
  const settle = (from: number, to: number, least: number, most: number) =>
    pool(pulled.slice(from, to)).map((place) => Math.min(most, Math.max(least, place)));
  const places =
    focused === null || level === undefined
      ? settle(0, wishes.length, 0, Infinity)
      : [...settle(0, focused, 0, level), level, ...settle(focused + 1, wishes.length, level, Infinity)];
  return places.map((place, index) => place + (above[index] ?? 0));
}

/** How much room the cards before each one take, with the gaps: what turns “no overlap” into “not falling”. */
function aboveEach(wishes: readonly Wish[], gap: number): number[] {
  let room = 0;
  return wishes.map(({ height }) => {
    const before = room;
    room += height + gap;
    return before;
  });
}

/** The sequence nearest to the wishes that never falls. */
function pool(wishes: readonly number[]): number[] {
  const piles: Pile[] = [];
  for (const wish of wishes) {
    let pile: Pile = { sum: wish, count: 1 };
    for (let last = piles.at(-1); last && meanOf(last) >= meanOf(pile); last = piles.at(-1)) {
      pile = { sum: last.sum + pile.sum, count: last.count + pile.count };
      piles.pop();
    }
    piles.push(pile);
  }
  return piles.flatMap((pile) => Array.from({ length: pile.count }, () => meanOf(pile)));
}

function meanOf({ sum, count }: Pile): number {
  return sum / count;
}

/** So many code units of text are about as high as one roomy card, at some 66 characters to a line of 31 px. */
const CARD_OF_TEXT = 230;
/** As far to either side does it matter how many tags there are. */
const AROUND = 3 * CARD_OF_TEXT;

/**
 * Which tags lie so close that only cards of one line stay near their marks.
 * @param starts where the tags begin in the text, rising
 */
export function crowded(starts: readonly number[]): boolean[] {
  const room = (2 * AROUND) / CARD_OF_TEXT;
  let first = 0;
  let next = 0;
  return starts.map((start) => {
    while ((starts[first] ?? Infinity) < start - AROUND) first += 1;
    while ((starts[next] ?? Infinity) <= start + AROUND) next += 1;
    return next - first > room;
  });
}
