import { v5 } from "uuid";

import type { Block } from "~/core/article";
import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import type { Attribute, Scheme, TagType } from "~/core/scheme";
import type { Span } from "~/core/tag";
import { acceptText, type CodePoints, codePointsAt, lineAndColumn } from "~/core/text";
import type { Facts } from "./facts";
import { articleFrom, reviewedFrom } from "./facts-read";
import { problemOf, type ReadArticle, shorten, type TagProblem } from "./read";

/**
 * From what another tool's file says to a dossier. Each tag's words are looked for where the file says; then
 * where its offsets would lead in the other unit; then by the words and what stands around them. Whatever is not
 * found at its very place is told. Types and attributes are known by their names or labels in the scheme here.
 */

/** A tag as a file has it: offsets in the file's unit. */
export interface FoundTag extends Span {
  /** What the file calls it, if anything. */
  readonly id: string | null;
  /** A type's name or label. */
  readonly type: string;
  /** The words at its place, as the file repeats them; null where it does not. */
  readonly exact: string | null;
  readonly prefix?: string;
  readonly suffix?: string;
  /** By attributes' names or labels. */
  readonly attributes: Readonly<Record<string, string | boolean>>;
  readonly note: string | null;
  readonly facts: Facts;
}

/** An article as a file has it. */
export interface FoundArticle {
  readonly text: string;
  readonly facts: Facts;
  /** In UTF-16 code units. */
  readonly blocks: readonly Block[];
  readonly tags: readonly FoundTag[];
  /** What else to tell, in sentences. */
  readonly notes: readonly string[];
}

export interface Settling {
  /** What the file's offsets count, as its format says. */
  readonly unit: "code point" | "UTF-16 code unit";
  readonly scheme: Scheme;
  /** RFC 3339. */
  readonly readAt: string;
}

/** Ids of what has none follow from its content, under this name. */
const NAMES = "0f1d9c1e-6f5b-5c55-9d0b-7f1c8a5be0a4";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The dossier that the article comes to; it is refused where its text cannot be kept as it is. */
export function settle(found: FoundArticle, { unit, scheme, readAt }: Settling): ReadArticle {
  const { text, facts } = found;
  const accepted = acceptText(text);
  if (!accepted.ok || accepted.text !== text) {
    const why = accepted.ok
      ? "Its text has line ends or a mark at its beginning that Galley does not keep, so that its offsets would no longer hold."
      : accepted.problems.map(({ sentence }) => sentence).join(" ");
    return { ok: false, title: facts.article_title ?? null, sentence: why };
  }
  const about = articleFrom(facts, { text, id: v5(text, NAMES), readAt });
  const points = codePointsAt(text);
  const problems: TagProblem[] = [];
  const placedTags = found.tags.flatMap((tag): DossierTag[] => {
    const placed = placeTag(text, tag, { unit, points });
    const { start, end } = placed.span ?? { start: Math.min(tag.start, text.length), end: tag.end };
    const made = { ...tagFrom(tag, scheme, readAt), start, end, ...wordsAround(text, { start, end }, tag) };
    if (placed.sentence !== null) {
      problems.push(problemOf(text, made, placed.sentence, placed.span !== null));
    }
    return placed.span === null ? [] : [made];
  });
  const ids = new Map(found.tags.map((tag) => [tag.facts.tag_id ?? tag.id, idOf(tag)]));
  const tags = placedTags.map((tag) => ({
    ...tag,
    links: tag.links.map(({ kind, target }) => ({ kind, target: ids.get(target) ?? target })),
  }));
  const dossier: Dossier = {
    ...about,
    text,
    blocks: [...found.blocks],
    scheme,
    tags,
    evidence: [],
    threads: [],
  };
  return { ok: true, dossier, exportedAt: null, problems, notes: found.notes };
}

function wordsAround(
  text: string,
  { start, end }: Span,
  tag: FoundTag,
): Pick<DossierTag, "exact" | "prefix" | "suffix"> {
  const exact = start < end && end <= text.length ? text.slice(start, end) : (tag.exact ?? "");
  return {
    exact,
    prefix: text.slice(Math.max(0, start - 32), start).toWellFormed(),
    suffix: text.slice(end, end + 32).toWellFormed(),
  };
}

function tagFrom(
  tag: FoundTag,
  scheme: Scheme,
  readAt: string,
): Omit<DossierTag, "start" | "end" | "exact" | "prefix" | "suffix"> {
  const type = scheme.types.find((known) => isNamed(tag.type, known.name, known.label, known.plural));
  return {
    id: idOf(tag),
    type: (type?.name ?? tag.type).slice(0, 60),
    attributes: Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => attributeFrom(type, name.slice(0, 60), value)),
    ),
    note: tag.note,
    evidence: [],
    ...reviewedFrom(tag.facts, readAt),
  };
}

/** The file's own id where it is one of ours; otherwise one that follows from what the file says. */
function idOf(tag: FoundTag): string {
  const id = tag.facts.tag_id ?? tag.id ?? "";
  return UUID.test(id) ? id : v5(JSON.stringify([id, tag.type, tag.start, tag.end]), NAMES);
}

/** True where a file's name for something is one of ours, whatever its case, blanks and hyphens. */
function isNamed(name: string, ...names: string[]): boolean {
  return names.some((known) => bare(known) === bare(name));
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function attributeFrom(
  type: TagType | undefined,
  name: string,
  value: string | boolean,
): [string, string | boolean] {
  const attribute = type?.attributes.find((known) => isNamed(name, known.name, known.label));
  return attribute ? [attribute.name, valueFrom(attribute, value)] : [name, value];
}

function valueFrom(attribute: Attribute, value: string | boolean): string | boolean {
  if (attribute.kind === "yes-no") {
    if (isNamed(String(value), "yes", "true")) return true;
    return isNamed(String(value), "no", "false") ? false : value;
  }
  if (attribute.kind === "words") return String(value);
  const choice = attribute.choices.find((known) => isNamed(String(value), known.value, known.label));
  return choice?.value ?? String(value);
}

/** Where the tag is, if anywhere; and what there is to tell, unless it is where the file says. */
interface Placed {
  readonly span: Span | null;
  readonly sentence: string | null;
}

interface Measure {
  readonly unit: Settling["unit"];
  readonly points: CodePoints;
}

function placeTag(text: string, tag: FoundTag, { unit, points }: Measure): Placed {
  const inUtf16 = within(text, tag);
  const inPoints =
    tag.start < tag.end && tag.start >= 0 && tag.end <= points.length
      ? { start: points.toUtf16(tag.start), end: points.toUtf16(tag.end) }
      : null;
  const [said, other] = unit === "code point" ? [inPoints, inUtf16] : [inUtf16, inPoints];
  if (tag.exact === null) {
    return said
      ? { span: said, sentence: null }
      : { span: null, sentence: `Left out: ${tag.start}–${tag.end} lies outside the text.` };
  }
  if (said && hasWords(text, said, tag.exact)) return { span: said, sentence: null };
  if (other && hasWords(text, other, tag.exact)) {
    const counted = unit === "code point" ? "UTF-16 code units" : "code points";
    return {
      span: other,
      sentence: `Its words were found by counting ${counted}, which this format does not do.`,
    };
  }
  return byContext(text, tag, said);
}

/** The span, where it lies in the text and cuts no pair. */
function within(text: string, { start, end }: Span): Span | null {
  if (start < 0 || start >= end || end > text.length) return null;
  const cuts = (at: number) => at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return cuts(start) || cuts(end) ? null : { start, end };
}

/** Some tools squeeze white space in the words that they repeat. */
function hasWords(text: string, { start, end }: Span, words: string): boolean {
  const there = text.slice(start, end);
  return there === words || squeezed(there) === squeezed(words);
}

function squeezed(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}

function byContext(text: string, { exact, prefix = "", suffix = "" }: FoundTag, said: Span | null): Placed {
  const there = said
    ? ` Other words stand there: “${shorten(text.slice(said.start, said.end))}”.`
    : " Its place lies outside the text.";
  const words = exact ?? "";
  const places = words === "" ? [] : placesOf(text, words);
  const fitting = places.filter(
    (start) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, start + words.length),
  );
  const [start] = fitting;
  if (start !== undefined && fitting.length === 1) {
    const { line, column } = lineAndColumn(text, start);
    return {
      span: { start, end: start + words.length },
      sentence: `Found by its words at line ${line}, column ${column}, not where the file says.${there} Look whether it is right.`,
    };
  }
  const why = fitting.length > 1 ? "its words stand in several places" : "its words are not in the text";
  return { span: null, sentence: `Left out: ${why}.${there}` };
}

/** Beyond so many places words are as good as nowhere. */
const MOST_PLACES = 100;

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(words);
    at !== -1 && places.length < MOST_PLACES;
    at = text.indexOf(words, at + 1)
  ) {
    places.push(at);
  }
  return places;
}
