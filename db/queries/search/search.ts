import { asksAnything, asksOfTags, type Hit, type SearchAsked } from "~/core/search";
import type { SearchCursor } from "~/core/shapes/search";
import { readSought, Seeker, type Sought } from "~/core/sought";
import type { Queryable } from "~/db/client";
import { commentBranch } from "./comments";
import { queryOf, type Searcher } from "./conditions";
import type { Look, Row } from "./look";
import { type Branch, mergeBranches } from "./merge";
import { tagBranch } from "./tags";
import { textBranch } from "./texts";

/**
 * Searching the newsroom's articles: three queries, over tags, texts and comments, each along its index from the
 * newest row on, merged into pages. What came to be when never changes, so that paging is sure of it.
 */

export interface SearchPage {
  readonly hits: readonly Hit[];
  /** Null when all was looked at. */
  readonly next: SearchCursor | null;
}

/** A page that is being looked for. `budget`: so many rows are looked at, where no index knows which have the words. */
export interface Looking {
  readonly asked: SearchAsked;
  readonly after: SearchCursor | null;
  readonly limit: number;
  readonly budget?: number;
}

/** Some 50 ms of looking. */
const BUDGET = 10_000;
/** Among so many a frequent word fills a page. */
const NEAR = 1_000;

/** A page of what the person may read that was asked for, the newest first; fewer than `limit` where the budget ended. */
export async function searchArticles(
  db: Queryable,
  searcher: Searcher,
  looking: Looking,
): Promise<SearchPage> {
  const { asked, limit } = looking;
  if (!asksAnything(asked)) return { hits: [], next: null };
  const sought = readSought(asked.words);
  const places = placesOf(asked, sought);
  const look: Look = { ...looking, budget: looking.budget ?? BUDGET, searcher, sought, way: "newest" };
  const branches = await Promise.all(places.map((place) => found(db, look, BRANCHES[place])));
  const { rows, next } = mergeBranches(branches, limit);
  const seeker = new Seeker(sought);
  return { hits: rows.map(({ hit }) => hit(seeker)), next };
}

/** Frequent words are found among the newest rows, rare ones by the index of words, which knows others not at all. */
async function found(db: Queryable, look: Look, branch: BranchOf): Promise<Branch<Row>> {
  if (queryOf(look.sought) === null) return branch(db, look);
  const near = await branch(db, { ...look, budget: NEAR });
  return near.rows.length > look.limit ? near : branch(db, { ...look, way: "words" });
}

type BranchOf = (db: Queryable, look: Look) => Promise<Branch<Row>>;

type Place = "tags" | "text" | "comments";

function placesOf(asked: SearchAsked, sought: readonly Sought[]): Place[] {
  const ofTags = asksOfTags(asked);
  if (asked.within === "text") return ofTags ? [] : ["text"];
  if (asked.within !== "everywhere") return [asked.within];
  // Without words, what is asked of tags is answered by tags, and not by all that was said about them.
  if (sought.length === 0) return ["tags"];
  return ofTags ? ["tags", "comments"] : ["tags", "text", "comments"];
}

const BRANCHES: Record<Place, BranchOf> = {
  tags: tagBranch,
  text: textBranch,
  comments: commentBranch,
};
