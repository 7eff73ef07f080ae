import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";

import type { ArticleState, Direction } from "~/core/article";
import type { ArticleId } from "~/core/ids";
import type { Debt } from "~/core/life";
import { type ArticleQueue, RISK_AHEAD } from "~/core/queue";
import type { ArticlePlace, TagQueueAsked } from "~/core/shapes/queue";
import type { Words } from "~/core/words";
import type { Queryable } from "~/db/client";
import { articles, IN_ORDER_OF_DUE, IS_CURRENT, IS_IN_WORK, tags } from "~/db/schema/articles";
import { desks } from "~/db/schema/newsrooms";
import { threads } from "~/db/schema/threads";
import { isLookedAt, isMust, type Looker } from "./conditions";

/** Articles that a desk has to look after: those near their deadline, and those that are out with something owed. */

export interface QueuedArticle {
  readonly id: ArticleId;
  readonly title: Words;
  readonly language: string;
  readonly direction: Direction;
  readonly state: ArticleState;
  readonly restricted: boolean;
  readonly desk: string | null;
  /** Milliseconds since 1970. */
  readonly deadline: number | null;
  /** Not yet decided: of what must be checked, and of the rest. */
  readonly left: { readonly must: number; readonly others: number };
  /** Open queries. */
  readonly queries: number;
  /** What is owed after publication, the first due first. */
  readonly debts: readonly Debt[];
}

export interface ArticleQueuePage {
  readonly articles: readonly QueuedArticle[];
  readonly next: ArticlePlace | null;
}

interface Asked {
  readonly queue: ArticleQueue;
  readonly desk: TagQueueAsked["desk"];
  readonly after: ArticlePlace | null;
  readonly limit: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A page of a queue of articles: the nearest deadline, or debt, first. */
export async function queuedArticles(db: Queryable, looker: Looker, asked: Asked): Promise<ArticleQueuePage> {
  const { limit } = asked;
  const { when, where } = inQueue(asked);
  const rows = await db
    .select({
      id: articles.id,
      title: articles.title,
      titleRef: articles.titleRef,
      titleRemovedAt: articles.titleRemovedAt,
      language: articles.language,
      direction: articles.direction,
      state: articles.state,
      restricted: articles.restricted,
      desk: desks.name,
      deadline: articles.deadline,
      life: articles.life,
      debtDue: articles.debtDue,
    })
    .from(articles)
    .leftJoin(desks, eq(desks.id, articles.deskId))
    .where(and(isLookedAt(looker, asked.desk), where, asked.after ? isAfter(when, asked.after) : undefined))
    .orderBy(when, asc(articles.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const counts = await countsOf(
    db,
    looker,
    page.map(({ id }) => id),
  );
  const last = rows.length > limit ? page.at(-1) : undefined;
  const at = asked.queue === "risk" ? last?.deadline : last?.debtDue;
  return {
    articles: page.map(({ title, titleRef, titleRemovedAt, life, debtDue: _, ...row }) => ({
      ...row,
      title: {
        ref: titleRef,
        words: title,
        ...(titleRemovedAt && { removedAt: titleRemovedAt.getTime() }),
      },
      deadline: row.deadline?.getTime() ?? null,
      ...(counts.get(row.id) ?? { left: { must: 0, others: 0 }, queries: 0 }),
      debts: life.debts.filter(({ settledAt }) => settledAt === null).toSorted((a, b) => a.due - b.due),
    })),
    next: last && at ? { at: at.getTime(), article: last.id } : null,
  };
}

/** What is in the queue, and by which moment it is sorted; both as an index has them. */
function inQueue({ queue, now }: Pick<Asked, "queue" | "now">): { when: SQL; where: SQL | undefined } {
  if (queue === "debts")
    return { when: sql`${articles.debtDue}`, where: and(isNotNull(articles.debtDue), IS_CURRENT) };
  const until = new Date(now + RISK_AHEAD).toISOString();
  const isNear = sql`${IN_ORDER_OF_DUE} <= ${until}::timestamptz`;
  const isToCome = inArray(articles.state, ["draft", "in-review", "ready"]);
  return { when: IN_ORDER_OF_DUE, where: and(IS_IN_WORK, isToCome, isNear) };
}

function isAfter(when: SQL, { at, article }: ArticlePlace): SQL {
  return sql`(${when}, ${articles.id}) > (${new Date(at).toISOString()}::timestamptz, ${article}::uuid)`;
}

type Counts = Pick<QueuedArticle, "left" | "queries">;

async function countsOf(
  db: Queryable,
  looker: Looker,
  ids: readonly ArticleId[],
): Promise<Map<ArticleId, Counts>> {
  if (ids.length === 0) return new Map();
  const must = sql<number>`count(*) filter (where ${isMust(looker)})`.mapWith(Number);
  const all = sql<number>`count(*)`.mapWith(Number);
  // One condition that no index answers, or Postgres looks up the states of all articles beside these.
  const undecided = sql`case when ${tags.state} = 'checked' then ${isMust(looker)} else ${tags.state} in ('open', 'stale') end`;
  const left = await db
    .select({ id: tags.articleId, must, all })
    .from(tags)
    .where(and(inArray(tags.articleId, [...ids]), undecided))
    .groupBy(tags.articleId);
  const asked = await db
    .select({ id: threads.articleId, all })
    .from(threads)
    .where(
      and(
        eq(threads.newsroomId, looker.newsroom),
        inArray(threads.articleId, [...ids]),
        eq(threads.kind, "query"),
        eq(threads.state, "open"),
      ),
    )
    .groupBy(threads.articleId);
  const queries = new Map(asked.map((row) => [row.id, row.all]));
  const tagged = new Map(left.map((row) => [row.id, { must: row.must, others: row.all - row.must }]));
  return new Map(
    ids.map((id) => [id, { left: tagged.get(id) ?? { must: 0, others: 0 }, queries: queries.get(id) ?? 0 }]),
  );
}

/** How many of the articles there are, counted no further than the most. */
export async function countQueuedArticles(
  db: Queryable,
  looker: Looker,
  { queue, now, most }: { queue: ArticleQueue; now: number; most: number },
): Promise<number> {
  const counted = db
    .select({ id: articles.id })
    .from(articles)
    .where(and(isLookedAt(looker, null), inQueue({ queue, now }).where))
    .limit(most)
    .as("counted");
  const [row] = await db.select({ all: sql<number>`count(*)`.mapWith(Number) }).from(counted);
  return row?.all ?? 0;
}
