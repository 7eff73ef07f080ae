import {
  and,
  count,
  countDistinct,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from "drizzle-orm";

import type { ArticleId, EvidenceId, NewsroomId, TagId, UserId } from "~/core/ids";
import type { Evidence } from "~/core/newsroom";
import type { Queryable } from "~/db/client";
import { evidenceFrom } from "~/db/newsroom-rows";
import { articles, evidenceUses, tags } from "~/db/schema/articles";
import { evidence } from "~/db/schema/newsrooms";
import { users } from "~/db/schema/people";
import { visibleTo } from "./visible";

/** An evidence item as the list shows it. */
export type ListedEvidence = Evidence & {
  readonly addedByName: string;
  /** How many tags rest on it, in articles that whoever looks sees. */
  readonly uses: number;
  /** In how many of those articles. */
  readonly articles: number;
};

/** Where a page of the list ends: the next begins right after. */
export interface EvidencePlace {
  readonly addedAt: number;
  readonly id: EvidenceId;
}

export interface EvidenceWanted {
  /** Only items that hold these words in reference, locator, note or the file's name; everything when empty. */
  readonly search: string;
  readonly standing: "standing" | "withdrawn" | "all";
  readonly kind?: Evidence["kind"] | undefined;
  readonly addedBy?: UserId | undefined;
  readonly after: EvidencePlace | null;
  readonly limit: number;
}

/** The newsroom's evidence, newest first, at most `limit` from a place on, as the person sees it. */
export async function evidenceOf(
  db: Queryable,
  person: UserId,
  newsroom: NewsroomId,
  { search, standing, kind, addedBy, after, limit }: EvidenceWanted,
): Promise<ListedEvidence[]> {
  const page = db
    .select({ id: evidence.id })
    .from(evidence)
    .where(
      and(
        eq(evidence.newsroomId, newsroom),
        standing === "standing" ? isNull(evidence.withdrawnAt) : undefined,
        standing === "withdrawn" ? isNotNull(evidence.withdrawnAt) : undefined,
        kind && eq(evidence.kind, kind),
        addedBy && eq(evidence.addedBy, addedBy),
        search.trim() === "" ? undefined : holds(search.trim()),
        after ? isAfter(after) : undefined,
      ),
    )
    .orderBy(desc(evidence.addedAt), desc(evidence.id))
    .limit(limit);
  return listed(db, person, newsroom, page);
}

/** One item of the newsroom as the list would show it; null where there is none of that id. */
export async function listedItem(
  db: Queryable,
  person: UserId,
  newsroom: NewsroomId,
  id: EvidenceId,
): Promise<ListedEvidence | null> {
  const named = db
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.newsroomId, newsroom), eq(evidence.id, id)));
  const [item] = await listed(db, person, newsroom, named);
  return item ?? null;
}

/** The items of a page, with their uses. What lies in articles that the person does not see is not counted. */
async function listed(
  db: Queryable,
  person: UserId,
  newsroom: NewsroomId,
  page: SQLWrapper,
): Promise<ListedEvidence[]> {
  const uses = db
    .select({
      id: evidenceUses.evidenceId,
      uses: count().as("uses"),
      articles: countDistinct(tags.articleId).as("articles"),
    })
    .from(evidenceUses)
    .innerJoin(tags, eq(tags.id, evidenceUses.tagId))
    .innerJoin(articles, eq(articles.id, tags.articleId))
    .where(and(inArray(evidenceUses.evidenceId, page), visibleTo(person)))
    .groupBy(evidenceUses.evidenceId)
    .as("counted");
  const rows = await db
    .select({
      item: evidence,
      addedByName: users.name,
      uses: sql<number>`coalesce(${uses.uses}, 0)::int`,
      articles: sql<number>`coalesce(${uses.articles}, 0)::int`,
    })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.addedBy))
    .leftJoin(uses, eq(uses.id, evidence.id))
    .where(and(eq(evidence.newsroomId, newsroom), inArray(evidence.id, page)))
    .orderBy(desc(evidence.addedAt), desc(evidence.id));
  return rows.map(({ item, ...about }) => ({ ...evidenceFrom(item), ...about }));
}

/** These of the newsroom's items, withdrawn ones too, by id. */
export async function evidenceItems(
  db: Queryable,
  newsroom: NewsroomId,
  ids: readonly EvidenceId[],
): Promise<Map<EvidenceId, Evidence>> {
  const rows = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.newsroomId, newsroom), inArray(evidence.id, [...ids])));
  return new Map(rows.map((row) => [row.id, evidenceFrom(row)]));
}

/** `position`, not `like`: what people type is no pattern. */
function holds(words: string): SQL | undefined {
  const { reference, locator, note, fileName } = evidence;
  return or(
    ...[reference, locator, note, fileName].map(
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
