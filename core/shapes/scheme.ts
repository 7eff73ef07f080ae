import { z } from "zod";

import { Words } from "./words";

/** A scheme and the attributes of tags as they come in and are stored. */

/** An attribute's value: one of a choice, yes or no, or words a person wrote (a speaker's name, a cue). */
export const Value = z.union([z.string().max(100), z.boolean(), Words]);
export type Value = z.infer<typeof Value>;

/** What a tag says of its passage, by attribute name. An attribute that does not apply is absent. */
export const Attributes = z.record(z.string().max(60), Value);
export type Attributes = z.infer<typeof Attributes>;

const Choice = z.strictObject({
  value: z.string(),
  label: z.string(),
  /** When to choose it, in a sentence. */
  guideline: z.string(),
});
export type Choice = z.infer<typeof Choice>;

const AttributeBase = {
  name: z.string().regex(/^[a-z][A-Za-z]*$/),
  label: z.string(),
  /** What to choose or write, in a sentence, where the choices do not say it. */
  guideline: z.string().optional(),
  /** A change of a material attribute sends a checked tag back to open. */
  material: z.boolean(),
  /** The attribute applies only while another one has this value. */
  when: z.strictObject({ attribute: z.string(), equals: z.string() }).optional(),
  /** The rule (an id of core/rules) that proposes its value for a new tag. */
  rule: z.string().optional(),
};

export const Attribute = z.discriminatedUnion("kind", [
  z.strictObject({
    ...AttributeBase,
    kind: z.literal("choice"),
    choices: z.array(Choice).min(2).readonly(),
    standard: z.string(),
  }),
  z.strictObject({ ...AttributeBase, kind: z.literal("yes-no"), standard: z.boolean() }),
  z.strictObject({ ...AttributeBase, kind: z.literal("words"), suggests: z.enum(["people", "nothing"]) }),
]);
export type Attribute = z.infer<typeof Attribute>;

/** A link that tags of a type may have to other tags of the article. */
export const LinkKind = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/),
  /** As the tag says it of the other: “continues”; and as the other says it: “continued by”. */
  label: z.string(),
  inverse: z.string(),
  /** When to make it, in a sentence. */
  guideline: z.string(),
  /** The types that it may lead to. */
  to: z.array(z.string()).min(1).readonly(),
  /** Where the tag has to stand when it is linked: after the other begins, or inside the other. */
  place: z.enum(["after", "inside"]).optional(),
});
export type LinkKind = z.infer<typeof LinkKind>;

export const TagType = z.strictObject({
  name: z.string().regex(/^[a-z][a-z-]*$/),
  label: z.string(),
  plural: z.string(),
  /** The letter that stands for the type where colour cannot be relied on. */
  letter: z.string().length(1),
  key: z.string().length(1),
  hue: z.enum(["blue", "brown", "violet", "green", "red", "teal"]),
  underline: z.enum(["solid", "double", "wavy", "dotted", "dashed"]),
  guideline: z.string(),
  /** What the type's key takes when nothing is selected. */
  takes: z.enum(["sentence", "quotation"]),
  /** The attribute that digits set. */
  main: z.string(),
  attributes: z.array(Attribute).readonly(),
  /** None in the schemes from before there were links. */
  links: z.array(LinkKind).readonly().default([]),
});
export type TagType = z.infer<typeof TagType>;

/** A grade is why a tag needs a more senior hand: it carries `attribute` = `equals` on `type`. */
export const Grade = z.strictObject({
  name: z.enum(["must", "legal", "anonymous"]),
  label: z.string(),
  type: z.string(),
  attribute: z.string(),
  equals: z.union([z.string(), z.boolean()]),
});
export type Grade = z.infer<typeof Grade>;

export const Scheme = z.strictObject({
  id: z.string(),
  version: z.number().int().positive(),
  label: z.string(),
  types: z.array(TagType).min(1).readonly(),
  grades: z.array(Grade).readonly(),
});
export type Scheme = z.infer<typeof Scheme>;
