import { and, asc, count, eq, inArray, not, sql } from "drizzle-orm";

import type { ArticleId, NewsroomId, TagId, UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import type { Queryable } from "~/db/client";
import { articleFrom } from "~/db/rows";
import { articles, IS_IN_WORK, IS_OPEN_TO_WORK, shares, tags } from "~/db/schema/articles";
import { memberships } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { visibleTo } from "~/db/queries/visible";
import { isUnclaimed } from "./conditions";

/** Who can be given tags, and how many each has. */

export interface Worker {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Tags of articles that are worked on which were given to them, or taken, and whose next step is theirs. */
  readonly load: number;
}

/** The newsroom's members, by name. */
export async function workersOf(db: Queryable, newsroom: NewsroomId): Promise<Worker[]> {
  const loads = db
    .select({ person: tags.assigneeId, load: count().as("load") })
    .from(tags)
    .innerJoin(articles, and(eq(articles.id, tags.articleId), IS_IN_WORK, IS_OPEN_TO_WORK))
    .where(
      and(
        eq(tags.newsroomId, newsroom),
        // As the index of whose they are has it.
        sql`${tags.assigneeId} is not null and ${tags.state} in ('open', 'checked', 'stale')`,
        not(isUnclaimed),
      ),
    )
    .groupBy(tags.assigneeId)
    .as("loads");
  return db
    .select({
      id: users.id,
      name: users.name,
      roles: memberships.roles,
      load: sql<number>`coalesce(${loads.load}, 0)`.mapWith(Number),
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(loads, eq(loads.person, users.id))
    .where(and(eq(memberships.newsroomId, newsroom), not(memberships.disabled)))
    .orderBy(asc(users.name), asc(users.id));
}

/** Of these tags, those in articles that the person sees: each with its article, and who of the people sees that. */
export async function seenBy(
  db: Queryable,
  person: UserId,
  { newsroom, ids, among }: { newsroom: NewsroomId; ids: readonly TagId[]; among: readonly UserId[] },
) {
  const rows = await db
    .select({ tag: tags, article: articles })
    .from(tags)
    .innerJoin(articles, eq(articles.id, tags.articleId))
    .where(and(eq(tags.newsroomId, newsroom), inArray(tags.id, [...ids]), visibleTo(person)));
  const of = [...new Set(rows.map(({ article }) => article.id))];
  if (of.length === 0) return [];
  const sees = await db
    .select({ article: articles.id, person: users.id })
    .from(articles)
    .innerJoin(users, inArray(users.id, [...among]))
    .where(and(inArray(articles.id, of), visibleTo(sql`${users.id}`)));
  const named = await db.select().from(shares).where(inArray(shares.articleId, of));
  const sharesOf = (id: ArticleId) =>
    named.flatMap(({ articleId, userId, kind }) => (articleId === id ? [{ person: userId, as: kind }] : []));
  return rows.map(({ tag, article }) => ({
    tag,
    article: articleFrom(article, sharesOf(article.id)),
    seers: new Set(sees.flatMap((one) => (one.article === article.id ? [one.person] : []))),
  }));
}
