import type { Attribute, Scheme, TagType } from "~/core/scheme";

/**
 * What tags can be and say, as formats declare it before the first tag: the types of all schemes that an export
 * may meet, each with all attributes and choices that one of their versions has.
 */

export interface AttributeWords {
  readonly name: string;
  readonly label: string;
  readonly kind: Attribute["kind"];
  /** What a choice can be; empty for other kinds. */
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export interface TypeWords {
  readonly name: string;
  readonly label: string;
  readonly hue: TagType["hue"];
  readonly attributes: readonly AttributeWords[];
  readonly links: readonly LinkWords[];
}

/** What a tag can say of another. */
export interface LinkWords {
  readonly name: string;
  /** The names of the types that it can lead to. */
  readonly to: readonly string[];
}

/** The types of the schemes; where they differ, the last one's label stands, and every choice of any. */
export function vocabularyOf(schemes: readonly Scheme[]): TypeWords[] {
  const types = new Map<string, TypeWords>();
  for (const { name, label, hue, attributes, links } of schemes.flatMap((scheme) => scheme.types)) {
    const known = types.get(name);
    types.set(name, {
      name,
      label,
      hue,
      attributes: merged(known?.attributes ?? [], attributes.map(wordsOf)),
      links: mergedLinks([...(known?.links ?? []), ...links]),
    });
  }
  return [...types.values()];
}

function wordsOf(attribute: Attribute): AttributeWords {
  const { name, label, kind } = attribute;
  const choices = attribute.kind === "choice" ? attribute.choices : [];
  return {
    name,
    label,
    kind,
    choices: choices.map((choice) => ({ value: choice.value, label: choice.label })),
  };
}

function merged(known: readonly AttributeWords[], more: readonly AttributeWords[]): AttributeWords[] {
  const attributes = new Map(known.map((attribute) => [attribute.name, attribute]));
  for (const attribute of more) {
    const choices = new Map(
      [...(attributes.get(attribute.name)?.choices ?? []), ...attribute.choices].map((choice) => [
        choice.value,
        choice,
      ]),
    );
    attributes.set(attribute.name, { ...attribute, choices: [...choices.values()] });
  }
  return [...attributes.values()];
}

function mergedLinks(all: readonly LinkWords[]): LinkWords[] {
  const links = new Map<string, LinkWords>();
  for (const { name, to } of all) {
    links.set(name, { name, to: [...new Set([...(links.get(name)?.to ?? []), ...to])] });
  }
  return [...links.values()];
}

/** The names of all links of the types, each once. */
export function linkNames(types: readonly TypeWords[]): string[] {
  return [...new Set(types.flatMap(({ links }) => links.map(({ name }) => name)))];
}

/** The names of all attributes of the types, each once. */
export function attributeNames(types: readonly TypeWords[]): string[] {
  return [...new Set(types.flatMap(({ attributes }) => attributes.map(({ name }) => name)))];
}
