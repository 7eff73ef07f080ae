import { type Dossier, type DossierTag, readTold, type Told } from "~/core/shapes/dossier";
import { evidenceOf, plainValue } from "./tell";

/**
 * Dossiers as flat facts, for formats whose features are names with strings: all that is said of an article, and
 * all that is said of a tag. Each name has an underscore, which no attribute's name has, so that facts and
 * attributes can stand side by side. What does not apply is absent; what was removed reads “[removed]”.
 */

export type Facts = Readonly<Record<string, string>>;

type Fact<T> = readonly [name: string, of: (thing: T) => Told | number | boolean | null | undefined];

const ARTICLE_FACTS = [
  ["article_id", ({ article }) => article.id],
  ["article_title", ({ article }) => article.title],
  ["article_language", ({ article }) => article.language],
  ["article_direction", ({ article }) => article.direction],
  ["source_url", ({ article }) => article.sourceUrl],
  ["article_desk", ({ article }) => article.desk],
  ["article_author", ({ article }) => article.author],
  ["article_created_at", ({ article }) => article.createdAt],
  ["article_state", ({ article }) => article.state],
  ["article_restricted", ({ article }) => article.restricted],
  ["revision_number", ({ article }) => article.revision.number],
  ["revision_digest", ({ article }) => article.revision.digest],
  ["newsroom_name", ({ newsroom }) => newsroom.name],
  ["newsroom_slug", ({ newsroom }) => newsroom.slug],
] as const satisfies readonly Fact<Dossier>[];

const FORMER_ARTICLE_FACTS = [
  ["former_newsroom", (was) => was.newsroom],
  ["former_desk", (was) => was.desk],
  ["former_article_author", (was) => was.author],
  ["former_article_created_at", (was) => was.createdAt],
  ["former_article_state", (was) => was.state],
] as const satisfies readonly Fact<NonNullable<Dossier["article"]["imported"]>>[];

type Reviewed = Pick<DossierTag, "state" | "verdict" | "approval">;

const REVIEW_FACTS = [
  ["tag_state", ({ state }) => state],
  ["verdict_finding", ({ verdict }) => verdict?.finding],
  ["verdict_by", ({ verdict }) => verdict?.by],
  ["verdict_at", ({ verdict }) => verdict?.at],
  ["verdict_note", ({ verdict }) => verdict?.note],
  ["approved_by", ({ approval }) => approval?.by],
  ["approved_at", ({ approval }) => approval?.at],
  ["self_approved", ({ approval }) => approval?.self],
] as const satisfies readonly Fact<Reviewed>[];

const TAG_FACTS = [
  ["tag_id", ({ id }) => id],
  ["tag_note", ({ note }) => note],
  ["tag_author", ({ author }) => author],
  ["tag_created_at", ({ at }) => at],
] as const satisfies readonly Fact<DossierTag>[];

const FORMER_FACTS = [
  ["former_author", (was) => was.author],
  ["former_created_at", (was) => was.at],
] as const satisfies readonly Fact<NonNullable<DossierTag["imported"]>>[];

/** What a fact about a tag is called where it is about what the tag was before an import. */
export function formerly(name: string): string {
  return `former_${name}`;
}

/** The names of all facts that a tag can have, in their order. */
export const TAG_FACT_NAMES: readonly string[] = [
  ...TAG_FACTS.map(([name]) => name),
  ...REVIEW_FACTS.map(([name]) => name),
  "evidence_items",
  "tag_links",
  ...FORMER_FACTS.map(([name]) => name),
  ...REVIEW_FACTS.map(([name]) => formerly(name)),
];

/** The names of all facts that an article can have, in their order. */
export const ARTICLE_FACT_NAMES: readonly string[] = [
  ...ARTICLE_FACTS.map(([name]) => name),
  ...FORMER_ARTICLE_FACTS.map(([name]) => name),
];

/** What is said of the article, but for its text and tags. */
export function articleFacts(dossier: Dossier): Facts {
  const { imported } = dossier.article;
  return { ...given(ARTICLE_FACTS, dossier), ...(imported && given(FORMER_ARTICLE_FACTS, imported)) };
}

/** What is said of each of a dossier's tags, but for its place, its type and its attributes. */
export function tagFacts(dossier: Dossier): (tag: DossierTag) => Facts {
  const evidence = evidenceOf(dossier);
  return (tag) => {
    const { imported } = tag;
    const items = evidence(tag);
    const former = imported && given(REVIEW_FACTS, imported);
    return {
      ...given(TAG_FACTS, tag),
      ...given(REVIEW_FACTS, tag),
      ...(items.length > 0 && { evidence_items: items.join("\n") }),
      ...(tag.links.length > 0 && { tag_links: tag.links.map(tellLink).join("\n") }),
      ...(imported && given(FORMER_FACTS, imported)),
      ...Object.fromEntries(Object.entries(former ?? {}).map(([name, value]) => [formerly(name), value])),
    };
  };
}

function tellLink({ kind, target }: DossierTag["links"][number]): string {
  return `${kind} ${target}`;
}

/** A tag's attributes as strings. */
export function attributeFacts({ attributes }: DossierTag): Facts {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, plainValue(value)]));
}

function given<T>(facts: readonly Fact<T>[], thing: T): Facts {
  return Object.fromEntries(
    facts.flatMap(([name, of]) => {
      const value = of(thing);
      return value === null || value === undefined ? [] : [[name, asWords(value)]];
    }),
  );
}

function asWords(value: Told | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(value) : readTold(value);
}
