import { and, asc, count, eq } from "drizzle-orm";

import type { ArticleId, TagId } from "~/core/ids";
import type { Queryable } from "~/db/client";
import type { ArticleEvidence } from "~/db/queries/article-evidence";
import { evidenceFrom } from "~/db/newsroom-rows";
import { evidenceUses, revisions, tags } from "~/db/schema/articles";
import { evidence } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { threads } from "~/db/schema/threads";

/** What one looks at to decide about a tag. Whether somebody may read the article is asked before. */
export interface TagLook {
  /** The revision that the tag stands in; of a lost one, that it stood in last. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly evidence: readonly ArticleEvidence[];
  readonly openThreads: number;
}

/** Null where the article has no such tag. */
export async function lookAtTag(db: Queryable, article: ArticleId, tag: TagId): Promise<TagLook | null> {
  const [place] = await db
    .select({ text: revisions.text, start: tags.startOffset, end: tags.endOffset })
    .from(tags)
    .innerJoin(revisions, and(eq(revisions.articleId, tags.articleId), eq(revisions.number, tags.revision)))
    .where(and(eq(tags.id, tag), eq(tags.articleId, article)));
  if (!place) return null;
  const rests = await db
    .select({ item: evidence, addedByName: users.name })
    .from(evidenceUses)
    .innerJoin(evidence, eq(evidence.id, evidenceUses.evidenceId))
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .where(eq(evidenceUses.tagId, tag))
    .orderBy(asc(evidenceUses.position));
  const [open] = await db
    .select({ all: count() })
    .from(threads)
    .where(and(eq(threads.tagId, tag), eq(threads.state, "open")));
  return {
    ...place,
    evidence: rests.map(({ item, addedByName }) => ({ ...evidenceFrom(item), addedByName })),
    openThreads: open?.all ?? 0,
  };
}
