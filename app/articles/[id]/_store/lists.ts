import type { Slice } from "~/core/article";
import type { TagId } from "~/core/ids";
import { differingKeys } from "~/core/patched-map";
import type { Tag } from "~/core/tag";
import { type Counts, countTags, recount } from "./counts";
import { inTextOrder, matches, type TagFilter } from "./filter";

type Tags = Slice["tags"];

interface List {
  tags: Tags;
  ids: readonly TagId[];
  counts: Counts;
}

/** For each filter the tags that pass it, and how many there are: kept up change by change, from when it is first asked for. */
export class Lists {
  readonly #known = new WeakMap<TagFilter, List>();

  /** The tags that pass, in the order of the text; the same array while they are the same. */
  ids(filter: TagFilter, tags: Tags): readonly TagId[] {
    return this.#follow(filter, tags).ids;
  }

  counts(filter: TagFilter, tags: Tags): Counts {
    return this.#follow(filter, tags).counts;
  }

  #follow(filter: TagFilter, tags: Tags): List {
    const known = this.#known.get(filter);
    if (known?.tags === tags) return known;
    const list = known ? next(known, filter, tags) : begin(filter, tags);
    this.#known.set(filter, list);
    return list;
  }
}

function begin(filter: TagFilter, tags: Tags): List {
  const passing = [...tags.values()].filter((tag) => matches(tag, filter)).sort(inTextOrder);
  return { tags, ids: passing.map(({ id }) => id), counts: countTags(tags.values(), filter) };
}

function next(known: List, filter: TagFilter, tags: Tags): List {
  const changed = [...differingKeys(known.tags, tags)];
  const gone = changed.flatMap((id) => known.tags.get(id) ?? []);
  const come = changed.flatMap((id) => tags.get(id) ?? []);
  const counts = recount(known.counts, { gone, come }, filter);
  const [left, joined] = [gone, come].map((some) => some.filter((tag) => matches(tag, filter)));
  return { tags, counts, ids: settle(known.ids, tags, { left: left ?? [], joined: joined ?? [] }) };
}

/** The list without those that left, and those that joined in their places; the same array where nobody moved. */
function settle(
  ids: readonly TagId[],
  tags: Tags,
  { left, joined }: { left: readonly Tag[]; joined: readonly Tag[] },
): readonly TagId[] {
  const isSame =
    left.length === joined.length &&
    left.every((tag, place) => {
      const other = joined[place];
      return other && inTextOrder(tag, other) === 0;
    });
  if (isSame) return ids;
  const leaving = new Set(left.map(({ id }) => id));
  const settled = ids.filter((id) => !leaving.has(id));
  for (const tag of joined) settled.splice(placeOf(tag, settled, tags), 0, tag.id);
  return settled;
}

function placeOf(tag: Tag, ids: readonly TagId[], tags: Tags): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const id = ids[middle];
    const other = id === undefined ? undefined : tags.get(id);
    if (other && inTextOrder(other, tag) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
