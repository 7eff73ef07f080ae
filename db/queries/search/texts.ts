import { and, eq } from "drizzle-orm";

import { bestParagraph, excerptOf } from "~/core/excerpt";
import type { TextHit } from "~/core/search";
import type { Seeker } from "~/core/sought";
import type { Queryable } from "~/db/client";
import { articles, revisions } from "~/db/schema/articles";
import { desks } from "~/db/schema/newsrooms";
import { hasWords, newestFirst } from "./conditions";
import { articleOf, branchOf, type Look, lookedAt, ofArticle, type Row } from "./look";
import type { Branch } from "./merge";

/** The articles whose present text has the words. */
export async function textBranch(db: Queryable, look: Look): Promise<Branch<Row>> {
  const { sought, searcher, limit } = look;
  const recency = { newsroom: revisions.newsroomId, at: revisions.createdAt, id: revisions.articleId };
  const rows = await db
    .select({ ...ofArticle, at: revisions.createdAt, text: revisions.text })
    .from(revisions)
    .innerJoin(articles, and(eq(articles.id, revisions.articleId), eq(articles.revision, revisions.number)))
    .leftJoin(desks, eq(desks.id, articles.deskId))
    .where(
      and(
        eq(revisions.newsroomId, searcher.newsroom),
        hasWords(revisions.text, sought),
        ...lookedAt(db, look, recency),
      ),
    )
    .orderBy(...newestFirst(recency, look.way))
    .limit(limit + 1);
  const found = rows.map((row): Row => {
    const [at, id] = [row.at.getTime(), row.article];
    const hit = (seeker: Seeker): TextHit => {
      const best = bestParagraph(row.text, seeker);
      return {
        kind: "text",
        ...{ id, at },
        article: articleOf(row),
        place: best?.place ?? null,
        excerpt: best?.excerpt ?? excerptOf(row.text, seeker),
        others: best?.others ?? 0,
      };
    };
    return { at, id, hit };
  });
  return branchOf(db, look, recency, found);
}
