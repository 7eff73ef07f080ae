import type { CreateArticle } from "~/core/shapes/command";
import type { Dossier, DossierComment, DossierThread } from "~/core/shapes/dossier";
import { formerComment, formerThread } from "~/core/dossier-threads";
import type { ArticleId, TagId } from "~/core/ids";
import { commentIdFor, tagIdFor, threadIdFor } from "./ids";

/** A file's threads as they come in: what was said stays said, by whom and when it was. */

type TakenThread = NonNullable<CreateArticle["file"]>["threads"][number];

/** Stands where words had been removed from the record there. */
const REMOVED = "[removed]";

/** The threads of the dossier; one about a tag that did not come in is about its words. */
export function takeThreads(
  { threads }: Dossier,
  { article, tags, tell }: { article: ArticleId; tags: ReadonlySet<TagId>; tell: (sentence: string) => void },
): TakenThread[] {
  return threads.map((filed) => {
    const { kind, blocking, addressee, due } = filed;
    const former = formerThread(filed);
    if (kind === "query" && former.addressee !== null)
      tell(`A query to ${former.addressee} is put to you here. Pass it on, or answer it.`);
    return {
      thread: threadIdFor(article, filed.id),
      kind,
      about: aboutOf(filed, article, tags),
      comments: filed.comments.map((comment, place) => ({
        comment: commentIdFor(article, filed.id, place),
        words: wordsOf(comment, tell),
        imported: formerly(comment),
      })),
      blocking,
      role: addressee && "role" in addressee ? addressee.role : null,
      due: due === null ? null : Date.parse(due),
      imported: {
        addressee: former.addressee,
        resolved: former.resolution && { by: former.resolution.by, at: Date.parse(former.resolution.at) },
      },
    };
  });
}

function aboutOf(
  { tag, passage }: DossierThread,
  article: ArticleId,
  tags: ReadonlySet<TagId>,
): TakenThread["about"] {
  const taken = tag === null ? null : tagIdFor(article, tag);
  if (taken !== null && tags.has(taken)) return { on: "tag", tag: taken };
  if (!passage) return { on: "article" };
  return { on: "passage", span: { start: passage.start, end: passage.end } };
}

function wordsOf({ words }: DossierComment, tell: (sentence: string) => void): string {
  if (typeof words === "string") return words;
  tell("The words of a comment had been removed from the record.");
  return REMOVED;
}

function formerly(comment: DossierComment): TakenThread["comments"][number]["imported"] {
  const { by, at, editedAt } = formerComment(comment);
  return { by, at: Date.parse(at), editedAt: editedAt === null ? null : Date.parse(editedAt) };
}
