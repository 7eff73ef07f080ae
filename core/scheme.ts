import { z } from "zod";

import { DomainError } from "./errors";
import { line, sameWords, Words } from "./words";

/**
 * A tag scheme is data: what can be tagged, with which attributes, how it looks, which key makes it and
 * which rules fill in the defaults. The interface, the validation and the exports read it; none of them
 * knows a type by its name.
 */

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

/** The scheme's type of that name. @throws DomainError bad-input when it has none */
export function typeNamed(scheme: Scheme, name: string): TagType {
  const type = scheme.types.find((candidate) => candidate.name === name);
  if (!type) throw new DomainError("bad-input", `The scheme ${scheme.label} has no tag type “${name}”.`);
  return type;
}

/** The attributes of `type` that apply while the others have these values, in the scheme's order. */
export function applicableAttributes(type: TagType, attributes: Attributes): Attribute[] {
  return type.attributes.filter(({ when }) => !when || attributes[when.attribute] === when.equals);
}

/** Each made once: making one takes longer than all that it parses. */
const parsers = new WeakMap<Attribute, z.ZodType<Value>>();

function parserOf(attribute: Attribute): z.ZodType<Value> {
  const parser = parsers.get(attribute) ?? makeParser(attribute);
  parsers.set(attribute, parser);
  return parser;
}

function makeParser(attribute: Attribute): z.ZodType<Value> {
  switch (attribute.kind) {
    case "choice":
      return z.enum(attribute.choices.map((choice) => choice.value));
    case "yes-no":
      return z.boolean();
    case "words":
      // A place in the log is the log's to give: words that come in are new ones.
      return z.object({ words: line(300, 1) }).transform(({ words }) => ({ words }));
  }
}

/**
 * One attribute's value as the scheme allows it; null where it is to be absent.
 * @throws DomainError bad-input, naming the attribute and what it may be
 */
export function parseValue(type: TagType, name: string, value: Value | null): Value | null {
  const attribute = type.attributes.find((candidate) => candidate.name === name);
  if (!attribute)
    throw new DomainError("bad-input", `A ${type.label.toLowerCase()} has no attribute “${name}”.`);
  if (value === null && attribute.kind === "words") return null;
  const parsed = parserOf(attribute).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError("bad-input", `${attribute.label}: ${expectation(attribute)}.`);
}

function expectation(attribute: Attribute): string {
  switch (attribute.kind) {
    case "choice":
      return `choose one of ${attribute.choices.map((choice) => choice.label).join(", ")}`;
    case "yes-no":
      return "choose yes or no";
    case "words":
      return "write 1 to 300 characters, or leave it empty";
  }
}

/**
 * All attributes of a tag as the scheme allows them: those that do not apply are dropped, missing choices
 * get the scheme's standard value.
 * @throws DomainError bad-input for an unknown attribute or a value outside its choices
 */
export function parseAttributes(type: TagType, attributes: Attributes): Attributes {
  const parsed: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    const allowed = parseValue(type, name, value);
    if (allowed !== null) parsed[name] = allowed;
  }
  for (const attribute of type.attributes) {
    if (attribute.kind !== "words") parsed[attribute.name] ??= attribute.standard;
  }
  const applicable = new Set(applicableAttributes(type, parsed).map((attribute) => attribute.name));
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => applicable.has(name)));
}

/** The grades that a tag of this type with these attributes carries. */
export function gradesOf(scheme: Scheme, tag: { type: string; attributes: Attributes }): Grade["name"][] {
  return scheme.grades
    .filter((grade) => grade.type === tag.type && tag.attributes[grade.attribute] === grade.equals)
    .map((grade) => grade.name);
}

/** True when both values say the same. */
export function sameValue(a: Value | null | undefined, b: Value | null | undefined): boolean {
  const [left, right] = [a ?? null, b ?? null];
  if (typeof left === "object" && typeof right === "object") return sameWords(left, right);
  return left === right;
}

/** A value as people read it: the choice's label, yes or no, the words; a dash where words were removed. */
export function readValue(attribute: Attribute, value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return value.words ?? "—";
  if (attribute.kind !== "choice") return value;
  return attribute.choices.find((choice) => choice.value === value)?.label ?? value;
}
