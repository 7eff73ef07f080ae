import { and, desc, eq, gte, isNotNull, lte } from "drizzle-orm";

import type { ArticleId, NewsroomId, UserId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import { type LoggedEvent, readLog } from "~/db/log";
import { articles } from "~/db/schema/articles";
import { commands } from "~/db/schema/log";
import { visibleTo } from "./visible";

/** One article of several that were changed at once, and what the change came to. */
export interface ChangedArticle {
  readonly article: ArticleId;
  readonly events: readonly LoggedEvent[];
}

/** What the person did last to several articles of a newsroom at once, since then: to those that they still see. */
export async function lastTogether(
  db: Queryable,
  { person, newsroom, since }: { person: UserId; newsroom: NewsroomId; since: Date },
): Promise<ChangedArticle[]> {
  const own = and(eq(commands.actorId, person), eq(commands.newsroomId, newsroom), gte(commands.at, since));
  const [last] = await db
    .select({ group: commands.groupId })
    .from(commands)
    .where(and(own, isNotNull(commands.groupId), lte(commands.firstSeq, commands.lastSeq)))
    .orderBy(desc(commands.at))
    .limit(1);
  const group = last?.group;
  if (!group) return [];
  const rows = await db
    .select({ article: articles.id, firstSeq: commands.firstSeq, lastSeq: commands.lastSeq })
    .from(commands)
    .innerJoin(articles, eq(articles.id, commands.logId))
    .where(
      and(own, eq(commands.groupId, group), lte(commands.firstSeq, commands.lastSeq), visibleTo(person)),
    );
  const changed: ChangedArticle[] = [];
  for (const { article, firstSeq, lastSeq } of rows) {
    const events = await readLog(db, article, {
      after: firstSeq - 1,
      through: lastSeq,
      limit: lastSeq - firstSeq + 1,
    });
    changed.push({ article, events });
  }
  return changed;
}
