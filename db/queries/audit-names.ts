import { and, asc, eq, inArray } from "drizzle-orm";

import {
  type ArticleId,
  type DeskId,
  type EvidenceId,
  idIn,
  type NewsroomId,
  type TagId,
  type UserId,
} from "~/core/ids";
import type { Direction } from "~/core/article";
import type { Words } from "~/core/words";
import type { Queryable } from "~/db/client";
import { articleFrom } from "~/db/rows";
import { articles, tags } from "~/db/schema/articles";
import { desks, evidence, memberships } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";

/** What the audit's sentences need beside its events: names for the ids in them. What may be told is asked before. */

/** Somebody by name. */
export interface NamedPerson {
  readonly id: UserId;
  readonly name: string;
}

/** An article by its title, and the scheme that its tags were begun under. */
export interface NamedArticle {
  readonly id: ArticleId;
  readonly title: Words;
  readonly direction: Direction;
  readonly scheme: { readonly id: string; readonly version: number };
}

/** A tag by its type and the words that it stands on now. */
export interface NamedTag {
  readonly id: TagId;
  readonly type: string;
  readonly words: string;
}

/** An evidence item by what it is. */
export interface NamedEvidence {
  readonly id: EvidenceId;
  readonly reference: Words;
}

/** A desk by name. */
export interface NamedDesk {
  readonly id: DeskId;
  readonly name: string;
}

export interface AuditNames {
  readonly people: readonly NamedPerson[];
  readonly articles: readonly NamedArticle[];
  readonly tags: readonly NamedTag[];
  readonly evidence: readonly NamedEvidence[];
  readonly desks: readonly NamedDesk[];
}

/** The ids to name, of whatever they are. */
export interface ToName {
  readonly ids: readonly string[];
  /** Those among which are the evidence items that may be told of. */
  readonly evidence: readonly string[];
  /** The articles that may be told of, by their titles. */
  readonly articles: readonly ArticleId[];
  /** Those whose tags may be told of by their words. */
  readonly readable: readonly ArticleId[];
}

/** What the newsroom has under these ids, by name; people also where they left it. */
export async function auditNames(
  db: Queryable,
  newsroom: NewsroomId,
  { ids, evidence: items, articles: told, readable }: ToName,
): Promise<AuditNames> {
  return {
    people: await db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(inArray(users.id, all("user", ids)))
      .orderBy(asc(users.name), asc(users.id)),
    articles: (
      await db
        .select()
        .from(articles)
        .where(and(eq(articles.newsroomId, newsroom), inArray(articles.id, [...told])))
    ).map((row) => {
      const { id, title, direction, scheme } = articleFrom(row, []);
      return { id, title, direction, scheme };
    }),
    tags: await db
      .select({ id: tags.id, type: tags.type, words: tags.exact })
      .from(tags)
      .where(and(inArray(tags.id, all("tag", ids)), inArray(tags.articleId, [...readable]))),
    evidence: await db
      .select({ id: evidence.id, reference: evidence.reference })
      .from(evidence)
      .where(and(eq(evidence.newsroomId, newsroom), inArray(evidence.id, all("evidence", items)))),
    desks: await db
      .select({ id: desks.id, name: desks.name })
      .from(desks)
      .where(and(eq(desks.newsroomId, newsroom), inArray(desks.id, all("desk", ids)))),
  };
}

/** Whatever the ids are of, asked for as if all were of that kind. */
function all<Of extends string>(of: Of, ids: readonly string[]) {
  return ids.flatMap((id) => idIn(of, id) ?? []);
}

/** Everybody who was ever a member of the newsroom, by name. */
export async function everMembers(db: Queryable, newsroom: NewsroomId): Promise<NamedPerson[]> {
  return db
    .select({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.newsroomId, newsroom))
    .orderBy(asc(users.name), asc(users.id));
}
