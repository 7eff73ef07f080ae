import { and, asc, eq, inArray, or, sql } from "drizzle-orm";

import type { ArticleId, NewsroomId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import type { Queryable } from "~/db/client";
import { evidenceFrom } from "~/db/newsroom-rows";
import { evidenceUses, tags } from "~/db/schema/articles";
import { events } from "~/db/schema/log";
import { evidence } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";

/** An evidence item as the article's page shows it. */
export type ArticleEvidence = Evidence & { readonly addedByName: string };

/**
 * What the article's tags rest on, or rested on before it was detached, so that the history can name it; in the
 * order in which it was added. Whether somebody may read the article is asked before.
 */
export async function evidenceOfArticle(
  db: Queryable,
  newsroom: NewsroomId,
  article: ArticleId,
): Promise<ArticleEvidence[]> {
  const inUse = db
    .select({ id: evidenceUses.evidenceId })
    .from(evidenceUses)
    .innerJoin(tags, eq(tags.id, evidenceUses.tagId))
    .where(eq(tags.articleId, article));
  const detached = db
    .select({ id: sql`(${events.body} ->> 'evidence')::uuid` })
    .from(events)
    .where(and(eq(events.logId, article), eq(events.type, "EvidenceDetached")));
  const rows = await db
    .select({ item: evidence, addedByName: users.name })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .where(
      and(eq(evidence.newsroomId, newsroom), or(inArray(evidence.id, inUse), inArray(evidence.id, detached))),
    )
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
  return rows.map(({ item, addedByName }) => ({ ...evidenceFrom(item), addedByName }));
}
