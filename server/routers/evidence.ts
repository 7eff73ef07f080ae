import { z } from "zod";

import { DomainError } from "~/core/errors";
import { ArticleId, EvidenceId, TagId, UserId } from "~/core/shapes/ids";
import { EvidenceKind, NewsroomCommands, Slug } from "~/core/shapes/newsroom";
import { can, mustBeAllowed } from "~/core/policy";
import { line } from "~/core/shapes/words";
import { type EvidencePlace, evidenceOf, listedItem, type ListedEvidence } from "~/db/queries/evidence";
import {
  addersOf,
  type EvidenceUse,
  type NamedPerson,
  peopleAround,
  type UsePlace,
  usesOf,
} from "~/db/queries/evidence-uses";
import { mostFileBytes } from "~/server/evidence-files/take-file";
import { inNewsroom, router } from "~/server/trpc";
import { withdrawEvidence } from "~/server/withdrawal";
import { asksFor, change } from "./newsroom-change";

export type { EvidenceUse, ListedEvidence, NamedPerson };

const Place = z.strictObject({ addedAt: z.number().int(), id: EvidenceId });
const PlaceOfUse = z.strictObject({ article: ArticleId, tag: TagId });

/** A page of the newsroom's evidence, newest first. */
export interface EvidencePage {
  readonly items: ListedEvidence[];
  /** Ask for the next page with it; null on the last. */
  readonly next: EvidencePlace | null;
}

/** What a list of evidence needs beside it. */
export interface EvidenceSurroundings {
  /** Those who added evidence. */
  readonly people: NamedPerson[];
  /** The most that an attached file may have, in bytes. */
  readonly mostFileBytes: number;
  readonly mayAdd: boolean;
  readonly mayWithdraw: boolean;
  /** Whether they may remove its words and its file from the record. */
  readonly mayRedact: boolean;
}

/** An evidence item with those who had to do with it. */
export interface EvidenceInView {
  readonly item: ListedEvidence;
  readonly people: NamedPerson[];
}

/** A page of what rests on an item. */
export interface UsesPage {
  readonly uses: EvidenceUse[];
  readonly next: UsePlace | null;
}

/** Said by the browser's cache of pages; there is one direction. */
const direction = z.literal("forward").optional();
const limit = z.number().int().min(1).max(100).default(30);

export const evidenceRouter = router({
  list: inNewsroom
    .input(
      z.strictObject({
        newsroom: Slug,
        search: line(200).default(""),
        standing: z.enum(["standing", "withdrawn", "all"]).default("standing"),
        kind: EvidenceKind.optional(),
        addedBy: UserId.optional(),
        cursor: Place.nullish(),
        limit,
        direction,
      }),
    )
    .query(async ({ ctx, input }): Promise<EvidencePage> => {
      mustBeAllowed(ctx.actor, "view evidence");
      const { newsroom: _, direction: _direction, cursor, ...wanted } = input;
      const place = { after: cursor ?? null, limit: input.limit + 1 };
      const found = await evidenceOf(ctx.db, ctx.actor.id, ctx.newsroomId, { ...wanted, ...place });
      const items = found.slice(0, input.limit);
      const last = found.length > input.limit ? items.at(-1) : undefined;
      return { items, next: last ? { addedAt: last.addedAt, id: last.id } : null };
    }),

  surroundings: inNewsroom
    .input(z.strictObject({ newsroom: Slug }))
    .query(async ({ ctx }): Promise<EvidenceSurroundings> => {
      mustBeAllowed(ctx.actor, "view evidence");
      return {
        people: await addersOf(ctx.db, ctx.newsroomId),
        mostFileBytes: mostFileBytes(),
        mayAdd: can(ctx.actor, "add evidence").allowed,
        mayWithdraw: can(ctx.actor, "withdraw evidence").allowed,
        mayRedact: can(ctx.actor, "redact").allowed,
      };
    }),

  item: inNewsroom
    .input(z.strictObject({ newsroom: Slug, evidence: EvidenceId }))
    .query(async ({ ctx, input }): Promise<EvidenceInView> => {
      mustBeAllowed(ctx.actor, "view evidence");
      const item = await listedItem(ctx.db, ctx.actor.id, ctx.newsroomId, input.evidence);
      if (!item) throw noSuchEvidence();
      return { item, people: await peopleAround(ctx.db, item) };
    }),

  /** The tags that rest on an item, in articles that the caller sees. */
  uses: inNewsroom
    .input(
      z.strictObject({
        newsroom: Slug,
        evidence: EvidenceId,
        cursor: PlaceOfUse.nullish(),
        limit,
        direction,
      }),
    )
    .query(async ({ ctx, input }): Promise<UsesPage> => {
      mustBeAllowed(ctx.actor, "view evidence");
      const about = { newsroom: ctx.newsroomId, item: input.evidence };
      const place = { after: input.cursor ?? null, limit: input.limit + 1 };
      const found = await usesOf(ctx.db, ctx.actor.id, about, place);
      const uses = found.slice(0, input.limit);
      const last = found.length > input.limit ? uses.at(-1) : undefined;
      return { uses, next: last ? { article: last.article.id, tag: last.tag } : null };
    }),

  add: inNewsroom.input(asksFor(NewsroomCommands.addEvidence)).mutation(change),

  /** Withdraws an item; what rested on it goes stale, which this waits for. */
  withdraw: inNewsroom
    .input(asksFor(NewsroomCommands.withdrawEvidence))
    .mutation(async ({ ctx, input: { commandId, command } }): Promise<void> => {
      await withdrawEvidence(ctx.performer, { newsroomId: ctx.newsroomId, commandId, command });
    }),

  /** Removes an item's file from the record: its contents and its name, for good. */
  removeFile: inNewsroom.input(asksFor(NewsroomCommands.removeFile)).mutation(change),

  /** Removes words about evidence from the record, by their place in the newsroom's log. */
  redact: inNewsroom.input(asksFor(NewsroomCommands.redactNewsroomText)).mutation(change),
});

function noSuchEvidence(): DomainError {
  return new DomainError("not-found", "There is no such evidence in this newsroom.");
}
