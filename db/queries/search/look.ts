import { and, eq, inArray, type SQL } from "drizzle-orm";

import type { Hit, HitArticle, SearchAsked } from "~/core/search";
import type { SearchCursor } from "~/core/shapes/search";
import type { Seeker, Sought } from "~/core/sought";
import type { Queryable } from "~/db/client";
import { articles } from "~/db/schema/articles";
import { desks } from "~/db/schema/newsrooms";
import { comesAfter, isOpenTo, newestFirst, type Recency, type Searcher, type Way } from "./conditions";
import type { Branch } from "./merge";

/** One look along an index, from a place on: what all three kinds of hits have in common. */
export interface Look {
  readonly searcher: Searcher;
  readonly asked: SearchAsked;
  readonly sought: readonly Sought[];
  readonly after: SearchCursor | null;
  readonly limit: number;
  readonly way: Way;
  /** So many rows are looked at along their recency. */
  readonly budget: number;
}

/** A row's place among all, and what is made of it when it is shown. */
export interface Row extends SearchCursor {
  readonly hit: (seeker: Seeker) => Hit;
}

/** What the hit of an article shows of it. */
export const ofArticle = {
  article: articles.id,
  title: articles.title,
  titleRef: articles.titleRef,
  titleRemovedAt: articles.titleRemovedAt,
  language: articles.language,
  direction: articles.direction,
  articleState: articles.state,
  restricted: articles.restricted,
  desk: desks.name,
};

type ArticleRow = Pick<
  typeof articles.$inferSelect,
  "title" | "titleRef" | "titleRemovedAt" | "language" | "direction" | "restricted"
> & { article: HitArticle["id"]; articleState: HitArticle["state"]; desk: string | null };

/** The columns of `ofArticle` as a hit has them. */
export function articleOf(row: ArticleRow): HitArticle {
  const { article: id, title, titleRef, titleRemovedAt, articleState: state } = row;
  const { language, direction, restricted, desk } = row;
  const removal = titleRemovedAt && { removedAt: titleRemovedAt.getTime() };
  return {
    ...{ id, language, direction, state, restricted, desk },
    title: { ref: titleRef, words: title, ...removal },
  };
}

/** True of the rows that are looked at: open to the person, after the place, and within the budget. */
export function lookedAt(db: Queryable, look: Look, recency: Recency): (SQL | undefined)[] {
  const { searcher, asked, after } = look;
  return [
    isOpenTo(searcher, asked),
    comesAfter(recency, after),
    look.way === "newest" ? inArray(recency.id, nextRows(db, look, recency).limit(look.budget)) : undefined,
  ];
}

function nextRows(db: Queryable, { searcher, after }: Look, recency: Recency) {
  return db
    .select({ id: recency.id })
    .from(recency.at.table)
    .where(and(eq(recency.newsroom, searcher.newsroom), comesAfter(recency, after)))
    .orderBy(...newestFirst(recency, "newest"))
    .$dynamic();
}

/** What was found, one more row than a page has where there are more, and how far that reaches. */
export async function branchOf(
  db: Queryable,
  look: Look,
  recency: Recency,
  rows: readonly Row[],
): Promise<Branch<Row>> {
  const last = rows.at(-1);
  if (rows.length > look.limit && last) return { rows, end: { at: last.at, id: last.id } };
  return { rows, end: look.way === "newest" ? await endOfScan(db, look, recency) : null };
}

async function endOfScan(db: Queryable, look: Look, recency: Recency): Promise<SearchCursor | null> {
  const [last] = await db
    .select({ at: recency.at, id: recency.id })
    .from(recency.at.table)
    .where(and(eq(recency.newsroom, look.searcher.newsroom), comesAfter(recency, look.after)))
    .orderBy(...newestFirst(recency, "newest"))
    .offset(look.budget - 1)
    .limit(1);
  return last ? { at: last.at.getTime(), id: last.id } : null;
}
