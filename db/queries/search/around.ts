import { and, asc, eq } from "drizzle-orm";

import type { UserId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { articles, tags } from "~/db/schema/articles";
import { memberships } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { isOpenTo, type Searcher } from "./conditions";

/** Somebody whose tags can be searched for. */
export interface Tagger {
  readonly id: UserId;
  readonly name: string;
}

/**
 * Whose tags there are to choose from, by name: the newsroom's members, also those who left it; to somebody who
 * reads only what they are named in, those who tagged there.
 */
export async function taggersFor(db: Queryable, searcher: Searcher): Promise<Tagger[]> {
  if (searcher.reach === "all") {
    return db
      .select({ id: users.id, name: users.name })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.newsroomId, searcher.newsroom))
      .orderBy(asc(users.name), asc(users.id));
  }
  return db
    .selectDistinct({ id: users.id, name: users.name })
    .from(tags)
    .innerJoin(articles, eq(articles.id, tags.articleId))
    .innerJoin(users, eq(users.id, tags.authorId))
    .where(and(isOpenTo(searcher, { articleState: null, desk: null })))
    .orderBy(asc(users.name), asc(users.id));
}
