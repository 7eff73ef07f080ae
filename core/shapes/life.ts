import { z } from "zod";

import { TagId, UserId } from "./ids";
import { Role } from "./policy";
import { Words } from "./words";
import { LEVELS, RULES } from "~/core/gate";
import { CORRECTION_CLASSES, PUBLICATION_CLASSES, SIGNING_PARTS } from "~/core/life";

/** An article's life and the gate's settings as they come in and are stored. */

export const RuleId = z.enum(RULES);
export type RuleId = z.infer<typeof RuleId>;

export const Level = z.enum(LEVELS);
export type Level = z.infer<typeof Level>;

/** How a desk runs its stories. A rule that is not named is as it comes: standard. */
export const DeskRules = z.strictObject({
  gate: z.partialRecord(RuleId, Level),
  /** Copy editors may publish what is signed off. */
  copyEditorsPublish: z.boolean(),
});
export type DeskRules = z.infer<typeof DeskRules>;

/** Who answers for the copy; and who answers for legal claims and anonymous sources, where there are any. */
export const SigningPart = z.enum(SIGNING_PARTS);
export type SigningPart = z.infer<typeof SigningPart>;

/** Someone's word that the revision of this digest may run. */
export const Signature = z.strictObject({
  part: SigningPart,
  by: UserId,
  as: Role,
  /** Milliseconds since 1970. */
  at: z.number().int(),
  digest: z.string().nullable(),
});
export type Signature = z.infer<typeof Signature>;

export const CorrectionClass = z.enum(CORRECTION_CLASSES);
export type CorrectionClass = z.infer<typeof CorrectionClass>;

/** Why a rule of the gate was overridden, and until when what it asks for is owed, in milliseconds since 1970. */
export const Override = z.strictObject({ rule: RuleId, reason: Words, due: z.number().int() });
export type Override = z.infer<typeof Override>;

/** One time that the article went out: the first, or a correction of it. */
export const Publication = z.strictObject({
  class: z.enum(PUBLICATION_CLASSES),
  revision: z.number().int().positive(),
  digest: z.string().nullable(),
  by: UserId,
  at: z.number().int(),
  /** What readers are told was wrong and where; of a correction. */
  note: Words.nullable(),
  /** The tags that failed; of a correction. */
  tags: z.array(TagId),
});
export type Publication = z.infer<typeof Publication>;

/** What an overridden rule still asks for. */
export const Debt = z.strictObject({ ...Override.shape, settledAt: z.number().int().nullable() });
export type Debt = z.infer<typeof Debt>;

/** How far an article has come, beside its state. */
export const Life = z.strictObject({
  /** What it was before it was archived or spiked; null while it is neither. */
  before: z.enum(["draft", "in-review", "published", "withdrawn", "spiked"]).nullable(),
  signatures: z.array(Signature),
  publications: z.array(Publication),
  debts: z.array(Debt),
  /** What kind of correction is under way. */
  correcting: CorrectionClass.nullable(),
  /** Why it was last sent back, recalled, spiked or withdrawn. */
  reason: Words.nullable(),
});
export type Life = z.infer<typeof Life>;
