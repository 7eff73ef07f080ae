import { and, asc, desc, eq, exists, inArray, sql } from "drizzle-orm";

import type { Direction } from "~/core/article";
import type { ArticleId, EvidenceId, NewsroomId, TagId, UserId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import type { TagState } from "~/core/tag";
import type { Words } from "~/core/words";
import type { Queryable } from "~/db/client";
import { articles, evidenceUses, tags } from "~/db/schema/articles";
import { evidence, memberships } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { visibleTo } from "./visible";

/** A tag that rests on an evidence item, and the article that it stands in. */
export interface EvidenceUse {
  readonly tag: TagId;
  readonly type: string;
  readonly exact: string;
  readonly state: TagState;
  readonly article: { readonly id: ArticleId; readonly title: Words; readonly direction: Direction };
}

/** Where a page of uses ends: the next begins right after. */
export interface UsePlace {
  readonly article: ArticleId;
  readonly tag: TagId;
}

/**
 * The tags that rest on an item, in articles that the person sees: the newest article first, an article's tags
 * together, at most `limit` from a place on.
 */
export async function usesOf(
  db: Queryable,
  person: UserId,
  { newsroom, item }: { newsroom: NewsroomId; item: EvidenceId },
  { after, limit }: { after: UsePlace | null; limit: number },
): Promise<EvidenceUse[]> {
  const rows = await db
    .select({
      tag: tags.id,
      type: tags.type,
      exact: tags.exact,
      state: tags.state,
      article: articles.id,
      title: articles.title,
      titleRef: articles.titleRef,
      titleRemovedAt: articles.titleRemovedAt,
      direction: articles.direction,
    })
    .from(evidenceUses)
    .innerJoin(tags, eq(tags.id, evidenceUses.tagId))
    .innerJoin(articles, eq(articles.id, tags.articleId))
    .where(
      and(
        eq(evidenceUses.newsroomId, newsroom),
        eq(evidenceUses.evidenceId, item),
        visibleTo(person),
        after ? sql`(${articles.id}, ${tags.id}) < (${after.article}::uuid, ${after.tag}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(articles.id), desc(tags.id))
    .limit(limit);
  return rows.map(({ article, title, titleRef, titleRemovedAt, direction, ...use }) => {
    const removal = titleRemovedAt && { removedAt: titleRemovedAt.getTime() };
    return {
      ...use,
      article: { id: article, title: { ref: titleRef, words: title, ...removal }, direction },
    };
  });
}

/** A person by name. */
export interface NamedPerson {
  readonly id: UserId;
  readonly name: string;
}

/** Who added evidence to the newsroom, by name; hundreds at most. */
export async function addersOf(db: Queryable, newsroom: NewsroomId): Promise<NamedPerson[]> {
  const added = db
    .select({ one: sql`1` })
    .from(evidence)
    .where(and(eq(evidence.newsroomId, newsroom), eq(evidence.addedBy, memberships.userId)));
  return db
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.newsroomId, newsroom), exists(added)))
    .orderBy(asc(users.name), asc(users.id));
}

/** The names of those who did something with the item: added it, attached its file, withdrew it, removed the file. */
export async function peopleAround(
  db: Queryable,
  { addedBy, withdrawal, file }: Evidence,
): Promise<NamedPerson[]> {
  const ids = [addedBy, withdrawal?.by, file?.by, file?.removal?.by].filter((id) => id !== undefined);
  return db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
}
