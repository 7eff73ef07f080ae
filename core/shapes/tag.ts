import { z } from "zod";

import { ArticleId, EvidenceId, TagId, UserId } from "./ids";
import { Link } from "./link";
import { Attributes } from "./scheme";
import { Words, line } from "./words";
import { FINDINGS, PLACEMENT_WHYS, PLACEMENTS, TAG_STATES } from "~/core/tag";
import { MAX_TEXT } from "~/core/text";

/** Tags as they come in and are stored. */

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

export const TagState = z.enum(TAG_STATES);
export type TagState = z.infer<typeof TagState>;

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

/** Why a tag may stay unchecked, and who said so. */
export const Waiver = z.strictObject({ by: UserId, at: z.number().int(), reason: Words });
export type Waiver = z.infer<typeof Waiver>;

/** An editor's word that they know who an anonymous source is. Who it is, is written nowhere. */
export const Identity = z.strictObject({
  by: UserId,
  at: z.number().int(),
  /** Somebody else says the same. */
  secondSource: z.boolean(),
});
export type Identity = z.infer<typeof Identity>;

/**
 * What a new revision did to a tag's words, where it did something: cut and pasted them, changed something in them, or
 * left none that are certainly theirs. `start`, `end` and `exact` are the words before, in the revision named.
 */
export const Placement = z.strictObject({
  fate: z.enum(PLACEMENTS),
  why: z.enum(PLACEMENT_WHYS).nullable(),
  revision: z.number().int().positive(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  exact: z.string(),
  /** Nobody has to look at it, or somebody did. */
  settled: z.boolean(),
});
export type Placement = z.infer<typeof Placement>;

export const Tag = z.strictObject({
  id: TagId,
  article: ArticleId,
  type: z.string(),
  attributes: Attributes,
  /** A lost tag stays where it last stood, in an earlier revision. */
  anchor: Anchor,
  /** Null where the last revision kept its words as they were and nothing is left to settle. */
  placement: Placement.nullable(),
  note: Words.nullable(),
  review: Review,
  waiver: Waiver.nullable(),
  identity: Identity.nullable(),
  /** Whose work its next step was said to be; who set its verdict has done theirs. */
  assignee: UserId.nullable(),
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
