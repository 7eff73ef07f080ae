import { and, count, desc, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";

import type { ArticleId, EvidenceId, NewsroomId, TagId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import type { Queryable } from "~/db/client";
import { evidenceFrom } from "~/db/newsroom-rows";
import { evidenceUses, tags } from "~/db/schema/articles";
import { evidence } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";

/** An evidence item as the list shows it. */
export type ListedEvidence = Evidence & {
  readonly addedByName: string;
  /** How many tags rest on it, in all of the newsroom's articles. */
  readonly uses: number;
};

/** Where a page of the list ends: the next begins right after. */
export interface EvidencePlace {
  readonly addedAt: number;
  readonly id: EvidenceId;
}

export interface EvidenceWanted {
  /** Only items that hold these words in reference, locator or note; everything when empty. */
  readonly search: string;
  /** Whether withdrawn items are listed too. */
  readonly withdrawn: boolean;
  readonly after: EvidencePlace | null;
  readonly limit: number;
}

/** The newsroom's evidence, newest first, at most `limit` from a place on. */
export async function evidenceOf(
  db: Queryable,
  newsroom: NewsroomId,
  { search, withdrawn, after, limit }: EvidenceWanted,
): Promise<ListedEvidence[]> {
  const page = db
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.newsroomId, newsroom),
        withdrawn ? undefined : isNull(evidence.withdrawnAt),
        search.trim() === "" ? undefined : holds(search.trim()),
        after ? isAfter(after) : undefined,
      ),
    )
    .orderBy(desc(evidence.addedAt), desc(evidence.id))
    .limit(limit);
  const uses = db
    .select({ id: evidenceUses.evidenceId, uses: count().as("uses") })
    .from(evidenceUses)
    .where(inArray(evidenceUses.evidenceId, page))
    .groupBy(evidenceUses.evidenceId)
    .as("counted");
  const rows = await db
    .select({ item: evidence, addedByName: users.name, uses: sql<number>`coalesce(${uses.uses}, 0)::int` })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .leftJoin(uses, eq(uses.id, evidence.id))
    .where(inArray(evidence.id, page))
    .orderBy(desc(evidence.addedAt), desc(evidence.id));
  return rows.map(({ item, ...about }) => ({ ...evidenceFrom(item), ...about }));
}

/** `position`, not `like`: what people type is no pattern. */
function holds(words: string): SQL | undefined {
  const { reference, locator, note } = evidence;
  return or(
    ...[reference, locator, note].map(
      (held) => sql`position(lower(${words}) in lower(${held}->>'words')) > 0`,
    ),
  );
}

function isAfter({ addedAt, id }: EvidencePlace): SQL | undefined {
  const at = new Date(addedAt);
  return or(lt(evidence.addedAt, at), and(eq(evidence.addedAt, at), lt(evidence.id, id)));
}

/** An article's tags whose verdicts rest on an evidence item that was withdrawn. */
export interface Unfounded {
  readonly evidence: EvidenceId;
  readonly article: ArticleId;
  readonly tags: TagId[];
}

/** Checked and approved tags that rest on withdrawn evidence: on this item, or on any. */
export async function unfoundedTags(db: Queryable, item?: EvidenceId): Promise<Unfounded[]> {
  return db
    .select({
      evidence: evidence.id,
      article: tags.articleId,
      tags: sql<TagId[]>`array_agg(${tags.id} order by ${tags.id})`,
    })
    .from(evidence)
    .innerJoin(evidenceUses, eq(evidenceUses.evidenceId, evidence.id))
    .innerJoin(tags, eq(tags.id, evidenceUses.tagId))
    .where(
      and(
        isNotNull(evidence.withdrawnAt),
        item === undefined ? undefined : eq(evidence.id, item),
        inArray(tags.state, ["checked", "approved"]),
      ),
    )
    .groupBy(evidence.id, tags.articleId)
    .orderBy(evidence.id, tags.articleId);
}
