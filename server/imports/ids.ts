import { v5 } from "uuid";

import type { Dossier, DossierEvidence } from "~/core/shapes/dossier";
import type { NewsroomId } from "~/core/ids";
import { ArticleId, CommandId, CommentId, EvidenceId, TagId, ThreadId } from "~/core/shapes/ids";
import { sha256 } from "~/server/formats/galley-json";

/**
 * The ids of what comes in follow from where it comes in, its former id and its content: the same file again
 * meets itself.
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5
 */

/** The article of a dossier in a newsroom; another text makes another article. */
export function articleIdFor(newsroom: NewsroomId, { article, text }: Dossier): ArticleId {
  return ArticleId.parse(v5(`${article.id} ${sha256(text)}`, newsroom));
}

/** A tag of that article. */
export function tagIdFor(article: ArticleId, formerId: string): TagId {
  return TagId.parse(v5(formerId, article));
}

/** A thread of that article. */
export function threadIdFor(article: ArticleId, formerId: string): ThreadId {
  return ThreadId.parse(v5(formerId, article));
}

/** The comment at a place, from 0, of a thread of that article. */
export function commentIdFor(article: ArticleId, formerThread: string, place: number): CommentId {
  return CommentId.parse(v5(`${formerThread} ${place}`, article));
}

/** An evidence item in a newsroom; other words about it make another item. */
export function evidenceIdFor(newsroom: NewsroomId, item: DossierEvidence): EvidenceId {
  const { id, kind, reference, locator, retrievedAt, note } = item;
  const content = sha256(JSON.stringify([kind, reference, locator, retrievedAt, note]));
  return EvidenceId.parse(v5(`${id} ${content}`, newsroom));
}

/** The command that brings something in from a file: once for each file and thing. */
export function commandIdFor(thing: ArticleId | EvidenceId, fileSha256: string): CommandId {
  return CommandId.parse(v5(fileSha256, thing));
}
