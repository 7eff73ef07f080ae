import { z } from "zod";

import type { AuditKind } from "~/core/audit";
import { SYSTEM } from "~/core/ids";
import { mayManage, reachOf, type Role, ROLES_OF_DESK } from "~/core/policy";
import { ArticleId, TagId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import type { Words } from "~/core/words";
import { everMembers, type NamedPerson } from "~/db/queries/audit-names";
import { newsroomsOf } from "~/db/queries/standing";
import { seenArticle } from "~/db/queries/slices";
import { AskedFilter, AskedPlace, type AuditPage, checkFilter, readAudit } from "~/server/audit/entries";
import {
  mustReadRecord,
  type Passages,
  passagesOf,
  recordFor,
  type RecordAnswer,
} from "~/server/audit/record";
import { noSuchArticle } from "~/server/execute";
import { inNewsroom, onArticle, router } from "~/server/trpc";

export type { AuditKind };
export type { NamedArticle } from "~/db/queries/audit-names";
export type { AuditPage, Around, Told } from "~/server/audit/entries";
export type { ListedSentence, Passages, RecordAnswer } from "~/server/audit/record";

/** The audit: who did what and when, over a whole newsroom; and of one tag, what it was checked and approved on. */

/** What the audit can be narrowed by, and how much of it is for the caller. */
export interface AuditSurroundings {
  /** Everybody who was ever a member, and Galley itself. */
  readonly people: readonly NamedPerson[];
  readonly roles: readonly Role[];
  /** The caller reads what happened, but nothing of what was written. */
  readonly withoutWords: boolean;
  /** It holds the caller's own or shared articles only. */
  readonly partly: boolean;
  /** The newsroom's settings are something for the caller. */
  readonly mayManage: boolean;
  /** The article that the audit is narrowed to. */
  readonly article: { readonly id: string; readonly title: Words } | null;
}

const ofNewsroom = { newsroom: Slug };

export const auditRouter = router({
  /** A page of what happened, the newest first. */
  list: inNewsroom
    .input(
      z.strictObject({
        ...ofNewsroom,
        filter: AskedFilter.prefault({}),
        cursor: AskedPlace.nullish(),
        limit: z.number().int().min(1).max(100).default(50),
        /** Said by the browser's cache of pages; there is one direction. */
        direction: z.literal("forward").optional(),
      }),
    )
    .query(async ({ ctx, input: { filter, cursor, limit } }): Promise<AuditPage> => {
      const newsroom = ctx.newsroomId;
      await checkFilter(ctx.db, ctx.actor, { newsroom, filter });
      const { entries, around, next } = await readAudit(ctx.db, ctx.actor, {
        newsroom,
        filter,
        after: cursor ?? null,
        limit,
      });
      return { entries: entries.map(({ told }) => told), ...around, next };
    }),

  /** What stands around the list. */
  surroundings: inNewsroom
    .input(z.strictObject({ ...ofNewsroom, article: ArticleId.nullish() }))
    .query(async ({ ctx, input }): Promise<AuditSurroundings> => {
      const article = input.article ?? null;
      if (article !== null) {
        await checkFilter(ctx.db, ctx.actor, {
          newsroom: ctx.newsroomId,
          filter: AskedFilter.parse({ article }),
        });
      }
      const seen = article === null ? null : await seenArticle(ctx.db, ctx.actor.id, article);
      return {
        people: [...(await everMembers(ctx.db, ctx.newsroomId)), { id: SYSTEM, name: "Galley" }],
        roles: [...ROLES_OF_DESK[ctx.newsroom.deskKind], "system"],
        withoutWords: reachOf(ctx.actor, "read text") === null,
        partly: reachOf(ctx.actor, "read audit") !== "all",
        mayManage: mayManage(ctx.actor),
        article: seen && { id: seen.article.id, title: seen.article.title },
      };
    }),

  /** The sentences of an article in which something was tagged. */
  passages: onArticle
    .input(z.strictObject({ article: ArticleId }))
    .query(async ({ ctx, input }): Promise<Passages> => {
      mustReadRecord(ctx.actor, ctx.article);
      const home = (await newsroomsOf(ctx.db, ctx.actor.id)).find(({ id }) => id === ctx.article.newsroom);
      if (!home) throw noSuchArticle();
      const { slug, name } = home;
      return { ...(await passagesOf(ctx.db, ctx.actor, input.article)), newsroom: { slug, name } };
    }),

  /** Who checked and approved a tag, as its sentence read then, on what evidence, and what happened to it after. */
  record: onArticle
    .input(z.strictObject({ article: ArticleId, tag: TagId }))
    .query(({ ctx, input }): Promise<RecordAnswer> => {
      mustReadRecord(ctx.actor, ctx.article);
      return recordFor(ctx.db, ctx.article, input.tag);
    }),
});
