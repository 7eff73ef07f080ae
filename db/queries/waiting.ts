import { and, asc, count, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";

import type { Direction } from "~/core/article";
import type { ArticleId, NewsroomId } from "~/core/ids";
import { ThreadId } from "~/core/shapes/ids";
import { type Actor, rolesHeld } from "~/core/policy";
import type { Thread } from "~/core/thread";
import { Due } from "~/core/shapes/thread";
import type { Words } from "~/core/words";
import type { Queryable } from "~/db/client";
import { articles, IS_OPEN_TO_WORK, tags } from "~/db/schema/articles";
import { users } from "~/db/schema/people";
import { threads } from "~/db/schema/threads";
import { threadsWhere } from "./threads";
import { visibleTo } from "./visible";

/** The queries that wait for somebody: put to them by name, or to a role of theirs, in articles that they see. */

/** Where a page of the list ended. Times in milliseconds since 1970. */
export const WaitingCursor = z.strictObject({ due: Due.nullable(), at: Due, id: ThreadId });
export type WaitingCursor = z.infer<typeof WaitingCursor>;

export interface WaitingQuery {
  readonly thread: Thread;
  readonly article: {
    readonly id: ArticleId;
    readonly title: Words;
    readonly direction: Direction;
  };
  /** The type of the tag that it is about. */
  readonly tagType: string | null;
  /** Who asked, by name. */
  readonly asker: string;
}

export interface WaitingPage {
  readonly queries: readonly WaitingQuery[];
  /** Null on the last page. */
  readonly next: WaitingCursor | null;
}

function waitsFor({ id, roles }: Actor, newsroom: NewsroomId): SQL | undefined {
  const held = rolesHeld(roles);
  return and(
    eq(threads.newsroomId, newsroom),
    eq(threads.kind, "query"),
    eq(threads.state, "open"),
    or(
      eq(threads.addresseeId, id),
      held.length > 0 ? inArray(sql<string>`${threads.addresseeRole}`, held) : undefined,
    ),
    IS_OPEN_TO_WORK,
    visibleTo(id),
  );
}

/** A page of them: those that are due first, first; those of no certain time last, the oldest first. */
export async function waitingQueries(
  db: Queryable,
  actor: Actor,
  newsroom: NewsroomId,
  { after, limit }: { after: WaitingCursor | null; limit: number },
): Promise<WaitingPage> {
  const rows = await db
    .select({
      id: threads.id,
      article: articles.id,
      title: articles.title,
      titleRef: articles.titleRef,
      titleRemovedAt: articles.titleRemovedAt,
      direction: articles.direction,
      tagType: tags.type,
      asker: users.name,
    })
    .from(threads)
    .innerJoin(articles, eq(articles.id, threads.articleId))
    .innerJoin(users, eq(users.id, threads.authorId))
    .leftJoin(tags, eq(tags.id, threads.tagId))
    .where(and(waitsFor(actor, newsroom), after ? isAfter(after) : undefined))
    .orderBy(sql`${threads.dueAt} nulls last`, asc(threads.createdAt), asc(threads.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const whole = await threadsWhere(db, inArray(threads.id, ids));
  const queries = page.flatMap(({ id, article, title, titleRef, titleRemovedAt, direction, ...rest }) => {
    const thread = whole.get(id);
    if (!thread) return [];
    const removal = titleRemovedAt && { removedAt: titleRemovedAt.getTime() };
    return {
      thread,
      article: { id: article, title: { ref: titleRef, words: title, ...removal }, direction },
      ...rest,
    };
  });
  const last = rows.length > limit ? queries.at(-1)?.thread : undefined;
  return { queries, next: last ? { due: last.due, at: last.at, id: last.id } : null };
}

function isAfter({ due, at, id }: WaitingCursor): SQL {
  const moment = (time: number) => new Date(time).toISOString();
  const later = sql`(${threads.createdAt}, ${threads.id}) > (${moment(at)}::timestamptz, ${id}::uuid)`;
  if (due === null) return sql`(${threads.dueAt} is null and ${later})`;
  const same = sql`${threads.dueAt} = ${moment(due)}::timestamptz`;
  return sql`(${threads.dueAt} > ${moment(due)}::timestamptz or ${threads.dueAt} is null or (${same} and ${later}))`;
}

/** How many wait. */
export async function countWaiting(db: Queryable, actor: Actor, newsroom: NewsroomId): Promise<number> {
  const [row] = await db
    .select({ waiting: count() })
    .from(threads)
    .innerJoin(articles, eq(articles.id, threads.articleId))
    .where(waitsFor(actor, newsroom));
  return row?.waiting ?? 0;
}
