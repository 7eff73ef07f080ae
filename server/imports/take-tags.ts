import { checkSpan, trimSpan } from "~/core/anchor";
import type { CreateArticle } from "~/core/shapes/command";
import type { Dossier, DossierTag, Told } from "~/core/shapes/dossier";
import { formerOf } from "~/core/dossier-of";
import { DomainError } from "~/core/errors";
import type { ArticleId, EvidenceId, TagId } from "~/core/ids";
import { allowsLink, type Link } from "~/core/link";
import { type Attributes, parseAttributes, parseValue, type Scheme, type TagType } from "~/core/scheme";
import { arrivingState, type Imported, type Span } from "~/core/tag";
import { wordsOf } from "~/core/words";
import { problemOf, shorten, type TagProblem } from "~/server/formats/read";
import { tagIdFor } from "./ids";

/**
 * A file's tags, as far as they can come in here: every one that cannot, or not wholly, is told with its place.
 */

type TakenTag = NonNullable<CreateArticle["file"]>["tags"][number];

/** What tags are taken into: the article that will be, the scheme here, and the evidence by its former ids. */
export interface Into {
  readonly article: ArticleId;
  readonly scheme: Scheme;
  /** With who had added each item in its former home, and when (milliseconds). */
  readonly evidence: ReadonlyMap<
    string,
    { readonly id: EvidenceId; readonly by: string; readonly at: number }
  >;
}

/** The tags of the dossier that can be tags here, and what there is to tell of the others. */
export function takeTags(dossier: Dossier, into: Into): { tags: TakenTag[]; problems: TagProblem[] } {
  const problems: TagProblem[] = [];
  const taken = new Map<TagId, FiledTag>();
  const twins = new Set<string>();
  for (const tag of dossier.tags) {
    const tell: Tell = (sentence, kept) => problems.push(problemOf(dossier.text, tag, sentence, kept));
    const made = takeTag(dossier.text, tag, into, tell);
    if (!made) continue;
    const state = arrivingState(made.imported.state);
    const twin =
      state === "open" || state === "suggested" ? `${made.as} ${made.span.start} ${made.span.end}` : null;
    if (taken.has(made.tag) || (twin !== null && twins.has(twin))) {
      tell("Left out: the file has this tag twice.", false);
      continue;
    }
    if (twin !== null) twins.add(twin);
    taken.set(made.tag, { ...made, links: tag.links.map((link) => ({ ...link, tell })) });
  }
  return { tags: takeLinks(taken, into), problems };
}

type Tell = (sentence: string, kept: boolean) => void;

/** A link as the file has it, to a tag by its former id, and the way to tell of it. */
interface FiledLink {
  readonly kind: string;
  readonly target: string;
  readonly tell: Tell;
}

type FiledTag = Omit<TakenTag, "links"> & { readonly links: readonly FiledLink[] };

/** The tags with those of their links that can be links here. */
function takeLinks(tags: ReadonlyMap<TagId, FiledTag>, { article, scheme }: Into): TakenTag[] {
  const linked = new Set<string>();
  return [...tags.values()].map(({ links, ...tag }) => ({
    ...tag,
    links: links.flatMap(({ kind, target: former, tell }): Link[] => {
      const target = tagIdFor(article, former);
      const other = tags.get(target);
      const pair = [kind, ...[tag.tag, target].sort()].join(" ");
      const why = !other
        ? "the tag that it leads to did not come in"
        : !allowsLink(scheme, tag.as, kind, other.as)
          ? "there is no such link between tags of these types here"
          : other.tag === tag.tag || linked.has(pair)
            ? "the file has it twice, or from the tag to itself"
            : null;
      if (why !== null) {
        tell(`Its link “${kind}” was left out: ${why}.`, true);
        return [];
      }
      linked.add(pair);
      return [{ kind, target }];
    }),
  }));
}

function takeTag(text: string, tag: DossierTag, into: Into, tell: Tell): Omit<TakenTag, "links"> | null {
  const type = into.scheme.types.find(({ name }) => name === tag.type);
  if (!type) {
    tell(`Left out: there is no tag type “${tag.type}” here.`, false);
    return null;
  }
  const span = spanIn(text, tag, tell);
  if (!span) return null;
  return {
    tag: tagIdFor(into.article, tag.id),
    as: type.name,
    span,
    attributes: attributesIn(type, tag.attributes, (sentence) => tell(sentence, true)),
    note: toldWords(tag.note, () => tell("Its note had been removed from the record.", true)),
    evidence: tag.evidence.flatMap((id) => into.evidence.get(id)?.id ?? []),
    imported: formerly(tag, into, () =>
      tell("The note on its verdict had been removed from the record.", true),
    ),
  };
}

function spanIn(text: string, tag: DossierTag, tell: Tell): Span | null {
  const span = trimSpan(text, { start: tag.start, end: tag.end });
  if (!span) {
    tell("Left out: it holds nothing but white space.", false);
    return null;
  }
  try {
    checkSpan(text, span);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    tell(`Left out: ${error.message}`, false);
    return null;
  }
  if (span.start !== tag.start || span.end !== tag.end) tell("White space at its edges was left out.", true);
  return span;
}

function attributesIn(
  type: TagType,
  filed: DossierTag["attributes"],
  tell: (sentence: string) => void,
): Attributes {
  const allowed: Attributes = {};
  for (const [name, value] of Object.entries(filed)) {
    if (typeof value === "object") {
      tell(`${name} had been removed from the record.`);
      continue;
    }
    const isWords = type.attributes.some(
      (attribute) => attribute.name === name && attribute.kind === "words",
    );
    try {
      const parsed = parseValue(type, name, isWords && typeof value === "string" ? wordsOf(value) : value);
      if (parsed !== null) allowed[name] = parsed;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      tell(`${name} “${shorten(String(value))}” was left out: ${error.message}`);
    }
  }
  const applicable = parseAttributes(type, allowed);
  for (const name of Object.keys(allowed)) {
    if (!(name in applicable)) tell(`${name} was left out: it does not apply to this tag as it is.`);
  }
  return applicable;
}

/** The words; null where there are none or, after telling so, where they were removed. */
export function toldWords(told: Told | null, tellRemoval: () => void): string | null {
  if (told === null || typeof told === "string") return told;
  tellRemoval();
  return null;
}

function formerly(tag: DossierTag, into: Into, tellRemoval: () => void): Imported {
  const { author, at, state, verdict, approval } = formerOf(tag);
  const note = verdict && toldWords(verdict.note, tellRemoval);
  return {
    author,
    at: at === null ? null : Date.parse(at),
    state,
    verdict: verdict && {
      ...verdict,
      at: Date.parse(verdict.at),
      note: note === null ? null : wordsOf(note),
    },
    approval: approval && { ...approval, at: Date.parse(approval.at) },
    evidence: tag.evidence.flatMap((former) => {
      const item = into.evidence.get(former);
      return item ? { evidence: item.id, by: item.by, at: item.at } : [];
    }),
  };
}
