import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { z } from "zod";

import type { ArticleState, Direction } from "~/core/article";
import type { DeskId, NewsroomId, UserId } from "~/core/ids";
import { ArticleId } from "~/core/shapes/ids";
import type { Words } from "~/core/words";
import type { Queryable } from "~/db/client";
import { articles, IS_CURRENT, revisions, shares, tags } from "~/db/schema/articles";
import { desks } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { titleMatches } from "./title-search";
import { visibleTo } from "./visible";

/** The lists of articles, always of those that a person sees. */

/** Where a page of the list ended: the next one begins after it. `updatedAt` in milliseconds since 1970. */
export const ListCursor = z.strictObject({
  updatedAt: z.number().int().nonnegative().max(8.64e15),
  id: ArticleId,
});
export type ListCursor = z.infer<typeof ListCursor>;

export interface ListFilter {
  /** "current": all but the archived and the spiked. */
  readonly state: ArticleState | "current";
  /** Words, or beginnings of words, of the title; "" for all. */
  readonly search: string;
  /** Null for the articles of no desk, undefined for all. */
  readonly desk?: DeskId | null | undefined;
  readonly author?: UserId | undefined;
  /** Only what the person wrote or has been given by name; set where their roles reach no further anyway. */
  readonly named?: boolean;
}

/** How far an article's tags are. Suggested, dismissed and withdrawn ones are in no figure. */
export interface TagCounts {
  /** Open, or stale and so to be looked at again. */
  readonly open: number;
  readonly checked: number;
  readonly approved: number;
}

export interface ListedArticle {
  readonly id: ArticleId;
  readonly title: Words;
  readonly state: ArticleState;
  readonly language: string;
  readonly direction: Direction;
  readonly restricted: boolean;
  readonly author: { readonly id: UserId; readonly name: string };
  readonly desk: { readonly id: DeskId; readonly name: string } | null;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly tags: TagCounts;
}

export interface ListPage {
  readonly articles: readonly ListedArticle[];
  /** Null on the last page. */
  readonly next: ListCursor | null;
}

/**
 * The newsroom's articles that the person sees, the last changed first. An article that changes while
 * somebody pages moves before their cursor: no page shows one twice.
 */
export async function listArticles(
  db: Queryable,
  person: UserId,
  newsroom: NewsroomId,
  { filter, after, limit }: { filter: ListFilter; after: ListCursor | null; limit: number },
): Promise<ListPage> {
  const rows = await db
    .select({
      id: articles.id,
      title: articles.title,
      titleRef: articles.titleRef,
      titleRemovedAt: articles.titleRemovedAt,
      state: articles.state,
      language: articles.language,
      direction: articles.direction,
      restricted: articles.restricted,
      authorId: articles.authorId,
      authorName: users.name,
      deskId: articles.deskId,
      deskName: desks.name,
      updatedAt: articles.updatedAt,
    })
    .from(articles)
    .innerJoin(users, eq(users.id, articles.authorId))
    .leftJoin(desks, eq(desks.id, articles.deskId))
    .where(
      and(
        eq(articles.newsroomId, newsroom),
        filter.state === "current" ? IS_CURRENT : eq(articles.state, filter.state),
        after ? isAfter(after) : undefined,
        filter.desk === undefined
          ? undefined
          : filter.desk === null
            ? sql`${articles.deskId} is null`
            : eq(articles.deskId, filter.desk),
        filter.author === undefined ? undefined : eq(articles.authorId, filter.author),
        filter.named ? inArray(articles.id, namedTo(db, person, newsroom)) : undefined,
        titleMatches(filter.search),
        visibleTo(person),
      ),
    )
    // As the index has it, or Postgres sorts the newsroom's whole list.
    .orderBy(sql`${articles.updatedAt} desc nulls last`, sql`${articles.id} desc nulls last`)
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const counts = await tagCounts(
    db,
    page.map(({ id }) => id),
  );
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    articles: page.map(
      ({ title, titleRef, titleRemovedAt, authorId, authorName, deskId, deskName, ...row }) => ({
        ...row,
        title: {
          ref: titleRef,
          words: title,
          ...(titleRemovedAt && { removedAt: titleRemovedAt.getTime() }),
        },
        author: { id: authorId, name: authorName },
        desk: deskId !== null && deskName !== null ? { id: deskId, name: deskName } : null,
        updatedAt: row.updatedAt.getTime(),
        tags: counts.get(row.id) ?? { open: 0, checked: 0, approved: 0 },
      }),
    ),
    next: last ? { updatedAt: last.updatedAt.getTime(), id: last.id } : null,
  };
}

function isAfter({ updatedAt, id }: ListCursor): SQL {
  const at = new Date(updatedAt).toISOString();
  return sql`(${articles.updatedAt}, ${articles.id}) < (${at}::timestamptz, ${id}::uuid)`;
}

/** A few ids instead of a walk over the newsroom's whole list, which finds little for somebody with few articles. */
function namedTo(db: Queryable, person: UserId, newsroom: NewsroomId) {
  return union(
    db
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.newsroomId, newsroom), eq(articles.authorId, person))),
    db
      .select({ id: shares.articleId })
      .from(shares)
      .where(and(eq(shares.userId, person), eq(shares.newsroomId, newsroom))),
  );
}

async function tagCounts(db: Queryable, ids: readonly ArticleId[]): Promise<Map<ArticleId, TagCounts>> {
  if (ids.length === 0) return new Map();
  const inStates = (...states: (typeof tags.$inferSelect)["state"][]) =>
    sql<number>`count(*) filter (where ${inArray(tags.state, states)})`.mapWith(Number);
  const rows = await db
    .select({
      id: tags.articleId,
      open: inStates("open", "stale"),
      checked: inStates("checked"),
      approved: inStates("approved"),
    })
    .from(tags)
    .where(inArray(tags.articleId, [...ids]))
    .groupBy(tags.articleId);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** An article that the person sees and whose present text is exactly this one, but for the article `except`. */
export async function articleWithText(
  db: Queryable,
  person: UserId,
  { newsroom, text, except }: { newsroom: NewsroomId; text: string; except: ArticleId },
): Promise<{ id: ArticleId; title: string | null } | null> {
  const [row] = await db
    .select({ id: articles.id, title: articles.title })
    .from(revisions)
    .innerJoin(articles, and(eq(articles.id, revisions.articleId), eq(articles.revision, revisions.number)))
    .where(
      and(
        eq(revisions.newsroomId, newsroom),
        sql`md5(${revisions.text}) = md5(${text})`,
        eq(revisions.text, text),
        ne(articles.id, except),
        visibleTo(person),
      ),
    )
    .orderBy(desc(articles.updatedAt))
    .limit(1);
  return row ?? null;
}
