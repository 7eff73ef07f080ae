import { z } from "zod";

import type { CorrectionPlace, PublicCorrection } from "~/core/correction";
import { Slug } from "~/core/shapes/newsroom";
import { pageOfCorrections } from "~/server/corrections";
import { anyone, router } from "~/server/trpc";

export type { CorrectionPlace, PublicCorrection };
export type { CorrectionsPage } from "~/server/corrections";

/** A place between two corrections, as an address holds it. */
const Place = z.strictObject({
  at: z.number().int().nonnegative().max(8.64e15),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What newsrooms show to everybody. */
export const correctionsRouter = router({
  /** A page of a newsroom's corrections; not found where it does not show them, or where there is no such newsroom. */
  page: anyone
    .input(z.strictObject({ newsroom: Slug, before: Place.nullish() }))
    .query(({ ctx, input }) => pageOfCorrections(ctx.db, input.newsroom, input.before ?? null)),
});
