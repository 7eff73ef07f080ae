import { inTextOrder } from "~/app/articles/[id]/_store/filter";
import type { TagId } from "~/core/ids";
import type { PlacedLink } from "~/core/link";
import { differingKeys } from "~/core/patched-map";
import type { Tag } from "~/core/tag";

type Tags = ReadonlyMap<TagId, Tag>;

type Ends = ReadonlyMap<TagId, readonly PlacedLink[]>;

const NONE: readonly PlacedLink[] = [];
let latest: { readonly tags: Tags; readonly ends: Ends } | null = null;

/** The links that go out from a tag, and those that lead to it from others, in the order of the text; the same array while no linked tag changes. */
export function linksAround(tags: Tags, id: TagId): readonly PlacedLink[] {
  if (latest?.tags !== tags) latest = { tags, ends: endsAfter(latest, tags) };
  return latest.ends.get(id) ?? NONE;
}

/** Most tags have no links, and their changes leave all links as they were. */
function endsAfter(before: typeof latest, tags: Tags): Ends {
  if (!before) return byEnd(tags);
  const isLinked = (id: TagId) => before.ends.has(id) || (tags.get(id)?.links.length ?? 0) > 0;
  return [...differingKeys(before.tags, tags)].some(isLinked) ? byEnd(tags) : before.ends;
}

function byEnd(tags: Tags): Ends {
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
