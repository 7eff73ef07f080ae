import type { ArticleId } from "~/core/ids";
import type { SearchAsked } from "~/core/search";
import type { SearchCursor } from "~/core/shapes/search";
import type { Queryable } from "~/db/client";
import type { Searcher } from "./conditions";
import { searchArticles } from "./search";

/** So many articles of a search go into one file. */
const MOST = 200;
/** So many hits are gone through for them, page by page. */
const HITS = 20_000;
const PAGE = 500;

/** The articles of a search's hits, those with the newest hits first. */
export interface FoundArticles {
  readonly articles: readonly ArticleId[];
  /** False where there are more of them, or more hits to go through. */
  readonly isAll: boolean;
}

/** @param most so many articles at most */
export async function articlesFound(
  db: Queryable,
  searcher: Searcher,
  asked: SearchAsked,
  most: number = MOST,
): Promise<FoundArticles> {
  const articles = new Set<ArticleId>();
  let after: SearchCursor | null = null;
  for (let seen = 0; seen < HITS; seen += PAGE) {
    const page: Awaited<ReturnType<typeof searchArticles>> = await searchArticles(db, searcher, {
      ...{ asked, after, limit: PAGE },
    });
    for (const { article } of page.hits) articles.add(article.id);
    if (articles.size > most) break;
    after = page.next;
    if (after === null) return { articles: [...articles], isAll: true };
  }
  return { articles: [...articles].slice(0, most), isAll: false };
}
