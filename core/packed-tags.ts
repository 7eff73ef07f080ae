import { isLost, type Tag } from "./tag";

/**
 * An article's tags as they travel to a page: the words that they stand on are in the text, which goes there too, and
 * most of what else they say, many of them say alike.
 */

/** What tags share. */
interface Said extends Omit<Tag, "id" | "at" | "touched" | "anchor"> {
  readonly revision: number;
  /** How many code units of context the anchor has on either side. */
  readonly before: number;
  readonly after: number;
}

/** One item of each list for each tag, in order. Numbers that rise from tag to tag are told by how much. */
export interface PackedTags {
  readonly ids: readonly Tag["id"][];
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  readonly ats: readonly number[];
  readonly touched: readonly number[];
  /** Which of `said` the tag says. */
  readonly says: readonly number[];
  readonly said: readonly Said[];
  /** Where lost tags last stood, which is in no text that goes with them: each with its place in the lists. */
  readonly elsewhere: readonly (readonly [number, Tag["anchor"]])[];
}

/** @param tags each of them that is not lost selects exactly its words */
export function packTags(tags: readonly Tag[]): PackedTags {
  const places = new Map<string, number>();
  const said: Said[] = [];
  const says = tags.map(({ id: _, at: __, touched: ___, anchor, ...rest }) => {
    const { revision, prefix, suffix } = anchor;
    const words = { ...rest, revision, before: prefix.length, after: suffix.length };
    const key = JSON.stringify(words);
    const place = places.get(key) ?? said.push(words) - 1;
    places.set(key, place);
    return place;
  });
  return {
    ids: tags.map(({ id }) => id),
    starts: steps(tags.map(({ anchor }) => anchor.start)),
    lengths: tags.map(({ anchor }) => anchor.end - anchor.start),
    ats: steps(tags.map(({ at }) => at)),
    touched: steps(tags.map(({ touched }) => touched)),
    says,
    said,
    elsewhere: tags.flatMap((tag, place) => (isLost(tag) ? [[place, tag.anchor] as const] : [])),
  };
}

/** The tags again, their words taken from the text. */
export function unpackTags(packed: PackedTags, text: string): Tag[] {
  const elsewhere = new Map(packed.elsewhere);
  let [start, at, touched] = [0, 0, 0];
  return packed.ids.flatMap((id, place): Tag[] => {
    start += packed.starts[place] ?? 0;
    at += packed.ats[place] ?? 0;
    touched += packed.touched[place] ?? 0;
    const end = start + (packed.lengths[place] ?? 0);
    const said = packed.said[packed.says[place] ?? -1];
    if (!said) return [];
    const { revision, before, after, ...rest } = said;
    const anchor = elsewhere.get(place) ?? {
      revision,
      start,
      end,
      exact: text.slice(start, end),
      prefix: text.slice(start - before, start),
      suffix: text.slice(end, end + after),
    };
    return [{ id, ...rest, anchor, at, touched }];
  });
}

function steps(numbers: readonly number[]): number[] {
  return numbers.map((number, place) => number - (numbers[place - 1] ?? 0));
}
