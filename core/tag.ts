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

export const FINDINGS = ["confirmed", "confirmed-with-change", "wrong", "disputed", "unverifiable"] as const;

/** True while the tag counts: it was neither dismissed nor withdrawn. */
export function isStanding(tag: Tag): boolean {
  return tag.review.state !== "dismissed" && tag.review.state !== "withdrawn";
}

/** How a tag of that state in its former home comes in by an import, which approves nothing. */
export function arrivingState(
  former: TagState,
): Extract<TagState, "suggested" | "open" | "dismissed" | "withdrawn"> {
  return former === "suggested" || former === "dismissed" || former === "withdrawn" ? former : "open";
}
