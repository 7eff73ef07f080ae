import { inTextOrder } from "~/app/articles/[id]/_store/filter";
import type { TagId } from "~/core/ids";
import type { PlacedLink } from "~/core/link";
import type { Tag } from "~/core/tag";

type Tags = ReadonlyMap<TagId, Tag>;

const NONE: readonly PlacedLink[] = [];
const known = new WeakMap<Tags, ReadonlyMap<TagId, readonly PlacedLink[]>>();

/** The links that go out from a tag, and those that lead to it from others, in the order of the text. */
export function linksAround(tags: Tags, id: TagId): readonly PlacedLink[] {
  let ends = known.get(tags);
  if (!ends) {
    ends = byEnd(tags);
    known.set(tags, ends);
  }
  return ends.get(id) ?? NONE;
}

function byEnd(tags: Tags): ReadonlyMap<TagId, readonly PlacedLink[]> {
  const ends = new Map<TagId, PlacedLink[]>();
  const note = (end: TagId, link: PlacedLink) => {
    const held = ends.get(end);
    if (held) held.push(link);
    else ends.set(end, [link]);
  };
  const linked = [...tags.values()].filter(({ links }) => links.length > 0).sort(inTextOrder);
  for (const tag of linked) {
    for (const link of tag.links) {
      const placed = { tag: tag.id, ...link };
      note(tag.id, placed);
      note(link.target, placed);
    }
  }
  return ends;
}
