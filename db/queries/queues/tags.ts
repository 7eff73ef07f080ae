import { and, asc, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from "drizzle-orm";

import type { EvidenceId, TagId } from "~/core/ids";
import type { TagPlace, TagQueueAsked } from "~/core/shapes/queue";
import type { Queryable } from "~/db/client";
import {
  articles,
  evidenceUses,
  IN_ORDER_OF_DUE,
  IS_CURRENT,
  IS_IN_WORK,
  IS_OPEN_TO_WORK,
  tags,
} from "~/db/schema/articles";
import { evidence } from "~/db/schema/newsrooms";
import { isLookedAt, isMust, isQueued, type Looker } from "./conditions";

/** Tags in the order in which they are to be worked on: by when they are due, and in each article what must be checked first. */

/** A tag of a queue, with its article. */
export interface QueuedRow {
  readonly tag: typeof tags.$inferSelect;
  readonly must: boolean;
  readonly article: Pick<
    typeof articles.$inferSelect,
    | "id"
    | "title"
    | "titleRef"
    | "titleRemovedAt"
    | "language"
    | "direction"
    | "state"
    | "restricted"
    | "deadline"
    | "debtDue"
    | "authorId"
    | "deskId"
  >;
}

/** By when the article has to be done: what is owed, else the deadline; in milliseconds since 1970. */
export function dueOf({
  debtDue,
  deadline,
}: Pick<QueuedRow["article"], "debtDue" | "deadline">): number | null {
  return (debtDue ?? deadline)?.getTime() ?? null;
}

export interface QueuePage {
  readonly rows: readonly QueuedRow[];
  /** Null where there is nothing after them. */
  readonly next: TagPlace | null;
}

/** So many articles are gone through for a page, in which there may be nothing for the person. */
export const WALK = 400;

const ofArticle = {
  id: articles.id,
  title: articles.title,
  titleRef: articles.titleRef,
  titleRemovedAt: articles.titleRemovedAt,
  language: articles.language,
  direction: articles.direction,
  state: articles.state,
  restricted: articles.restricted,
  deadline: articles.deadline,
  debtDue: articles.debtDue,
  authorId: articles.authorId,
  deskId: articles.deskId,
};

interface Asked {
  readonly asked: TagQueueAsked;
  readonly after: TagPlace | null;
  readonly limit: number;
}

/**
 * A page of a queue of tags, through the articles in the order in which they are due. Shorter than asked for, with a
 * `next`, where much was gone through for little.
 */
export async function queuedTags(
  db: Queryable,
  looker: Looker,
  { asked, after, limit }: Asked,
): Promise<QueuePage> {
  const walked = and(isWalked(db, looker, asked), after ? fromArticle(after) : undefined);
  const order = [sql`${IN_ORDER_OF_DUE}`, asc(articles.id)];
  // Under the table's own name, so that conditions on articles are conditions on these.
  const walk = db
    .select({ ...ofArticle, newsroomId: articles.newsroomId, due: sql`${IN_ORDER_OF_DUE}`.as("due") })
    .from(articles)
    .where(walked)
    .orderBy(...order)
    .limit(WALK)
    .as("articles");
  const must = isMust(looker);
  const work = db
    .select({ ...getTableColumns(tags), must: must.as("must") })
    .from(tags)
    .where(
      and(
        eq(tags.articleId, articles.id),
        isQueued(looker, asked),
        after ? afterTag(after, must) : undefined,
      ),
    )
    .orderBy(sql`${must} desc`, asc(tags.startOffset), asc(tags.id))
    .limit(limit + 1)
    .as("work");
  const { must: rank, ...tag } = work._.selectedFields;
  const rows = await db
    .select({ tag, must: rank, article: ofArticle })
    .from(walk)
    .innerJoinLateral(work, sql`true`)
    .orderBy(asc(walk.due), asc(walk.id), desc(work.must), asc(work.startOffset), asc(work.id))
    .limit(limit + 1);
  if (rows.length > limit) return pageOf(rows, limit);
  const [last] = await db
    .select({ id: articles.id, deadline: articles.deadline, debtDue: articles.debtDue })
    .from(articles)
    .where(walked)
    .orderBy(...order)
    .offset(WALK - 1)
    .limit(1);
  return { rows, next: last ? { ...placed(last), tag: null } : null };
}

/** True of the articles that a queue goes through: those in work, or those that have some of what there is little of. */
function isWalked(db: Queryable, looker: Looker, asked: TagQueueAsked): SQL | undefined {
  const seen = isLookedAt(looker, asked.desk);
  const isStale = asked.queue === "stale";
  if (!isStale && !asked.mine) return and(IS_IN_WORK, IS_OPEN_TO_WORK, seen);
  // By the indexes of what is stale and of whose it is, which are of these; as an array, or Postgres joins all articles.
  const some = db
    .selectDistinct({ id: tags.articleId })
    .from(tags)
    .where(
      and(
        eq(tags.newsroomId, looker.newsroom),
        isStale ? sql`${tags.state} = 'stale'` : sql`${tags.state} in ('open', 'checked', 'stale')`,
        asked.mine ? eq(tags.assigneeId, looker.actor.id) : undefined,
      ),
    );
  return and(IS_CURRENT, IS_OPEN_TO_WORK, seen, sql`${articles.id} = any(array(${some}))`);
}

function pageOf(rows: readonly QueuedRow[], limit: number): QueuePage {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  if (!last) return { rows: page, next: null };
  const { article, must, tag } = last;
  const place = placed(article);
  return { rows: page, next: { ...place, tag: { must, start: tag.startOffset, id: tag.id } } };
}

function placed(article: Pick<QueuedRow["article"], "id" | "debtDue" | "deadline">) {
  return { article: article.id, due: dueOf(article) };
}

/** True of the article of the place, if it is not through, and of those after it. */
function fromArticle({ due, article, tag }: TagPlace): SQL {
  const at = due === null ? "infinity" : new Date(due).toISOString();
  const here = sql`(${at}::timestamptz, ${article}::uuid)`;
  const order = sql`(${IN_ORDER_OF_DUE}, ${articles.id})`;
  return tag === null ? sql`${order} > ${here}` : sql`${order} >= ${here}`;
}

/** In the article of the place, true of what comes after its tag. */
function afterTag({ article, tag }: TagPlace, must: SQL): SQL | undefined {
  if (tag === null) return undefined;
  const after = sql`(not ${must}, ${tags.startOffset}, ${tags.id}) > (${!tag.must}, ${tag.start}::integer, ${tag.id}::uuid)`;
  return sql`(${tags.articleId} <> ${article}::uuid or ${after})`;
}

/** What each of the tags rests on that was not withdrawn, in the order in which it was attached. */
export async function evidenceAmongTags(
  db: Queryable,
  ids: readonly TagId[],
): Promise<Map<TagId, EvidenceId[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ tag: evidenceUses.tagId, item: evidenceUses.evidenceId })
    .from(evidenceUses)
    .innerJoin(evidence, eq(evidence.id, evidenceUses.evidenceId))
    .where(and(inArray(evidenceUses.tagId, [...ids]), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidenceUses.position));
  const found = new Map<TagId, EvidenceId[]>();
  for (const { tag, item } of rows) found.set(tag, [...(found.get(tag) ?? []), item]);
  return found;
}

/** How many tags the queue has, gone no further than the most. */
export async function countQueuedTags(
  db: Queryable,
  looker: Looker,
  { asked, most }: { asked: TagQueueAsked; most: number },
): Promise<number> {
  const walk = db
    .select({ ...ofArticle, newsroomId: articles.newsroomId })
    .from(articles)
    .where(isWalked(db, looker, asked))
    .orderBy(sql`${IN_ORDER_OF_DUE}`, asc(articles.id))
    .limit(WALK)
    .as("articles");
  const counted = db
    .select({ id: tags.id })
    .from(tags)
    .innerJoin(walk, eq(tags.articleId, walk.id))
    .where(and(eq(tags.newsroomId, looker.newsroom), isQueued(looker, asked)))
    .limit(most)
    .as("counted");
  const [row] = await db.select({ all: sql<number>`count(*)`.mapWith(Number) }).from(counted);
  return row?.all ?? 0;
}
