import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import { ARTICLE_FACT_NAMES, articleFacts, TAG_FACT_NAMES, tagFacts } from "./facts";
import { HOLDS_TAGS } from "./format";
import { plainValue } from "./tell";
import type { TypeWords } from "./vocabulary";

/**
 * A dossier as a Common Analysis Structure, from which the JSON and the XMI are written: a layer for each type
 * of the scheme, named as INCEpTION names layers of its users, with a feature for each attribute and for each
 * fact about the tag; the article's facts; its blocks. Offsets are UTF-16 code units, as inside.
 * @see https://docs.oasis-open.org/uima/v1.0/uima-v1.0.html
 */

export interface CasFeature {
  readonly name: string;
  readonly range: "uima.cas.String" | "uima.cas.Boolean";
}

export interface CasType {
  readonly name: string;
  readonly base: "uima.tcas.Annotation" | "uima.cas.AnnotationBase";
  readonly features: readonly CasFeature[];
}

export interface CasStructure {
  readonly type: string;
  /** Null for what is about the whole document. */
  readonly span: { readonly begin: number; readonly end: number } | null;
  readonly features: Readonly<Record<string, string | boolean>>;
}

export const ARTICLE = "galley.Article";
export const BLOCK = "galley.Block";
const LAYERS = "webanno.custom.";

/** What a CAS keeps, in either writing. */
export const CAS_KEEPS = { ...HOLDS_TAGS, evidence: "as a note", scheme: "lost" } as const;

/** The layer of a tag type. */
export function layerOf(type: string): string {
  const words = type.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return LAYERS + words.join("");
}

const strings = (names: readonly string[]): CasFeature[] =>
  names.map((name) => ({ name, range: "uima.cas.String" }));

/** The types that structures can have, with their features. */
export function casTypes(types: readonly TypeWords[]): CasType[] {
  const layers = types.map(({ name, attributes }): CasType => {
    const features = attributes.map((attribute): CasFeature => {
      return {
        name: attribute.name,
        range: attribute.kind === "yes-no" ? "uima.cas.Boolean" : "uima.cas.String",
      };
    });
    return {
      name: layerOf(name),
      base: "uima.tcas.Annotation",
      features: [...features, ...strings(TAG_FACT_NAMES)],
    };
  });
  return [
    ...layers,
    { name: BLOCK, base: "uima.tcas.Annotation", features: strings(["kind"]) },
    { name: ARTICLE, base: "uima.cas.AnnotationBase", features: strings(ARTICLE_FACT_NAMES) },
  ];
}

/** All that is said of the dossier's text. */
export function* casStructures(dossier: Dossier, types: readonly TypeWords[]): Generator<CasStructure> {
  yield { type: ARTICLE, span: null, features: articleFacts(dossier) };
  for (const { kind, start, end } of dossier.blocks) {
    yield { type: BLOCK, span: { begin: start, end }, features: { kind } };
  }
  const facts = tagFacts(dossier);
  for (const tag of dossier.tags) {
    const { start, end } = tag;
    const attributes = attributesOf(
      tag,
      types.find(({ name }) => name === tag.type),
    );
    yield {
      type: layerOf(tag.type),
      span: { begin: start, end },
      features: { ...attributes, ...facts(tag) },
    };
  }
}

/** The attributes that the type declares: a feature that is not declared would make the file invalid. */
function attributesOf(tag: DossierTag, type: TypeWords | undefined): Record<string, string | boolean> {
  const features: Record<string, string | boolean> = {};
  for (const { name, kind } of type?.attributes ?? []) {
    const value = tag.attributes[name];
    if (value === undefined) continue;
    if (kind !== "yes-no") features[name] = plainValue(value);
    else if (typeof value === "boolean") features[name] = value;
  }
  return features;
}
