import { DomainError } from "./errors";
import { isLine, isWords, sameWords } from "./words";
import type { Value, Attributes, Attribute, LinkKind, TagType, Grade, Scheme } from "./shapes/scheme";

/**
 * A tag scheme is data: what can be tagged, with which attributes, how it looks, which key makes it and
 * which rules fill in the defaults. The interface, the validation and the exports read it; none of them
 * knows a type by its name.
 */

export type { Value, Attributes, Choice, Attribute, LinkKind, TagType, Grade, Scheme } from "./shapes/scheme";

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

/** The value as the attribute takes it; null where it takes no such value. */
function allowed(attribute: Attribute, value: Value | null): Value | null {
  switch (attribute.kind) {
    case "choice":
      return attribute.choices.find((choice) => choice.value === value)?.value ?? null;
    case "yes-no":
      return typeof value === "boolean" ? value : null;
    case "words":
      // A place in the log is the log's to give: words that come in are new ones.
      return value !== null &&
        typeof value === "object" &&
        value.words !== null &&
        isLine(value.words, 300, 1)
        ? { words: value.words }
        : null;
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
  const taken = allowed(attribute, value);
  if (taken !== null) return taken;
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
    const taken = parseValue(type, name, value);
    if (taken !== null) parsed[name] = taken;
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

/** The grades of `gradesOf`, as people call them. */
export function gradeLabels(scheme: Scheme, tag: { type: string; attributes: Attributes }): string[] {
  const names = gradesOf(scheme, tag);
  return scheme.grades
    .filter(({ name, type }) => type === tag.type && names.includes(name))
    .map(({ label }) => label);
}

/** Whether the tag rests on a source without a name, whom somebody here has to know. */
export function hidesSource(scheme: Scheme, tag: { type: string; attributes: Attributes }): boolean {
  return gradesOf(scheme, tag).includes("anonymous");
}

/** True when both values say the same. */
export function sameValue(a: Value | null | undefined, b: Value | null | undefined): boolean {
  const [left, right] = [a ?? null, b ?? null];
  if (typeof left === "object" && typeof right === "object") return sameWords(left, right);
  return left === right;
}

/** True for an attribute's value, of whatever attribute. */
export function isValue(value: unknown): value is Value {
  return typeof value === "string" || typeof value === "boolean" || isWords(value);
}

/** A value as people read it: the choice's label, yes or no, the words; a dash where words were removed. */
export function readValue(attribute: Attribute, value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "object") return value.words ?? "—";
  if (attribute.kind !== "choice") return value;
  return attribute.choices.find((choice) => choice.value === value)?.label ?? value;
}

/**
 * Whether a later version of a scheme only adds to an earlier one: every tag made under the earlier is one of the
 * later too, and asks for the same hands and the same checking.
 */
export function onlyAdds(later: Scheme, earlier: Scheme): boolean {
  return (
    later.grades.length === earlier.grades.length &&
    earlier.grades.every((grade) => later.grades.some((other) => isSameGrade(other, grade))) &&
    earlier.types.every((type) => later.types.some((other) => other.name === type.name && keeps(other, type)))
  );
}

function isSameGrade(some: Grade, other: Grade): boolean {
  return (
    some.name === other.name &&
    some.type === other.type &&
    some.attribute === other.attribute &&
    some.equals === other.equals
  );
}

function keeps(later: TagType, earlier: TagType): boolean {
  const keepsLink = (link: LinkKind) =>
    later.links.some(
      ({ name, place, to }) =>
        name === link.name && place === link.place && link.to.every((type) => to.includes(type)),
    );
  return (
    earlier.attributes.every((attribute) => later.attributes.some((other) => takes(other, attribute))) &&
    earlier.links.every(keepsLink)
  );
}

/** Whether an attribute takes whatever the earlier one took, where that applied, and weighs as much. */
function takes(later: Attribute, earlier: Attribute): boolean {
  const isLike =
    later.name === earlier.name &&
    later.material === earlier.material &&
    later.when?.attribute === earlier.when?.attribute &&
    later.when?.equals === earlier.when?.equals;
  if (!isLike || later.kind !== "choice" || earlier.kind !== "choice")
    return isLike && later.kind === earlier.kind;
  return earlier.choices.every(({ value }) => later.choices.some((choice) => choice.value === value));
}
