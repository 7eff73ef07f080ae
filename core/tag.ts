import type { TagState, Tag } from "./shapes/tag";

/**
 * A tag: a passage, what it is said to be, and how far its checking has come.
 */

export type {
  Anchor,
  Span,
  TagState,
  Finding,
  Verdict,
  Approval,
  Review,
  Imported,
  Waiver,
  Identity,
  Placement,
  Tag,
} from "./shapes/tag";

export const TAG_STATES = [
  "suggested",
  "open",
  "checked",
  "approved",
  "stale",
  "dismissed",
  "withdrawn",
] as const;

/** What a revision can do to a tag's words beside keeping them. */
export const PLACEMENTS = ["moved", "altered", "lost"] as const;

/** How words were altered, or why they are lost. */
export const PLACEMENT_WHYS = ["typography", "words", "deleted", "ambiguous"] as const;

export const FINDINGS = ["confirmed", "confirmed-with-change", "wrong", "disputed", "unverifiable"] as const;

/** True while the tag counts: it was neither dismissed nor withdrawn. */
export function isStanding(tag: Tag): boolean {
  return tag.review.state !== "dismissed" && tag.review.state !== "withdrawn";
}

/** True while the tag stands nowhere in the present text: its words were lost, and nobody has settled it. */
export function isLost({ placement }: Pick<Tag, "placement">): boolean {
  return placement?.fate === "lost" && !placement.settled;
}

/** True where something changed inside the tag's words, and nobody has confirmed the new ones. */
export function isAltered({ placement }: Pick<Tag, "placement">): boolean {
  return placement?.fate === "altered" && !placement.settled;
}

/** A tag on which something is left to be done: a verdict, or an approval. */
export const UNDECIDED = ["open", "checked", "stale"] as const satisfies readonly TagState[];

/** Whose work a tag's next step is: nobody's, once whoever it was given to has set the verdict. */
export function claimedBy({ assignee, review }: Pick<Tag, "assignee" | "review">): Tag["assignee"] {
  const isDone = review.state === "checked" && review.verdict?.by === assignee;
  return isDone ? null : assignee;
}

/** How a tag of that state in its former home comes in by an import, which approves nothing. */
export function arrivingState(
  former: TagState,
): Extract<TagState, "suggested" | "open" | "dismissed" | "withdrawn"> {
  return former === "suggested" || former === "dismissed" || former === "withdrawn" ? former : "open";
}
