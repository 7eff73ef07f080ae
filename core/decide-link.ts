import type { Article, Slice } from "./article";
import type { TagCommand } from "./shapes/command";
import type { Circumstances, Decision } from "./decide";
import { anyTag, mustHaveWords, standingTag } from "./decide-tag";
import { DomainError } from "./errors";
import { type Link, linkedFrom, linkKindOf, sameLink } from "./link";
import { mustBeAllowed } from "./policy";
import { type Scheme, typeNamed } from "./scheme";
import { isStanding, type Span, type Tag } from "./tag";

/**
 * What linking commands come to. Two tags are linked once in a way: not twice, and not in both directions.
 */

export type LinkCommand = Extract<TagCommand, { type: "linkTag" | "unlinkTag" }>;

/** @throws DomainError as `decide` */
export function decideLink(slice: Slice, article: Article, command: LinkCommand, c: Circumstances): Decision {
  const as = mustBeAllowed(c.actor, "tag", { article });
  const { tag: id, kind, target } = command;
  const link = { kind, target };
  if (command.type === "linkTag") {
    const tag = standingTag(slice, id);
    mustHaveWords(tag);
    mustFit(tag, otherEnd(slice, id, target), kind, c.scheme);
    refuseLinked(slice, id, link);
    return { as, facts: [{ type: "TagLinked", body: { tag: id, ...link } }] };
  }
  const tag = anyTag(slice, id);
  // From whichever end one looks at it: a link whose other end was dismissed can be taken off.
  if (!isStanding(tag)) standingTag(slice, target);
  const isThere = tag.links.some((other) => sameLink(other, link));
  return { as, facts: isThere ? [{ type: "TagUnlinked", body: { tag: id, ...link } }] : [] };
}

function otherEnd(slice: Slice, tag: Tag["id"], target: Tag["id"]): Tag {
  if (tag === target)
    throw new DomainError("bad-input", "A tag cannot be linked to itself. Choose another one.");
  const other = anyTag(slice, target);
  if (isStanding(other)) {
    mustHaveWords(other);
    return other;
  }
  throw new DomainError(
    "illegal-state",
    `The tag to link to was ${other.review.state}. Restore it, then it can be linked.`,
    other.review.state,
  );
}

/** @throws DomainError where the scheme has no such link between the two, or they stand otherwise in the text */
function mustFit(tag: Tag, target: Tag, name: string, scheme: Scheme): void {
  const kind = linkKindOf(scheme, tag.type, name);
  const [from, to] = [typeNamed(scheme, tag.type), typeNamed(scheme, target.type)];
  if (!kind) throw new DomainError("bad-input", `${from.plural} have no links of the kind “${name}”.`);
  if (!kind.to.includes(to.name)) {
    const types = kind.to.map((type) => typeNamed(scheme, type).label.toLowerCase()).join(" or ");
    throw new DomainError("bad-input", `“${kind.label}” leads to a ${types}. Choose another tag.`);
  }
  const place = kind.place && PLACES[kind.place];
  if (place && !place.holds(tag.anchor, target.anchor))
    throw new DomainError("bad-input", `“${kind.label}” leads to a tag ${place.where}. Choose another tag.`);
}

const PLACES = {
  after: { holds: (tag: Span, other: Span) => other.start < tag.start, where: "that begins before this one" },
  inside: {
    holds: (tag: Span, other: Span) => other.start <= tag.start && tag.end <= other.end,
    where: "around this one",
  },
} as const;

/** Refuses a link that is there already, from either end. */
function refuseLinked(slice: Slice, tag: Tag["id"], link: Link): void {
  const from = linkedFrom(slice.tags, { tag, ...link });
  if (from === null) return;
  const turned = from === tag ? "" : ", from the other one";
  throw new DomainError("conflict", `These two tags are linked so already${turned}.`);
}
