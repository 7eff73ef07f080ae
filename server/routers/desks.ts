import { z } from "zod";

import type { Desk } from "~/core/newsroom";
import { NewsroomCommands, Slug } from "~/core/shapes/newsroom";
import { can } from "~/core/policy";
import { desksOf } from "~/db/queries/desks";
import { inNewsroom, router } from "~/server/trpc";
import { asksFor, change } from "./newsroom-change";

/** A newsroom's desks, and whether the caller may change them. */
export interface Desks {
  readonly desks: Desk[];
  readonly mayManage: boolean;
}

export const desksRouter = router({
  /** Archived ones come last. Every member may know the desks. */
  list: inNewsroom.input(z.strictObject({ newsroom: Slug })).query(async ({ ctx }): Promise<Desks> => ({
    desks: await desksOf(ctx.db, ctx.newsroomId),
    mayManage: can(ctx.actor, "manage newsroom").allowed,
  })),

  add: inNewsroom.input(asksFor(NewsroomCommands.addDesk)).mutation(change),
  rename: inNewsroom.input(asksFor(NewsroomCommands.renameDesk)).mutation(change),
  /** Archives a desk, or brings it back. */
  archive: inNewsroom.input(asksFor(NewsroomCommands.archiveDesk)).mutation(change),
});
