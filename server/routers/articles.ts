import { z } from "zod";

import { ARTICLE_STATES } from "~/core/article";
import { ArticleCommand } from "~/core/shapes/command";
import type { ArticleEvent } from "~/core/event";
import { ArticleId, CommandId, DeskId, GroupId, TagId } from "~/core/shapes/ids";
import type { Desk } from "~/core/newsroom";
import { Slug } from "~/core/shapes/newsroom";
import { can, mustBeAllowed } from "~/core/policy";
import { MAX_NAME_TOLD } from "~/core/presence";
import { Whereabouts } from "~/core/shapes/presence";
import { takingBack, type TogetherCommand } from "~/core/together";
import { type UndoStack, undoStackOf } from "~/core/undo-stack";
import { line } from "~/core/shapes/words";
import { readLog } from "~/db/log";
import { say } from "~/db/presence";
import { listArticles, ListCursor, type ListPage } from "~/db/queries/articles";
import { type ArticleEvidence, evidenceOfArticle } from "~/db/queries/article-evidence";
import { namesOf } from "~/db/queries/cast";
import { desksOf } from "~/db/queries/desks";
import { historyOf, ownUndoableEvents } from "~/db/queries/history";
import { lastTogether } from "~/db/queries/together";
import { reachesDesks } from "~/db/queries/visible";
import { type Answer, execute, parseArticleEvent } from "~/server/execute";
import { Pace } from "~/server/feed/attendance";
import { addArticle, type Ingested, NewArticle } from "~/server/ingest/add-article";
import { type Revised, reviseArticle } from "~/server/ingest/revise-article";
import { type OpenedArticle, openArticle } from "~/server/open-article";
import { inNewsroom, onArticle, router, signedIn } from "~/server/trpc";

export type { ArticleEvidence } from "~/db/queries/article-evidence";
export type { ListedArticle, ListPage, TagCounts } from "~/db/queries/articles";

/** Articles: their list, one of them with all that it takes to work on it, what happened to it, and new ones. */

/** So many events are handed out at once; whoever missed more loads the article anew. */
const CATCH_UP = 1_000;
/** How far back one's own undo reaches: so many commands, and no more events than that, but the last command whole. */
const UNDO_REACH = { commands: 100, events: 3_000 };
/** How far back a list offers to take back what was done to several articles, in milliseconds. */
const TOGETHER_REACH = 24 * 60 * 60_000;

const seqAfter = z.int32().nonnegative();
const place = { article: ArticleId };

const pace = new Pace();

/** What happened after an event. `reload`: too much, or a number that the log does not know; open the article anew. */
export type CatchUp = { reload: false; events: ArticleEvent[] } | { reload: true };

/** Newest first. `before` asks for the next page, null on the last. */
export interface History {
  events: ArticleEvent[];
  /** Of everyone who acted. */
  people: { id: string; name: string }[];
  before: number | null;
}

/** What takes back something that was done to several articles at once: a command for each of them. */
export type TakingBack = { article: ArticleId; command: TogetherCommand }[];

/** What the list needs beside its rows: the desks to choose from, and whether the person may add articles. */
export interface ListSurroundings {
  desks: Desk[];
  mayAdd: boolean;
}

export const articlesRouter = router({
  /** A page of the newsroom's articles that the caller sees, the last changed first. */
  list: inNewsroom
    .input(
      z.strictObject({
        newsroom: Slug,
        search: line(200).default(""),
        desk: DeskId.nullish(),
        mine: z.boolean().default(false),
        state: z.enum([...ARTICLE_STATES, "current"]).default("current"),
        cursor: ListCursor.nullish(),
        limit: z.number().int().min(1).max(50).default(30),
        /** Said by the browser's cache of pages; there is one direction. */
        direction: z.literal("forward").optional(),
      }),
    )
    .query(({ ctx, input }): Promise<ListPage> => {
      const { search, state, desk, mine, cursor, limit } = input;
      const filter = {
        search,
        state,
        desk: desk ?? undefined,
        author: mine ? ctx.actor.id : undefined,
        named: !reachesDesks(ctx.actor.roles),
      };
      return listArticles(ctx.db, ctx.actor.id, ctx.newsroomId, { filter, after: cursor ?? null, limit });
    }),

  /** What stands around the list and the form for a new article. */
  surroundings: inNewsroom
    .input(z.strictObject({ newsroom: Slug }))
    .query(async ({ ctx }): Promise<ListSurroundings> => ({
      desks: (await desksOf(ctx.db, ctx.newsroomId)).filter(({ archived }) => !archived),
      mayAdd: can(ctx.actor, "create article").allowed,
    })),

  /** Everything that the workspace shows at first. */
  open: signedIn
    .input(z.strictObject(place))
    .query(({ ctx, input }): Promise<OpenedArticle> => openArticle(ctx.db, ctx.viewer.person, input.article)),

  /** Adds an article from text that somebody pasted. */
  create: inNewsroom
    .input(NewArticle.extend({ newsroom: Slug, text: z.string() }))
    .mutation(({ ctx, input }): Promise<Ingested> => {
      const { newsroom: _, text, ...about } = input;
      mustBeAllowed(ctx.actor, "create article");
      return addArticle(ctx.performer, ctx.newsroomId, { raw: text, about });
    }),

  /** Gives an article its next text, pasted or read from a file; `sees` is the digest of the one that stands. */
  revise: signedIn
    .input(
      z.strictObject({
        ...place,
        commandId: CommandId,
        sees: z.string().max(200).nullable(),
        text: z.string(),
        /** Put U+FFFD in the place of characters that cannot be stored. */
        replace: z.boolean().optional(),
      }),
    )
    .mutation(({ ctx, input }): Promise<Revised> => {
      const { article, commandId, text, sees, replace } = input;
      return reviseArticle(ctx.performer, { article, commandId }, { raw: text, replace, sees });
    }),

  /** Changes an article: the one way, for everything in it. */
  execute: signedIn
    .input(
      z.strictObject({
        ...place,
        commandId: CommandId,
        command: ArticleCommand,
        /** The same for all commands by which several articles are changed at once. */
        group: GroupId.optional(),
      }),
    )
    .mutation(({ ctx, input }): Promise<Answer> => {
      const { article, commandId, command, group } = input;
      return execute(ctx.performer, article, commandId, command, { group });
    }),

  /** What takes back what the caller did last to several articles at once, within a day; empty where there is nothing. */
  lastTogether: inNewsroom
    .input(z.strictObject({ newsroom: Slug }))
    .query(async ({ ctx }): Promise<TakingBack> => {
      const since = new Date(ctx.now() - TOGETHER_REACH);
      const last = await lastTogether(ctx.db, { person: ctx.actor.id, newsroom: ctx.newsroomId, since });
      return last.flatMap(({ article, events }) => {
        const command = takingBack(events.map(parseArticleEvent));
        return command ? [{ article, command }] : [];
      });
    }),

  /**
   * Says where in the article the caller is, to those who follow it; null that this tab is there no longer. What is
   * said too often goes unsaid.
   */
  appear: onArticle
    .input(z.strictObject({ ...place, tab: z.uuid(), at: Whereabouts.nullable() }))
    .mutation(async ({ ctx, input }): Promise<void> => {
      mustBeAllowed(ctx.actor, "read text", { article: ctx.article });
      const { person, name } = ctx.viewer;
      if (input.at !== null && !pace.allows(person, ctx.now())) return;
      await say(ctx.db, { ...input, person, name: name.slice(0, MAX_NAME_TOLD) });
    }),

  /** What happened after the event `seq`, to catch up with. */
  eventsAfter: onArticle
    .input(z.strictObject({ ...place, seq: seqAfter }))
    .query(async ({ ctx, input }): Promise<CatchUp> => {
      mustBeAllowed(ctx.actor, "read text", { article: ctx.article });
      const missed = ctx.seq - input.seq;
      if (missed < 0 || missed > CATCH_UP) return { reload: true };
      const events = await readLog(ctx.db, input.article, {
        after: input.seq,
        limit: CATCH_UP,
        revisionTexts: true,
      });
      return { reload: false, events: events.map(parseArticleEvent) };
    }),

  /** What happened to the article, or to one of its tags. */
  history: onArticle
    .input(
      z.strictObject({
        ...place,
        tag: TagId.optional(),
        before: z.int32().positive().nullish(),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .query(async ({ ctx, input }): Promise<History> => {
      mustBeAllowed(ctx.actor, "read history", { article: ctx.article });
      const { tag, before, limit } = input;
      const events = (
        await historyOf(ctx.db, input.article, { tag, before: before ?? undefined, limit })
      ).map(parseArticleEvent);
      const names = await namesOf(
        ctx.db,
        events.map(({ actor }) => actor),
      );
      return {
        events,
        people: [...names].map(([id, name]) => ({ id, name })),
        before: events.length === limit ? (events.at(-1)?.seq ?? null) : null,
      };
    }),

  /** What the article's tags rest on, or once rested on. */
  evidence: onArticle.input(z.strictObject(place)).query(({ ctx, input }): Promise<ArticleEvidence[]> => {
    mustBeAllowed(ctx.actor, "read text", { article: ctx.article });
    return evidenceOfArticle(ctx.db, ctx.article.newsroom, input.article);
  }),

  /** What the caller can undo and redo here: their own, also from before a reload. */
  mine: onArticle.input(z.strictObject(place)).query(async ({ ctx, input }): Promise<UndoStack> => {
    mustBeAllowed(ctx.actor, "read text", { article: ctx.article });
    const events = await ownUndoableEvents(ctx.db, input.article, ctx.actor.id, UNDO_REACH);
    return undoStackOf(events.map(parseArticleEvent));
  }),
});
