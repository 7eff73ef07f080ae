import type { TagId } from "./ids";
import { type LinkKind, type Scheme, typeNamed } from "./scheme";
import type { Tag } from "./tag";
import type { Link } from "./shapes/link";

/**
 * Links between the tags of an article: one tag says something about another. Which links a type may have, and
 * to which types, stands in the scheme. A link whose tag or target was dismissed or withdrawn rests: it stays
 * where it is, counts for nothing, and counts again once the tag is restored.
 */

export type { Link } from "./shapes/link";

/** What the scheme says of a type's links of that kind; undefined where it has none. */
export function linkKindOf(scheme: Scheme, type: string, kind: string): LinkKind | undefined {
  return typeNamed(scheme, type).links.find(({ name }) => name === kind);
}

/** True where the scheme lets a tag of the one type have a link of that kind to one of the other. */
export function allowsLink(scheme: Scheme, from: string, kind: string, to: string): boolean {
  return linkKindOf(scheme, from, kind)?.to.includes(to) ?? false;
}

/** True when both are the same link of one tag. */
export function sameLink(a: Link, b: Link): boolean {
  return a.kind === b.kind && a.target === b.target;
}

/** A link with the tag that it goes out from. */
export type PlacedLink = Link & { readonly tag: TagId };

type Tags = ReadonlyMap<TagId, Tag>;

/** From which of the two tags such a link goes out to the other; null where neither has it. */
export function linkedFrom(tags: Tags, { tag, kind, target }: PlacedLink): TagId | null {
  const has = (from: TagId, to: TagId) =>
    tags.get(from)?.links.some((link) => sameLink(link, { kind, target: to })) ?? false;
  if (has(tag, target)) return tag;
  return has(target, tag) ? target : null;
}

/** The links among the tags that would not fit if each were of the type given for it. */
export function misfits(tags: Tags, scheme: Scheme, typeOf: (tag: Tag) => string): PlacedLink[] {
  return [...tags.values()].flatMap((tag) =>
    tag.links
      .filter(({ kind, target }) => {
        const other = tags.get(target);
        return other && !allowsLink(scheme, typeOf(tag), kind, typeOf(other));
      })
      .map((link) => ({ tag: tag.id, ...link })),
  );
}
