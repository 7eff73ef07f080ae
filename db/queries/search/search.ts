import { sql } from "drizzle-orm";
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
/** Among so many a frequent word fills a page. An article has many tags. */
const NEAR: Record<Place, number> = { tags: 2_500, text: 1_000, comments: 1_000 };

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
  const branches = await (queryOf(sought) === null ? along(db, look, places) : byWords(db, look, places));
  const { rows, next } = mergeBranches(branches, limit);
  const seeker = new Seeker(sought);
  return { hits: rows.map(({ hit }) => hit(seeker)), next };
}

/** Along their recency, as far as the budget reaches. */
function along(db: Queryable, look: Look, places: readonly Place[]): Promise<Branch<Row>[]> {
  return Promise.all(places.map((place) => BRANCHES[place](db, look)));
}

/**
 * Frequent words fill a page among the newest rows; where they do not, the index of words finds them, which knows no
 * order and takes the longer the more frequent they are.
 */
async function byWords(db: Queryable, look: Look, places: readonly Place[]): Promise<Branch<Row>[]> {
  const near = await Promise.all(
    places.map(async (place) => ({
      place,
      branch: await BRANCHES[place](db, { ...look, budget: NEAR[place] }),
    })),
  );
  const branches = near.map(({ branch }) => branch);
  if (mergeBranches(branches, look.limit).rows.length === look.limit) return branches;
  return db.transaction(async (tx) => {
    // What begins like a word, and many rows do, fits; else Postgres reads all of them again (44 s for 0.4 s).
    await tx.execute(sql`set local work_mem = '64MB'`);
    return Promise.all(
      near.map(async ({ place, branch }) =>
        branch.rows.length > look.limit ? branch : await BRANCHES[place](tx, { ...look, way: "words" }),
      ),
    );
  });
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
