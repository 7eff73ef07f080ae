import { z } from "zod";

import type { Newsroom } from "~/core/newsroom";
import { NewsroomCommands, Slug } from "~/core/shapes/newsroom";
import { can, mustBeAllowed } from "~/core/policy";
import { addressOfCorrections } from "~/server/corrections";
import { recheckGates } from "~/server/recheck";
import { inNewsroom, router } from "~/server/trpc";
import { asksFor, change } from "./newsroom-change";

/** A newsroom's settings, and whether the caller may change them. */
export interface Settings {
  readonly settings: Pick<Newsroom, "name" | "deskKind" | "fourEyes" | "publicCorrections" | "rules">;
  /** Where the public page of corrections is, in full. */
  readonly correctionsAddress: string;
  readonly mayManage: boolean;
}

export const newsroomRouter = router({
  settings: inNewsroom.input(z.strictObject({ newsroom: Slug })).query(({ ctx }): Settings => {
    mustBeAllowed(ctx.actor, "view members");
    const { name, deskKind, fourEyes, publicCorrections, rules } = ctx.newsroom;
    return {
      settings: { name, deskKind, fourEyes, publicCorrections, rules },
      correctionsAddress: addressOfCorrections(ctx.newsroom.slug),
      mayManage: can(ctx.actor, "manage newsroom").allowed,
    };
  }),

  /** Changes how the stories of a desk are run, or of the newsroom where a desk has no rules of its own. */
  changeRules: inNewsroom.input(asksFor(NewsroomCommands.changeRules)).mutation(async ({ ctx, input }) => {
    await change({ ctx, input });
    await recheckGates(ctx.performer, ctx.newsroomId, input.commandId);
  }),

  /** Changes one setting: its name, the kind of desk, four eyes, or whether its corrections are public. */
  change: inNewsroom.input(asksFor(NewsroomCommands.changeSetting)).mutation(change),
});
