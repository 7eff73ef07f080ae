import { createHash } from "node:crypto";

import type { Dossier } from "~/core/shapes/dossier";
import { originOf } from "~/core/dossier-of";
import { DomainError } from "~/core/errors";
import { guessTitle } from "~/core/guess";
import type { ArticleId, NewsroomId } from "~/core/ids";
import { type Actor, mustBeAllowed } from "~/core/policy";
import { QCU_1 } from "~/core/qcu";
import { articleNewsroom, deskNamed } from "~/db/queries/dossiers";
import { schemeFor } from "~/db/queries/standing";
import { execute, type Performer } from "~/server/execute";
import type { TagProblem } from "~/server/formats/read";
import { type IncomingFile, readFile, type ReadOne } from "~/server/formats/readers";
import { articleIdFor, commandIdFor } from "./ids";
import { takeEvidence } from "./take-evidence";
import { takeTags } from "./take-tags";
import { takeThreads } from "./take-threads";

/**
 * Brings a file in, of Galley's own or of another tool: an article for each dossier, in one command or not at all,
 * by whoever imports it. Nothing is approved by it. The same file again changes nothing.
 */

/** What became of one article of a file. */
export interface ImportedArticle {
  readonly status: "added" | "here" | "refused";
  readonly title: string | null;
  /** Where it is, unless it was refused. */
  readonly article: ArticleId | null;
  /** How many tags came in. */
  readonly tags: number;
  readonly problems: readonly TagProblem[];
  /** How many more problems there are than are told. */
  readonly moreProblems: number;
  /** What else to know, in sentences; why, where it was refused. */
  readonly notes: readonly string[];
}

/** So many problems are told one by one for an article. */
const TOLD = 100;

export interface Importer {
  readonly performer: Performer;
  readonly actor: Actor;
  readonly newsroom: NewsroomId;
}

/**
 * Brings in a file's articles, one after another; a bad one does not keep the others out.
 * @throws DomainError forbidden for whoever may not add articles; bad-input where no format knows the file
 */
export async function importFile(importer: Importer, incoming: IncomingFile): Promise<ImportedArticle[]> {
  mustBeAllowed(importer.actor, "create article");
  const { db, now } = importer.performer;
  const scheme = await schemeFor(db, importer.newsroom, QCU_1);
  const file = {
    sha256: createHash("sha256").update(incoming.bytes).digest("hex"),
    readAt: new Date(now()).toISOString(),
  };
  const results: ImportedArticle[] = [];
  for (const read of readFile(incoming, { scheme, readAt: file.readAt })) {
    results.push(await importArticle(importer, read, file));
  }
  return results;
}

/** The file: its digest, and when it was read (RFC 3339). */
interface ImportedFile {
  readonly sha256: string;
  readonly readAt: string;
}

const NOTHING = { article: null, tags: 0, problems: [], moreProblems: 0 } as const;

async function importArticle(
  importer: Importer,
  { format, article: read }: ReadOne,
  file: ImportedFile,
): Promise<ImportedArticle> {
  if (!read.ok) return { status: "refused", title: read.title, ...NOTHING, notes: [read.sentence] };
  const title = titleOf(read.dossier);
  const id = articleIdFor(importer.newsroom, read.dossier);
  if (await articleNewsroom(importer.performer.db, importer.actor.id, id)) {
    return { status: "here", title, ...NOTHING, article: id, notes: [] };
  }
  try {
    return await addArticle(importer, read, { ...file, format, id, title });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { status: "refused", title, ...NOTHING, notes: [error.message] };
  }
}

async function addArticle(
  { performer, actor, newsroom }: Importer,
  { dossier, exportedAt, problems, notes: said }: ReadOne["article"] & { ok: true },
  { id, title, format, sha256, readAt }: ImportedFile & { format: string; id: ArticleId; title: string },
): Promise<ImportedArticle> {
  // Asked before the evidence comes in, which stays in the newsroom whatever becomes of the article.
  if (dossier.article.restricted) mustBeAllowed(actor, "restrict");
  const notes = new Set(said);
  const tell = (sentence: string) => notes.add(sentence);
  const evidence = await takeEvidence(performer, newsroom, dossier, { fileSha256: sha256, tell });
  const scheme = await schemeFor(performer.db, newsroom, QCU_1);
  const taken = takeTags(dossier, { article: id, scheme, evidence });
  const { language, direction, sourceUrl, desk: name, restricted } = dossier.article;
  const desk = name === null ? null : await deskNamed(performer.db, newsroom, name);
  if (name !== null && desk === null)
    tell(`There is no desk “${name}” here; the article came in without one.`);
  const origin = originOf(dossier);
  const command = {
    type: "createArticle",
    details: { title, language, direction, sourceUrl, desk },
    text: dossier.text,
    file: {
      format,
      sha256,
      exportedAt: Date.parse(exportedAt ?? readAt),
      origin: { ...origin, createdAt: Date.parse(origin.createdAt) },
      restricted,
      tags: taken.tags,
      threads: takeThreads(dossier, { article: id, tags: new Set(taken.tags.map(({ tag }) => tag)), tell }),
    },
  } as const;
  await execute(performer, id, commandIdFor(id, sha256), command, { into: newsroom });
  const all = [...problems, ...taken.problems];
  return {
    status: "added",
    title,
    article: id,
    tags: taken.tags.length,
    problems: all.slice(0, TOLD),
    moreProblems: Math.max(0, all.length - TOLD),
    notes: [...notes],
  };
}

/** A title that had been removed is guessed anew from what is left of the text. */
function titleOf({ article: { title }, text }: Dossier): string {
  return typeof title === "string" ? title : guessTitle(text);
}
