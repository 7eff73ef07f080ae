import { z } from "zod";

import { type Dossier, type DossierTag, type DossierThread } from "~/core/shapes/dossier";
import { DomainError } from "~/core/errors";
import type { Scheme } from "~/core/scheme";
import { acceptText, type CodePoints, codePointsAt } from "~/core/text";
import { FiledDossier, GalleyEnvelope, sha256 } from "./galley-json";
import { parseJson, placeOf } from "./json-read";
import { problemOf, type ReadArticle, type ReadFile, shorten, type TagProblem } from "./read";

/**
 * Reads Galley's own JSON back. Every tag is verified against its words; one whose words stand elsewhere is
 * left out and reported with its place, never moved.
 */

/** The dossiers in a file's text, read one by one. @throws DomainError bad-input where it is no such file */
export function readGalleyJson(text: string): ReadFile {
  const parsed = GalleyEnvelope.safeParse(parseJson(text));
  if (!parsed.success) throw new DomainError("bad-input", whyNotGalley(parsed.error));
  const { exportedAt, schemes, dossiers } = parsed.data;
  return { articles: readAll(dossiers, schemes, exportedAt) };
}

function* readAll(
  dossiers: readonly unknown[],
  schemes: readonly Scheme[],
  exportedAt: string,
): Generator<ReadArticle> {
  for (const filed of dossiers) yield readDossier(filed, schemes, exportedAt);
}

function whyNotGalley(error: z.ZodError): string {
  const [issue] = error.issues;
  const [first] = issue?.path ?? [];
  if (first === "version")
    return "The file was written by a later Galley than this one. Update this one first.";
  if (first === undefined || first === "format")
    return "The file is JSON, but not Galley’s own export format.";
  return `The file is not as Galley writes it: ${placeOf(issue)}.`;
}

const Titled = z.object({ article: z.object({ title: z.string() }) });

/** One dossier as the file holds it, with the schemes that the file names. */
export function readDossier(filed: unknown, schemes: readonly Scheme[], exportedAt: string): ReadArticle {
  const title = Titled.safeParse(filed).data?.article.title.slice(0, 300) ?? null;
  const refuse = (sentence: string): ReadArticle => ({ ok: false, title, sentence });
  const parsed = FiledDossier.safeParse(filed);
  if (!parsed.success)
    return refuse(`This article is not as Galley writes it: ${placeOf(parsed.error.issues[0])}.`);
  const { textSha256, scheme: named, ...rest } = parsed.data;
  const scheme = schemes.find(({ id, version }) => id === named.id && version === named.version);
  if (!scheme)
    return refuse(`The file lacks the tag scheme ${named.id} ${named.version} that this article names.`);
  const accepted = acceptText(rest.text);
  if (!accepted.ok) return refuse(accepted.problems.map(({ sentence }) => sentence).join(" "));
  if (accepted.text !== rest.text) {
    return refuse(
      "Its text has line ends other than LF, so that its offsets cannot be trusted. Export it again.",
    );
  }
  const isIntact = sha256(rest.text) === textSha256;
  return {
    ok: true,
    exportedAt,
    ...verify({ ...rest, scheme }),
    notes: isIntact ? [] : ["Its text was changed after the export. Each tag was compared with its words."],
  };
}

/** The dossier with offsets as inside, without the tags and blocks that do not stand where they say. */
function verify(filed: Dossier): { dossier: Dossier; problems: TagProblem[] } {
  const points = codePointsAt(filed.text);
  const problems: TagProblem[] = [];
  const tags: DossierTag[] = [];
  for (const tag of filed.tags) {
    const placed = place(filed.text, tag, points);
    if (placed.ok) tags.push(placed.tag);
    else problems.push(placed.problem);
  }
  const blocks = filed.blocks.flatMap((block) => within(block, points) ?? []);
  const threads: DossierThread[] = [];
  const standing = new Set(tags.map(({ id }) => id));
  for (const thread of filed.threads) {
    const placed = placeThread(filed.text, thread, points);
    if (!placed.ok) problems.push(placed.problem);
    else
      threads.push({
        ...placed.thread,
        tag: thread.tag !== null && standing.has(thread.tag) ? thread.tag : null,
      });
  }
  return { dossier: { ...filed, tags, blocks, threads }, problems };
}

/** The span in UTF-16 code units; null outside the text. */
function within<T extends { start: number; end: number }>(span: T, points: CodePoints): T | null {
  if (span.start >= span.end || span.end > points.length) return null;
  return { ...span, start: points.toUtf16(span.start), end: points.toUtf16(span.end) };
}

type Placed = { ok: true; tag: DossierTag } | { ok: false; problem: TagProblem };

function place(text: string, filed: DossierTag, points: CodePoints): Placed {
  const tag = within(filed, points);
  if (tag && text.slice(tag.start, tag.end) === tag.exact) return { ok: true, tag };
  const counted =
    text.slice(filed.start, filed.end) === filed.exact ? " It fits if its offsets count UTF-16 units." : "";
  const sentence = tag
    ? `Left out: other words stand there: “${shorten(text.slice(tag.start, tag.end))}”.${counted}`
    : `Left out: ${filed.start}–${filed.end} lies outside the text.${counted}`;
  return { ok: false, problem: problemOf(text, tag ?? filed, sentence, false) };
}

type PlacedThread = { ok: true; thread: DossierThread } | { ok: false; problem: TagProblem };

/** A thread about words that stand where it says, or about the article. Of a tag that moved on, its words may be others. */
function placeThread(text: string, filed: DossierThread, points: CodePoints): PlacedThread {
  if (!filed.passage) return { ok: true, thread: filed };
  const passage = within(filed.passage, points);
  if (passage && text.slice(passage.start, passage.end) === passage.exact)
    return { ok: true, thread: { ...filed, passage } };
  const sentence = "A thread was left out: other words stand where it says.";
  return {
    ok: false,
    problem: problemOf(text, { id: filed.id, ...(passage ?? filed.passage) }, sentence, false),
  };
}
