import { z } from "zod";

import { ArticleId, EvidenceId, TagId, UserId } from "./ids";
import { Link } from "./link";
import { Attributes } from "./scheme";
import { MAX_TEXT } from "./text";
import { line, Words } from "./words";

/**
 * A tag: a passage, what it is said to be, and how far its checking has come.
 */

/**
 * Where a tag stands. `start` and `end` are UTF-16 code units into the text of that revision, end
 * exclusive; `exact` is the text between them, `prefix` and `suffix` up to 32 characters around it.
 * @see https://www.w3.org/TR/annotation-model/#text-quote-selector
 */
export const Anchor = z.strictObject({
  revision: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
export type Anchor = z.infer<typeof Anchor>;

export const Span = z.strictObject({
  start: z.number().int().nonnegative().max(MAX_TEXT),
  end: z.number().int().positive().max(MAX_TEXT),
});
/** A stretch of the text, in UTF-16 code units, end exclusive. */
export type Span = z.infer<typeof Span>;

export const TAG_STATES = [
  "suggested",
  "open",
  "checked",
  "approved",
  "stale",
  "dismissed",
  "withdrawn",
] as const;
export const TagState = z.enum(TAG_STATES);
export type TagState = z.infer<typeof TagState>;

export const FINDINGS = ["confirmed", "confirmed-with-change", "wrong", "disputed", "unverifiable"] as const;
/** What a check found. For a quote: whether it matches the record; for an uncertainty: whether the wording fits. */
export const Finding = z.enum(FINDINGS);
export type Finding = z.infer<typeof Finding>;

/** Who found what, and when (milliseconds since 1970): an approval names the verdict that it saw. */
export const Verdict = z.strictObject({
  finding: Finding,
  by: UserId,
  at: z.number().int(),
  note: Words.nullable(),
});
export type Verdict = z.infer<typeof Verdict>;

export const Approval = z.strictObject({
  by: UserId,
  at: z.number().int(),
  /** The approver had also set the verdict: allowed only where four eyes are recorded, shown everywhere. */
  self: z.boolean(),
});
export type Approval = z.infer<typeof Approval>;

/** How far a tag has come: what review events change, and what an undo puts back. */
export const Review = z.strictObject({
  state: TagState,
  verdict: Verdict.nullable(),
  approval: Approval.nullable(),
});
export type Review = z.infer<typeof Review>;

/** What an imported tag was in its former home. It counts for nothing here until somebody adopts it. */
export const Imported = z.strictObject({
  author: line(200),
  at: z.number().int().nullable(),
  state: TagState,
  verdict: z
    .strictObject({ finding: Finding, by: line(200), at: z.number().int(), note: Words.nullable() })
    .nullable(),
  approval: z.strictObject({ by: line(200), at: z.number().int(), self: z.boolean() }).nullable(),
  /** Who had added each evidence item that came with it, and when. */
  evidence: z.array(z.strictObject({ evidence: EvidenceId, by: line(200), at: z.number().int() })),
});
export type Imported = z.infer<typeof Imported>;

export const Tag = z.strictObject({
  id: TagId,
  article: ArticleId,
  type: z.string(),
  attributes: Attributes,
  anchor: Anchor,
  note: Words.nullable(),
  review: Review,
  evidence: z.array(EvidenceId),
  /** The links that go out from it, in the order in which they were made. */
  links: z.array(Link),
  author: UserId,
  at: z.number().int(),
  /** The version of the article's scheme that the tag was made under. */
  schemeVersion: z.number().int(),
  imported: Imported.nullable(),
  /** Somebody else than its author has acted on it: it can no longer be withdrawn as if it had not been. */
  answered: z.boolean(),
  /** The number of the last event that touched the tag. */
  touched: z.number().int(),
});
export type Tag = z.infer<typeof Tag>;

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
