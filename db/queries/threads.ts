import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";

import type { Article } from "~/core/article";
import type { AnyArticleCommand } from "~/core/shapes/command";
import type { ArticleId, NewsroomId, TagId, ThreadId, UserId } from "~/core/ids";
import { can, type Role } from "~/core/policy";
import type { Thread } from "~/core/thread";
import type { Queryable } from "~/db/client";
import { articles } from "~/db/schema/articles";
import { memberships } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { comments, threads } from "~/db/schema/threads";
import { threadFrom } from "~/db/thread-rows";
import { visibleTo } from "./visible";

/** The threads of an article, and who takes part in them. */

/** Threads of an article with all that was said in them, the oldest first, by id. */
export async function threadsOf(
  db: Queryable,
  { newsroom, id }: Pick<Article, "newsroom" | "id">,
  ids?: readonly ThreadId[],
): Promise<Map<ThreadId, Thread>> {
  return threadsWhere(
    db,
    and(eq(threads.newsroomId, newsroom), eq(threads.articleId, id), ids && inArray(threads.id, [...ids])),
  );
}

/** The threads that a condition lets through, in the order of their beginning. */
export async function threadsWhere(db: Queryable, where: SQL | undefined): Promise<Map<ThreadId, Thread>> {
  const rows = await db.select().from(threads).where(where).orderBy(asc(threads.createdAt), asc(threads.id));
  if (rows.length === 0) return new Map();
  const of = rows.map(({ id }) => id);
  const all = await db
    .select()
    .from(comments)
    .where(inArray(comments.threadId, of))
    .orderBy(asc(comments.threadId), asc(comments.position));
  const said = new Map(of.map((id) => [id, new Array<(typeof all)[number]>()]));
  for (const comment of all) said.get(comment.threadId)?.push(comment);
  return new Map(rows.map((row) => [row.id, threadFrom(row, said.get(row.id) ?? [])]));
}

/** Which threads a command is about; "all" where it may change any. */
export function threadsNamed(command: AnyArticleCommand): ThreadId[] | "all" {
  if (command.type === "redact") return "all";
  return "thread" in command ? [command.thread] : [];
}

/** The tags that threads are about: what is said there answers them. */
export function tagsUnder(held: Iterable<Thread>): TagId[] {
  return [...held].flatMap(({ tag }) => tag ?? []);
}

/** Somebody who sees an article, with their roles. */
export interface Participant {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Everybody who sees the article now, by name: they can be mentioned. */
export async function participantsOf(
  db: Queryable,
  newsroom: NewsroomId,
  article: ArticleId,
): Promise<Participant[]> {
  return db
    .select({ id: users.id, name: users.name, roles: memberships.roles })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(articles, eq(articles.id, article))
    .where(
      and(eq(memberships.newsroomId, newsroom), eq(memberships.disabled, false), visibleTo(sql`${users.id}`)),
    )
    .orderBy(asc(users.name), asc(users.id));
}

/** Those of them who may work on its tags, and so can be given them. */
export function working(participants: readonly Participant[], article: Article): Participant[] {
  return participants.filter(({ id, roles }) => can({ id, roles }, "take", { article }).allowed);
}

/** Those of them who may read its text: whom there is any sense in telling of it. */
export function reading(participants: readonly Participant[], article: Article): Participant[] {
  return participants.filter(({ id, roles }) => can({ id, roles }, "read text", { article }).allowed);
}

/** Those of them who may comment on it, and so can be asked. */
export function answering(participants: readonly Participant[], article: Article): Participant[] {
  return participants.filter(({ id, roles }) => can({ id, roles }, "comment", { article }).allowed);
}
