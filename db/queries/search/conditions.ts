import { and, eq, inArray, isNull, not, or, type SQL, sql } from "drizzle-orm";

import type { NewsroomId } from "~/core/ids";
import type { Actor, Reach } from "~/core/policy";
import type { SearchAsked } from "~/core/search";
import type { SearchCursor } from "~/core/shapes/search";
import { readSought, type Sought } from "~/core/sought";
import { articles, type revisions, tags } from "~/db/schema/articles";
import { wordsIn } from "~/db/schema/searchable";
import type { comments } from "~/db/schema/threads";
import { lexeme, termOf } from "~/db/queries/title-search";
import { visibleTo, withinReach } from "~/db/queries/visible";

/** What a search asks of the rows that it goes through. */

/** Whose search it is, and of which of the articles that they see they may read the text. */
export interface Searcher {
  readonly actor: Actor;
  readonly newsroom: NewsroomId;
  readonly reach: Reach;
}

/** True of articles whose text the person may read and that the search is not kept from. */
export function isOpenTo(
  { actor, newsroom, reach }: Searcher,
  { articleState, desk }: Pick<SearchAsked, "articleState" | "desk">,
): SQL | undefined {
  return and(
    eq(articles.newsroomId, newsroom),
    visibleTo(actor.id),
    withinReach(actor.id, reach),
    articleState === null ? undefined : eq(articles.state, articleState),
    desk === null ? undefined : desk === "none" ? isNull(articles.deskId) : eq(articles.deskId, desk),
  );
}

/** What was sought, for `to_tsquery`; null where there are only pieces. */
export function queryOf(sought: readonly Sought[]): string | null {
  const terms = sought.flatMap(({ how, words }) => {
    if (how === "piece") return [];
    const [word = "", ...more] = words;
    if (more.length > 0) return [`(${words.map((each) => lexeme(each, false)).join(" <-> ")})`];
    return [termOf(word, how === "beginning")];
  });
  return terms.length > 0 ? terms.join(" & ") : null;
}

/** True where the text has everything that was sought. */
export function hasWords(text: unknown, sought: readonly Sought[]): SQL | undefined {
  const query = queryOf(sought);
  const pieces = sought.filter(({ how }) => how === "piece");
  return and(
    query === null ? undefined : sql`${wordsIn(text)} @@ to_tsquery('simple', ${query})`,
    ...pieces.map(({ words: [piece] }) => sql`strpos(lower(${text}), lower(${piece})) > 0`),
  );
}

/** True of tags that are what was asked for. */
export function isSuchTag(asked: SearchAsked): SQL | undefined {
  return and(
    asked.type === null ? undefined : eq(tags.type, asked.type),
    asked.author === null ? undefined : eq(tags.authorId, asked.author),
    asked.state === null ? undefined : eq(tags.state, asked.state),
    asked.finding === null ? undefined : eq(tags.finding, asked.finding),
    ...asked.attributes.map(hasAttribute),
  );
}

function hasAttribute({ name, value }: SearchAsked["attributes"][number]): SQL | undefined {
  const held = sql`${tags.attributes} -> ${name}`;
  return or(
    sql`${held} #>> '{}' = ${value}`,
    hasWords(sql`coalesce(${held} ->> 'words', '')`, readSought(value)),
  );
}

/** Tags that count: those that were dismissed or withdrawn are found only when asked for. */
export const isStandingTag: SQL = not(inArray(tags.state, ["dismissed", "withdrawn"]));

type Dated = typeof tags | typeof revisions | typeof comments;

/** The columns by which rows follow each other in a newsroom, the newest first; as their index has them. */
export interface Recency {
  readonly newsroom: Dated["newsroomId"];
  readonly at: Dated["createdAt"];
  readonly id: (typeof tags | typeof comments)["id"] | (typeof revisions)["articleId"];
}

/** True of what comes after the place. */
export function comesAfter({ at, id }: Recency, after: SearchCursor | null): SQL | undefined {
  if (after === null) return undefined;
  const moment = new Date(after.at).toISOString();
  return sql`(${at}, ${id}) < (${moment}::timestamptz, ${after.id}::uuid)`;
}

/** How rows are come by: along their recency, or by the index of words. */
export type Way = "newest" | "words";

/**
 * The order, spelled as the index of recency has it, or Postgres sorts everything; and as it does not where rows are come
 * by otherwise, or Postgres, which takes every word for a frequent one, goes through everything for a rare one.
 */
export function newestFirst({ at, id }: Recency, way: Way): SQL[] {
  const order = way === "newest" ? sql`${at}` : sql`${at} + interval '0'`;
  return [sql`${order} desc nulls last`, sql`${id} desc nulls last`];
}
