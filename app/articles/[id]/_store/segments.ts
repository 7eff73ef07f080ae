import type { TagId } from "~/core/ids";
import type { Span, Tag } from "~/core/tag";
import { inTextOrder } from "./filter";

/** A stretch of a paragraph as it is drawn: words alone, or a mark around words and further marks. */
export type Segment =
  | { readonly kind: "words"; readonly start: number; readonly end: number }
  | {
      readonly kind: "mark";
      readonly tag: Tag;
      readonly start: number;
      readonly end: number;
      /** The tag begins (ends) here, and not in an earlier (later) piece. */
      readonly isFirst: boolean;
      readonly isLast: boolean;
      /**
       * Which of the lines below the words it draws, from 0, or from `LINES` on which of the lanes beside the
       * paragraph; the same for all of its pieces in the paragraph.
       */
      readonly lane: number;
      readonly inside: readonly Segment[];
    };

/** A paragraph as it is drawn. */
export interface ParagraphView {
  readonly segments: readonly Segment[];
  /** The focused tag, if it is in this paragraph. */
  readonly focused: TagId | null;
  /** The tag that the Tab key stops at, if it is in this paragraph: the focused one, else the article's first. */
  readonly stop: TagId | null;
  /** The tags in it whose cards are on the page. */
  readonly cards: ReadonlySet<TagId>;
  /** The tags in it that the filter passes over: drawn, but standing back. */
  readonly dimmed: ReadonlySet<TagId>;
}

/** So many underlines fit below a line of text. */
export const LINES = 3;

/** No line of text holds more code units: so far from each other, tags do not meet in a lane beside it. */
const ROW = 100;

/**
 * A paragraph cut at every edge of a tag, with marks nested where tags overlap. Tags that cross are cut: the
 * one that begins first stays whole, the other comes in two pieces.
 * @param tags those that touch the paragraph
 */
export function segmentsOf(paragraph: Span, tags: readonly Tag[]): Segment[] {
  if (paragraph.start === paragraph.end) return [];
  const inside = tags
    .filter(({ anchor }) => anchor.start < paragraph.end && anchor.end > paragraph.start)
    .sort(inTextOrder);
  return nest(paragraph, inside, lanesOf(paragraph, inside));
}

/**
 * The lowest line that is free where each tag begins. What runs on over the whole paragraph leaves the lines to
 * the tags in it, and goes beside it at once.
 */
function lanesOf({ start, end }: Span, tags: readonly Tag[]): Map<TagId, number> {
  const ends: number[] = [];
  const lanes = new Map<TagId, number>();
  for (const { id, anchor } of tags) {
    const runsOn = anchor.start <= start && anchor.end >= end && anchor.end - anchor.start > end - start;
    let lane = runsOn ? LINES : 0;
    while ((ends[lane] ?? -Infinity) > anchor.start) lane += 1;
    ends[lane] = anchor.end + (lane < LINES ? 0 : ROW);
    lanes.set(id, lane);
  }
  return lanes;
}

function nest({ start, end }: Span, tags: readonly Tag[], lanes: ReadonlyMap<TagId, number>): Segment[] {
  const segments: Segment[] = [];
  const words = (from: number, to: number) => {
    if (from < to) segments.push({ kind: "words", start: from, end: to });
  };
  let at = start;
  let rest = tags;
  for (let outer = rest[0]; outer; outer = rest[0]) {
    const { anchor } = outer;
    const from = Math.max(at, anchor.start);
    const to = Math.min(end, anchor.end);
    const others = rest.slice(1);
    words(at, from);
    const piece = { start: from, end: to };
    segments.push({
      kind: "mark",
      tag: outer,
      ...piece,
      isFirst: anchor.start === from,
      isLast: anchor.end === to,
      lane: lanes.get(outer.id) ?? 0,
      inside: nest(
        piece,
        others.filter((tag) => tag.anchor.start < to),
        lanes,
      ),
    });
    at = to;
    rest = others.filter((tag) => tag.anchor.end > to);
  }
  words(at, end);
  return segments;
}

/** Cuts the paragraphs of a text, and remembers how: a paragraph is mostly drawn anew for other reasons than its tags. */
export class Cutter {
  readonly #known = new Map<
    number,
    { readonly paragraph: Span; readonly tags: readonly Tag[]; readonly segments: readonly Segment[] }
  >();

  /** The same array while the paragraph and its tags are the same. @param index which paragraph it is */
  cut(index: number, paragraph: Span, tags: readonly Tag[]): readonly Segment[] {
    const known = this.#known.get(index);
    const isSame =
      known?.paragraph === paragraph &&
      known.tags.length === tags.length &&
      tags.every((tag, place) => known.tags[place] === tag);
    if (isSame) return known.segments;
    const segments = segmentsOf(paragraph, tags);
    this.#known.set(index, { paragraph, tags, segments });
    return segments;
  }
}
