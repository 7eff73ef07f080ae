import { checkSpan } from "./anchor";
import type { CreateArticle, Topic } from "./shapes/command";
import { DomainError } from "./errors";
import type { ArticleFact } from "./event";
import type { Actor } from "./policy";
import { wordsOf } from "./words";

type File = NonNullable<CreateArticle["file"]>;

/** A thread as it comes in with its article: as it was, by whoever brings it in, its true authors named. */
export function importThread(
  text: string,
  { thread, kind, about, comments, blocking, role, due, imported }: File["threads"][number],
  tags: File["tags"],
  actor: Actor,
): ArticleFact[] {
  const asked = role === null ? { person: actor.id } : { role };
  return comments
    .map(({ comment, words, imported: former }, place): ArticleFact => {
      const said = { thread, comment, said: wordsOf(words), mentions: [] };
      if (place > 0) return { type: "CommentAdded", body: { ...said, reopens: false, imported: former } };
      return {
        type: "ThreadOpened",
        body: {
          ...said,
          kind,
          about: placeOf(text, about, tags),
          blocking,
          addressee: kind === "query" ? asked : null,
          due: kind === "query" ? due : null,
          imported: { ...former, ...imported },
        },
      };
    })
    .concat(imported.resolved ? [{ type: "ThreadResolved", body: { thread } }] : []);
}

function placeOf(
  text: string,
  about: Topic,
  tags: File["tags"],
): (ArticleFact & { type: "ThreadOpened" })["body"]["about"] {
  if (about.on === "article") return null;
  if (about.on === "passage") {
    checkSpan(text, about.span);
    return { tag: null, revision: 1, span: about.span };
  }
  const tag = tags.find((one) => one.tag === about.tag);
  if (!tag) throw new DomainError("bad-input", "The file has a thread about a tag that it lacks.");
  return { tag: tag.tag, revision: 1, span: tag.span };
}
