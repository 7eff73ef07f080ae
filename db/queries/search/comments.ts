import { and, eq } from "drizzle-orm";

import { excerptOf } from "~/core/excerpt";
import type { CommentHit } from "~/core/search";
import type { Seeker } from "~/core/sought";
import type { Queryable } from "~/db/client";
import { articles, tags } from "~/db/schema/articles";
import { desks } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { textOfComment } from "~/db/schema/searchable";
import { comments, threads } from "~/db/schema/threads";
import { hasWords, isSuchTag, newestFirst } from "./conditions";
import { articleOf, branchOf, type Look, lookedAt, ofArticle, type Row } from "./look";
import type { Branch } from "./merge";

/** What was said in threads, about tags that are what was asked for, in the words sought. */
export async function commentBranch(db: Queryable, look: Look): Promise<Branch<Row>> {
  const { asked, sought, searcher, limit } = look;
  const recency = { newsroom: comments.newsroomId, at: comments.createdAt, id: comments.id };
  const rows = await db
    .select({
      ...ofArticle,
      id: comments.id,
      at: comments.createdAt,
      words: comments.words,
      author: users.name,
      imported: comments.imported,
      thread: threads.id,
      of: threads.kind,
      tagType: tags.type,
    })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(articles, eq(articles.id, threads.articleId))
    .innerJoin(users, eq(users.id, comments.authorId))
    .leftJoin(tags, eq(tags.id, threads.tagId))
    .leftJoin(desks, eq(desks.id, articles.deskId))
    .where(
      and(
        eq(comments.newsroomId, searcher.newsroom),
        hasWords(textOfComment(comments), sought),
        isSuchTag(asked),
        ...lookedAt(db, look, recency),
      ),
    )
    .orderBy(...newestFirst(recency, look.way))
    .limit(limit + 1);
  const found = rows.map((row): Row => {
    const { id, thread, of, tagType } = row;
    const at = row.at.getTime();
    const hit = (seeker: Seeker): CommentHit => ({
      kind: "comment",
      ...{ id, at, thread, of, tagType },
      article: articleOf(row),
      author: row.imported?.by ?? row.author,
      excerpt: excerptOf(row.words.words ?? "", seeker),
    });
    return { at, id, hit };
  });
  return branchOf(db, look, recency, found);
}
