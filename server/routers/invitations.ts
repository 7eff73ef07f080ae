import { z } from "zod";

import { CommandId } from "~/core/shapes/ids";
import { Email } from "~/core/shapes/newsroom";
import { line } from "~/core/shapes/words";
import { acceptLink, type LinkInView, lookAtLink } from "~/server/people/acceptance";
import { anyone, router } from "~/server/trpc";

/** A token as links hold it. Anything else that a link may hold is as dead as a wrong one. */
const Token = line(100, 1);

/** What the holder of a one-time link does, signed in or not: the link is what lets them. */
export const invitationsRouter = router({
  look: anyone
    .input(z.strictObject({ token: Token }))
    .query(({ ctx, input }): Promise<LinkInView> => lookAtLink(ctx.db, input.token, ctx.now())),

  /** Answers with the e-mail address to sign in with, and the newsroom's address. */
  accept: anyone
    .input(
      z.strictObject({
        token: Token,
        commandId: CommandId,
        password: line(1_000),
        self: z.strictObject({ name: line(120, 1), email: Email }).nullable(),
      }),
    )
    .mutation(({ ctx, input }): Promise<{ email: string; newsroom: string }> =>
      acceptLink(ctx.db, input, ctx.now),
    ),
});
