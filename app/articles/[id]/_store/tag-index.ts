import { type Slice, textOf } from "~/core/article";
import { paragraphsOf } from "~/core/blocks";
import type { TagId } from "~/core/ids";
import { differingKeys } from "~/core/patched-map";
import { isLost, type Span, type Tag } from "~/core/tag";
import { inTextOrder } from "./filter";

/** What a change of the slice touched: the tags that are not what they were, and the paragraphs that look otherwise. */
export interface Touched {
  readonly tags: ReadonlySet<TagId>;
  readonly paragraphs: ReadonlySet<number>;
  /** The text itself is another one. */
  readonly text: boolean;
}

/**
 * The tags by paragraph and in the order of the text, kept up with the slice change by change: a new tag costs
 * the paragraphs that it touches, however long the article is.
 */
export class TagIndex {
  #slice: Slice;
  #paragraphs: readonly Span[];
  #within: Set<TagId>[];
  #ordered: Tag[];

  constructor(slice: Slice) {
    this.#slice = slice;
    this.#paragraphs = paragraphsOf(textOf(slice));
    this.#within = this.#paragraphs.map(() => new Set());
    this.#ordered = [...slice.tags.values()].sort(inTextOrder);
    for (const tag of this.#ordered)
      for (const index of this.paragraphsOf(tag)) this.#within[index]?.add(tag.id);
  }

  get paragraphs(): readonly Span[] {
    return this.#paragraphs;
  }

  /** All tags, in the order of the text; lost ones last. */
  get ordered(): readonly Tag[] {
    return this.#ordered;
  }

  /** The tags that touch a paragraph, in no order. */
  tagsIn(paragraph: number): Tag[] {
    return [...(this.#within[paragraph] ?? [])].flatMap((id) => this.#slice.tags.get(id) ?? []);
  }

  /** The paragraph that holds an offset; the one before where it lies on a line end. */
  paragraphAt(offset: number): number {
    let [low, high] = [0, this.#paragraphs.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#paragraphs[middle]?.end ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  paragraphsUnder({ start, end }: Span): number[] {
    const indices: number[] = [];
    for (let index = this.paragraphAt(start); (this.#paragraphs[index]?.start ?? Infinity) < end; index += 1)
      indices.push(index);
    return indices;
  }

  /** Where the tag is drawn: nowhere, once its words were lost. */
  paragraphsOf(tag: Tag): number[] {
    return isLost(tag) ? [] : this.paragraphsUnder(tag.anchor);
  }

  /** Takes over what changed from one slice to the next. */
  follow(next: Slice): Touched {
    const before = this.#slice;
    const tags = differingKeys(before.tags, next.tags);
    if (before.revision !== next.revision) {
      const fresh = new TagIndex(next);
      this.#slice = next;
      this.#paragraphs = fresh.#paragraphs;
      this.#within = fresh.#within;
      this.#ordered = fresh.#ordered;
      return { tags, paragraphs: new Set(this.#paragraphs.keys()), text: true };
    }
    this.#slice = next;
    const paragraphs = new Set<number>();
    for (const id of tags) {
      const [was, is] = [before.tags.get(id), next.tags.get(id)];
      if (was && is && looksAlike(was, is)) {
        this.#ordered[this.#placeOf(was)] = is;
        if (isEqual(was, is)) tags.delete(id);
        continue;
      }
      this.#remove(was, paragraphs);
      this.#insert(is, paragraphs);
    }
    return { tags, paragraphs, text: false };
  }

  #remove(tag: Tag | undefined, touched: Set<number>): void {
    if (!tag) return;
    for (const index of this.paragraphsOf(tag)) {
      this.#within[index]?.delete(tag.id);
      touched.add(index);
    }
    this.#ordered.splice(this.#placeOf(tag), 1);
  }

  #insert(tag: Tag | undefined, touched: Set<number>): void {
    if (!tag) return;
    for (const index of this.paragraphsOf(tag)) {
      this.#within[index]?.add(tag.id);
      touched.add(index);
    }
    this.#ordered.splice(this.#placeOf(tag), 0, tag);
  }

  /** Where the tag is, or belongs, in the order. */
  #placeOf(tag: Tag): number {
    let [low, high] = [0, this.#ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#ordered[middle];
      if (other && inTextOrder(other, tag) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether both are drawn the same in the text: the server's answer to one's own change is, nearly always. */
function looksAlike(one: Tag, other: Tag): boolean {
  return (
    isLost(one) === isLost(other) &&
    one.anchor.start === other.anchor.start &&
    one.anchor.end === other.anchor.end &&
    one.type === other.type &&
    one.review.state === other.review.state
  );
}

/** Whether both say the same: what the server makes of one's own change is mostly what was shown before it answered. */
function isEqual(one: Tag, other: Tag): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
