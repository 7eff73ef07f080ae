import { and, count, desc, eq, inArray, isNull, lte, notInArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";

import type { Direction } from "~/core/article";
import type { NewsroomId, TagId, ThreadId, UserId } from "~/core/ids";
import { withoutTargets } from "~/core/mentions";
import type { SaidNotice } from "~/core/notice-words";
import type { Topic } from "~/core/notices";
import { can } from "~/core/policy";
import { ArticleId } from "~/core/shapes/ids";
import type { Finding } from "~/core/tag";
import type { Words } from "~/core/words";
import type { Queryable } from "~/db/client";
import { articles, shares, tags } from "~/db/schema/articles";
import { events } from "~/db/schema/log";
import { memberships, newsrooms } from "~/db/schema/newsrooms";
import { notices } from "~/db/schema/notices";
import { users } from "~/db/schema/people";
import { comments } from "~/db/schema/threads";
import { visibleTo } from "./visible";

/** What a person is told of, in all their newsrooms: always of articles that they see now. */

/** One notice of a person's. */
export const NoticeKey = z.strictObject({ article: ArticleId, seq: z.int32().positive() });
export type NoticeKey = z.infer<typeof NoticeKey>;

/** Where a page of the list ended. `at` in milliseconds since 1970. */
export const NoticeCursor = NoticeKey.extend({ at: z.number().int().nonnegative().max(8.64e15) });
export type NoticeCursor = z.infer<typeof NoticeCursor>;

export interface ListedNotice extends NoticeCursor, SaidNotice {
  readonly newsroom: { readonly id: NewsroomId; readonly slug: string; readonly name: string };
  readonly title: Words;
  readonly direction: Direction;
  readonly tag: TagId | null;
  readonly thread: ThreadId | null;
  /** What was said, or else the words that the tag is on; null where there are none, or they may not be read. */
  readonly quote: string | null;
  readonly isRead: boolean;
}

export interface NoticesPage {
  readonly notices: readonly ListedNotice[];
  /** Null on the last page. */
  readonly next: NoticeCursor | null;
}

/** So many code units of what was said are quoted. */
const LONGEST_QUOTE = 160;
/** It is not counted further. */
const MOST_COUNTED = 100;

function shownTo(person: UserId, off: readonly Topic[]): SQL | undefined {
  return and(
    eq(notices.userId, person),
    off.length > 0 ? notInArray(notices.topic, [...off]) : undefined,
    visibleTo(person),
  );
}

/** How many of a person's notices are unread, 100 at most, without those of the topics that are off. */
export async function countUnread(db: Queryable, person: UserId, off: readonly Topic[]): Promise<number> {
  const unread = db
    .select({ seq: notices.seq })
    .from(notices)
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .where(and(shownTo(person, off), isNull(notices.readAt)))
    .limit(MOST_COUNTED)
    .as("unread");
  const [row] = await db.select({ unread: count() }).from(unread);
  return row?.unread ?? 0;
}

/** A page of a person's notices, the newest first, without those of the topics that are off. */
export async function listNotices(
  db: Queryable,
  person: UserId,
  { off, after, limit }: { off: readonly Topic[]; after: NoticeCursor | null; limit: number },
): Promise<NoticesPage> {
  const where = and(shownTo(person, off), after ? isAfter(after) : undefined);
  const found = await noticesWhere(db, person, { where, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { notices: page, next: last ? { article: last.article, seq: last.seq, at: last.at } : null };
}

function isAfter({ at, article, seq }: NoticeCursor): SQL {
  const moment = new Date(at).toISOString();
  return sql`(${notices.at}, ${notices.articleId}, ${notices.seq}) < (${moment}::timestamptz, ${article}::uuid, ${seq}::integer)`;
}

/** The newest of the notices that a condition lets through, with what they say to the person. */
async function noticesWhere(
  db: Queryable,
  person: UserId,
  { where, limit }: { where: SQL | undefined; limit: number },
): Promise<ListedNotice[]> {
  const actors = alias(users, "actors");
  const finding: SQL<Finding | null> = sql`${events.body} -> 'to' -> 'verdict' ->> 'finding'`;
  const rows = await db
    .select({
      article: articles.id,
      seq: notices.seq,
      topic: notices.topic,
      count: notices.count,
      at: notices.at,
      readAt: notices.readAt,
      tag: notices.tagId,
      thread: notices.threadId,
      finding,
      actor: actors.name,
      newsroom: { id: newsrooms.id, slug: newsrooms.slug, name: newsrooms.name },
      title: articles.title,
      titleRef: articles.titleRef,
      titleRemovedAt: articles.titleRemovedAt,
      direction: articles.direction,
      author: articles.authorId,
      roles: memberships.roles,
      as: shares.kind,
      exact: tags.exact,
      said: comments.words,
    })
    .from(notices)
    .innerJoin(articles, eq(articles.id, notices.articleId))
    .innerJoin(newsrooms, eq(newsrooms.id, articles.newsroomId))
    .innerJoin(
      memberships,
      and(eq(memberships.newsroomId, articles.newsroomId), eq(memberships.userId, person)),
    )
    .innerJoin(events, and(eq(events.logId, notices.articleId), eq(events.seq, notices.seq)))
    .innerJoin(actors, eq(actors.id, events.actorId))
    .leftJoin(shares, and(eq(shares.articleId, articles.id), eq(shares.userId, person)))
    .leftJoin(tags, eq(tags.id, notices.tagId))
    .leftJoin(comments, sql`${comments.id} = (${events.body} ->> 'comment')::uuid`)
    .where(where)
    .orderBy(desc(notices.at), desc(notices.articleId), desc(notices.seq))
    .limit(limit);
  return rows.map(
    ({ author, roles, as, exact, said, title, titleRef, titleRemovedAt, at, readAt, ...row }) => {
      const own = { author, shares: as === null ? [] : [{ person, as }] };
      const mayRead = can({ id: person, roles }, "read text", { article: own }).allowed;
      const words = said?.words ?? exact;
      const removal = titleRemovedAt && { removedAt: titleRemovedAt.getTime() };
      return {
        ...row,
        at: at.getTime(),
        isRead: readAt !== null,
        title: { ref: titleRef, words: title, ...removal },
        quote: mayRead && words ? shortened(withoutTargets(words)) : null,
      };
    },
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= LONGEST_QUOTE) return line;
  return `${line.slice(0, LONGEST_QUOTE).replace(/\s\S*$|[\ud800-\udbff]$/u, "")} …`;
}

/** Notes that a person has read one notice, and with it those of the same thread. @returns whether any was unread */
export async function readNotice(
  db: Queryable,
  person: UserId,
  { article, seq }: NoticeKey,
  now: Date,
): Promise<boolean> {
  const named = and(eq(notices.articleId, article), eq(notices.seq, seq), eq(notices.userId, person));
  const itsThread = db.select({ thread: notices.threadId }).from(notices).where(named);
  return read(db, person, { which: or(named, inArray(notices.threadId, itsThread)), now });
}

/** Notes that a person has read all up to a moment: what came after it, they may not have seen. */
export async function readAllNotices(
  db: Queryable,
  person: UserId,
  { through, now }: { through: Date; now: Date },
): Promise<boolean> {
  return read(db, person, { which: lte(notices.at, through), now });
}

async function read(
  db: Queryable,
  person: UserId,
  { which, now }: { which: SQL | undefined; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(notices)
    .set({ readAt: now })
    .where(and(eq(notices.userId, person), isNull(notices.readAt), which))
    .returning({ seq: notices.seq });
  return rows.length > 0;
}
