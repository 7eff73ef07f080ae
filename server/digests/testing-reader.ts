import { v7 } from "uuid";

import type { UserId } from "~/core/ids";
import type { Topic } from "~/core/notices";
import { type Digest, USUAL_NOTICES } from "~/core/preferences";
import type { ArticleCommand } from "~/core/shapes/command";
import { ArticleId, CommandId, CommentId, ThreadId } from "~/core/shapes/ids";
import { TEXT } from "~/core/testing";
import type { Database } from "~/db/client";
import { changePreferences } from "~/db/queries/preferences";
import { testNewsroom } from "~/db/testing-newsroom";
import { execute } from "~/server/execute";

/** Somebody who asks for letters, and colleagues who give cause for them. Not for use outside of tests. */
export interface TestReader {
  readonly id: UserId;
  readonly email: string;
  /** An article of theirs. */
  article(title: string): Promise<ArticleId>;
  /** A colleague mentions them in it, at a time in milliseconds since 1970. */
  mention(article: ArticleId, at: number): Promise<void>;
  /** The managing editor does something. */
  edit(article: ArticleId, command: ArticleCommand): Promise<void>;
}

export async function testReader(
  db: Database,
  { every = "hourly", noMail = [] }: { every?: Digest["every"]; noMail?: Topic[] } = {},
): Promise<TestReader> {
  const newsroom = await testNewsroom(db, ["reporter", "copy-editor", "managing-editor"]);
  const as = (role: "reporter" | "copy-editor" | "managing-editor", at = 0) => {
    const person = newsroom.people.get(role);
    if (!person) throw new Error(`There is no ${role}.`);
    return { db, person, now: () => at };
  };
  const { person: id } = as("reporter");
  await changePreferences(db, id, {
    notices: { ...USUAL_NOTICES, noMail, digest: { every, hour: 8, zone: "UTC" } },
  });
  const newCommand = () => CommandId.parse(v7());
  return {
    id,
    email: `${id}@example.org`,
    async article(title) {
      const article = ArticleId.parse(v7());
      const details = { title, language: "en", direction: "ltr", sourceUrl: null, desk: null } as const;
      const create = { type: "createArticle", details, text: TEXT, file: null } as const;
      await execute(as("reporter"), article, newCommand(), create, { into: newsroom.id });
      return article;
    },
    async mention(article, at) {
      await execute(as("copy-editor", at), article, newCommand(), {
        type: "openThread",
        thread: ThreadId.parse(v7()),
        comment: CommentId.parse(v7()),
        kind: "comment",
        about: { on: "article" },
        words: `Secret words, [@A reporter](person:${id})`,
        blocking: false,
        addressee: null,
        due: null,
      });
    },
    async edit(article, command) {
      await execute(as("managing-editor"), article, newCommand(), command);
    },
  };
}
