import { z } from "zod";

import type { ArticleId, CommandId } from "~/core/ids";
import type { Desk } from "~/core/newsroom";
import { mustBeAllowed } from "~/core/policy";
import { ARTICLE_QUEUES, type ArticleQueue, type TagQueue, TAG_QUEUES } from "~/core/queue";
import type { TagType } from "~/core/scheme";
import { ArticleId as ArticleIdShape, TagId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import { ArticlePlace, SharingOut, TagPlace, TagQueueAsked } from "~/core/shapes/queue";
import { desksOf } from "~/db/queries/desks";
import { type ArticleQueuePage, countQueuedArticles, queuedArticles } from "~/db/queries/queues/articles";
import type { Worker } from "~/db/queries/queues/people";
import { countQueuedTags } from "~/db/queries/queues/tags";
import { lastTogether } from "~/db/queries/together";
import { countWaiting } from "~/db/queries/waiting";
import {
  type Looked,
  looked,
  lookerFor,
  type Plan,
  planOf,
  type TagQueuePage,
  tagQueuePage,
  workersFor,
} from "~/server/queues";
import { inNewsroom, onArticle, router } from "~/server/trpc";

export type { ArticleQueuePage, QueuedArticle } from "~/db/queries/queues/articles";
export type { Worker } from "~/db/queries/queues/people";
export type { Looked, Plan, QueuedTag, TagQueuePage } from "~/server/queues";

/** What waits for whom: queues of tags and of articles, over all articles that the caller may read. */

/** So far it is counted how many a queue has. */
const MOST_COUNTED = 100;
/** How far back the queue offers to take back what was done to several tags, in milliseconds. */
const TOGETHER_REACH = 24 * 60 * 60_000;

/** How many each queue has, none counted beyond `most`. */
export interface QueueCounts {
  readonly of: Record<TagQueue | ArticleQueue | "waiting", number>;
  readonly most: number;
}

export interface QueueSurroundings {
  /** Of every scheme of the newsroom, as its newest version has them. */
  readonly types: readonly TagType[];
  readonly desks: readonly Desk[];
  /** Those to whom the caller can give tags. */
  readonly workers: readonly Worker[];
}

/** What takes back what was done to several tags: on each article, by the command that did it. */
export type QueueUndo = readonly { readonly article: ArticleId; readonly command: CommandId }[];

const page = {
  newsroom: Slug,
  limit: z.number().int().min(1).max(50).default(30),
  /** Said by the browser's cache of pages; there is one direction. */
  direction: z.literal("forward").optional(),
};
const ofNewsroom = z.strictObject({ newsroom: Slug });

export const queueRouter = router({
  /** A page of a queue of tags: by what is due first, and in each article what must be checked first. */
  tags: inNewsroom
    .input(z.strictObject({ ...page, asked: TagQueueAsked, cursor: TagPlace.nullish() }))
    .query(async ({ ctx, input }): Promise<TagQueuePage> => {
      const looker = await lookerFor(ctx.db, ctx.actor, ctx.newsroom);
      const { asked, cursor, limit } = input;
      return tagQueuePage(ctx.db, looker, { asked, after: cursor ?? null, limit });
    }),

  /** A page of a queue of articles: the nearest deadline, or debt, first. */
  articles: inNewsroom
    .input(
      z.strictObject({
        ...page,
        queue: z.enum(ARTICLE_QUEUES),
        desk: TagQueueAsked.shape.desk,
        cursor: ArticlePlace.nullish(),
      }),
    )
    .query(async ({ ctx, input }): Promise<ArticleQueuePage> => {
      const looker = await lookerFor(ctx.db, ctx.actor, ctx.newsroom);
      const { queue, desk, cursor, limit } = input;
      return queuedArticles(ctx.db, looker, { queue, desk, after: cursor ?? null, limit, now: ctx.now() });
    }),

  /** How many each queue has. */
  counts: inNewsroom.input(ofNewsroom).query(async ({ ctx }): Promise<QueueCounts> => {
    const looker = await lookerFor(ctx.db, ctx.actor, ctx.newsroom);
    const most = MOST_COUNTED;
    const tags = TAG_QUEUES.map(async (queue) => {
      const asked = TagQueueAsked.parse({ queue });
      return [queue, await countQueuedTags(ctx.db, looker, { asked, most })] as const;
    });
    const articles = ARTICLE_QUEUES.map(async (queue) => {
      const asked = { queue, now: ctx.now(), most };
      return [queue, await countQueuedArticles(ctx.db, looker, asked)] as const;
    });
    const counted = new Map<string, number>(await Promise.all([...tags, ...articles]));
    const of = (queue: TagQueue | ArticleQueue) => counted.get(queue) ?? 0;
    return {
      of: {
        next: of("next"),
        unclaimed: of("unclaimed"),
        stale: of("stale"),
        risk: of("risk"),
        debts: of("debts"),
        waiting: await countWaiting(ctx.db, ctx.actor, ctx.newsroomId),
      },
      most,
    };
  }),

  /** A tag's passage in its context, and what it rests on. */
  look: onArticle
    .input(z.strictObject({ article: ArticleIdShape, tag: TagId }))
    .query(({ ctx, input }): Promise<Looked> => {
      mustBeAllowed(ctx.actor, "read text", { article: ctx.article });
      return looked(ctx.db, input.article, input.tag);
    }),

  /** What stands around the queues: types, desks, and who can be given tags. */
  surroundings: inNewsroom.input(ofNewsroom).query(async ({ ctx }): Promise<QueueSurroundings> => {
    const { schemes } = await lookerFor(ctx.db, ctx.actor, ctx.newsroom);
    const newest = new Map(schemes.map((scheme) => [scheme.id, scheme]));
    const types = [...newest.values()].flatMap((scheme) =>
      scheme.types.map((type) => [type.name, type] as const),
    );
    const [desks, workers] = await Promise.all([
      desksOf(ctx.db, ctx.newsroomId),
      workersFor(ctx.db, ctx.actor, ctx.newsroomId),
    ]);
    return { types: [...new Map(types).values()], desks, workers };
  }),

  /** Who would get which tag if they were shared out; nothing is changed yet. */
  plan: inNewsroom
    .input(SharingOut.extend({ newsroom: Slug }))
    .query(async ({ ctx, input }): Promise<Plan> => {
      const { newsroom: _, ...sharing } = input;
      mustBeAllowed(ctx.actor, "assign: among checkers");
      const looker = await lookerFor(ctx.db, ctx.actor, ctx.newsroom);
      return planOf(ctx.db, looker, sharing);
    }),

  /** What takes back what the caller did last to tags of the queue, within a day; empty where there is nothing. */
  lastTogether: inNewsroom.input(ofNewsroom).query(async ({ ctx }): Promise<QueueUndo> => {
    const since = new Date(ctx.now() - TOGETHER_REACH);
    const last = await lastTogether(ctx.db, { person: ctx.actor.id, newsroom: ctx.newsroomId, since });
    return last.flatMap(({ article, events }) => {
      const [first] = events;
      const isOfTags = events.some(
        ({ body }) => typeof body === "object" && body !== null && ("tag" in body || "thread" in body),
      );
      return first && isOfTags ? [{ article, command: first.command }] : [];
    });
  }),
});
