import { z } from "zod";

import { EvidenceId } from "~/core/shapes/ids";
import { NewsroomCommands, Slug } from "~/core/shapes/newsroom";
import { can, mustBeAllowed } from "~/core/policy";
import { line } from "~/core/shapes/words";
import { type EvidencePlace, evidenceOf, type ListedEvidence } from "~/db/queries/evidence";
import { inNewsroom, router } from "~/server/trpc";
import { withdrawEvidence } from "~/server/withdrawal";
import { asksFor, change } from "./newsroom-change";

const Place = z.strictObject({ addedAt: z.number().int(), id: EvidenceId });

/** A page of the newsroom's evidence, newest first. */
export interface EvidencePage {
  readonly items: ListedEvidence[];
  /** Ask for the next page with it; null on the last. */
  readonly next: EvidencePlace | null;
  readonly mayAdd: boolean;
  readonly mayWithdraw: boolean;
}

export const evidenceRouter = router({
  list: inNewsroom
    .input(
      z.strictObject({
        newsroom: Slug,
        search: line(200).default(""),
        withdrawn: z.boolean().default(false),
        cursor: Place.nullish(),
        limit: z.number().int().min(1).max(100).default(30),
        /** Said by the browser's cache of pages; there is one direction. */
        direction: z.literal("forward").optional(),
      }),
    )
    .query(async ({ ctx, input }): Promise<EvidencePage> => {
      mustBeAllowed(ctx.actor, "view evidence");
      const { search, withdrawn, cursor, limit } = input;
      const found = await evidenceOf(ctx.db, ctx.newsroomId, {
        search,
        withdrawn,
        after: cursor ?? null,
        limit: limit + 1,
      });
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return {
        items,
        next: last ? { addedAt: last.addedAt, id: last.id } : null,
        mayAdd: can(ctx.actor, "add evidence").allowed,
        mayWithdraw: can(ctx.actor, "withdraw evidence").allowed,
      };
    }),

  add: inNewsroom.input(asksFor(NewsroomCommands.addEvidence)).mutation(change),

  /** Withdraws an item; what rested on it goes stale, which this waits for. */
  withdraw: inNewsroom
    .input(asksFor(NewsroomCommands.withdrawEvidence))
    .mutation(async ({ ctx, input: { commandId, command } }): Promise<void> => {
      await withdrawEvidence(ctx.performer, { newsroomId: ctx.newsroomId, commandId, command });
    }),
});
