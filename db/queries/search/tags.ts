import { and, eq } from "drizzle-orm";

import { excerptOf } from "~/core/excerpt";
import type { TagHit } from "~/core/search";
import type { Seeker } from "~/core/sought";
import { isWords } from "~/core/words";
import type { Queryable } from "~/db/client";
import { articles, tags } from "~/db/schema/articles";
import { desks } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { textOfTag } from "~/db/schema/searchable";
import { hasWords, isStandingTag, isSuchTag, newestFirst } from "./conditions";
import { articleOf, branchOf, type Look, lookedAt, ofArticle, type Row } from "./look";
import type { Branch } from "./merge";

/** The tags that are what was asked for, on the words that stand in the article now. */
export async function tagBranch(db: Queryable, look: Look): Promise<Branch<Row>> {
  const { asked, sought, searcher, limit } = look;
  const recency = { newsroom: tags.newsroomId, at: tags.createdAt, id: tags.id };
  const rows = await db
    .select({
      ...ofArticle,
      id: tags.id,
      at: tags.createdAt,
      type: tags.type,
      attributes: tags.attributes,
      exact: tags.exact,
      before: tags.prefix,
      after: tags.suffix,
      note: tags.note,
      verdictNote: tags.verdictNote,
      state: tags.state,
      finding: tags.finding,
      author: users.name,
      imported: tags.imported,
    })
    .from(tags)
    .innerJoin(articles, and(eq(articles.id, tags.articleId), eq(articles.revision, tags.revision)))
    .innerJoin(users, eq(users.id, tags.authorId))
    .leftJoin(desks, eq(desks.id, articles.deskId))
    .where(
      and(
        eq(tags.newsroomId, searcher.newsroom),
        hasWords(textOfTag(tags), sought),
        isSuchTag(asked),
        asked.state === null ? isStandingTag : undefined,
        ...lookedAt(db, look, recency),
      ),
    )
    .orderBy(...newestFirst(recency, look.way))
    .limit(limit + 1);
  const found = rows.map((row): Row => {
    const { id, type, state, finding, exact, before, after } = row;
    const at = row.at.getTime();
    const hit = (seeker: Seeker): TagHit => ({
      kind: "tag",
      ...{ id, at, type, state, finding },
      article: articleOf(row),
      author: row.imported?.author ?? row.author,
      excerpt: excerptOf(exact, seeker),
      around: { before, after },
      written: writtenOn(row, seeker),
    });
    return { at, id, hit };
  });
  return branchOf(db, look, recency, found);
}

/** Where the words stand in what was written about a tag. */
function writtenOn(
  { note, verdictNote, attributes }: Pick<typeof tags.$inferSelect, "note" | "verdictNote" | "attributes">,
  seeker: Seeker,
): TagHit["written"] {
  const written = [
    { where: "note" as const, of: note },
    { where: "verdict" as const, of: verdictNote },
    ...Object.values(attributes)
      .filter(isWords)
      .map((of) => ({ where: "attribute" as const, of })),
  ];
  return written.flatMap(({ where, of }) => {
    const words = of?.words ?? "";
    return seeker.count(words) > 0 ? [{ where, excerpt: excerptOf(words, seeker) }] : [];
  });
}
