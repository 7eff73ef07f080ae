import { TRPCError } from "@trpc/server";
import { z } from "zod";

import { DomainError } from "~/core/errors";
import { SessionId } from "~/core/shapes/ids";
import { PreferencesChange } from "~/core/shapes/preferences";
import { line } from "~/core/shapes/words";
import { changePreferences, preferencesOf } from "~/db/queries/preferences";
import { endSession, endSessions, replacePassword, sessionsOf } from "~/db/queries/sessions";
import { newsroomsOf, schemesOf } from "~/db/queries/standing";
import { passwordHashOf } from "~/db/queries/users";
import { beginAttempt, waitSentence } from "~/server/auth/limits";
import { hashPassword, LONGEST_PASSWORD, passwordProblem, verifyPassword } from "~/server/auth/passwords";
import { announceTo } from "~/server/feed/announce";
import { log } from "~/server/log";
import { router, signedIn } from "~/server/trpc";

/** One's own account: who one is, where one belongs, what one has chosen, one's browsers and one's password. */
export const accountRouter = router({
  /** The person who asks, and their newsrooms with the roles held there. */
  me: signedIn.query(async ({ ctx }) => {
    const { person, name, email } = ctx.viewer;
    const newsrooms = await newsroomsOf(ctx.db, person);
    return {
      person,
      name,
      email,
      newsrooms: newsrooms.map(({ slug, name, roles }) => ({ slug, name, roles })),
    };
  }),

  /** What one has chosen for oneself: keys, how the text is set. */
  preferences: signedIn.query(({ ctx }) => preferencesOf(ctx.db, ctx.viewer.person)),

  /** Changes parts of it, and gives the whole as it is then. */
  setPreferences: signedIn.input(PreferencesChange).mutation(async ({ ctx, input }) => {
    const { person } = ctx.viewer;
    const preferences = await changePreferences(ctx.db, person, input);
    // The bell has other notices now.
    if (input.notices) announceTo(ctx.db, [person]);
    return preferences;
  }),

  /** The schemes by which one's newsrooms tag, each once: what keys there are depends on them. */
  schemes: signedIn.query(({ ctx }) => schemesOf(ctx.db, ctx.viewer.person)),

  /** One's signed-in browsers, the last seen first; `isThis` is the one that asks. */
  sessions: signedIn.query(async ({ ctx }) => {
    const open = await sessionsOf(ctx.db, ctx.viewer.person, new Date(ctx.now()));
    return open.map((session) => ({ ...session, isThis: session.id === ctx.viewer.session }));
  }),

  /** Signs one of one's browsers out, at its next call. */
  endSession: signedIn.input(z.strictObject({ session: SessionId })).mutation(async ({ ctx, input }) => {
    const { person } = ctx.viewer;
    if (!(await endSession(ctx.db, person, input.session))) {
      throw new DomainError("not-found", "That browser is signed out already.");
    }
    log.info({ person, session: input.session }, "session ended by its owner");
  }),

  /** Signs all of one's other browsers out. */
  endOtherSessions: signedIn.mutation(async ({ ctx }) => {
    const { person, session } = ctx.viewer;
    const ended = await endSessions(ctx.db, person, session);
    log.info({ person, ended }, "other sessions ended by their owner");
    return { ended };
  }),

  /**
   * Changes one's password, which signs all of one's other browsers out. Refused as `forbidden` when the
   * present password is wrong, as `bad-input` when the next will not do.
   */
  changePassword: signedIn
    .input(z.strictObject({ present: line(LONGEST_PASSWORD), next: line(1_000) }))
    .mutation(async ({ ctx, input }) => {
      const { person, email, name, session } = ctx.viewer;
      const attempt = await beginAttempt(ctx.db, { email, address: `session ${session}` }, ctx.now());
      if (attempt.waitMs > 0) {
        throw new TRPCError({ code: "TOO_MANY_REQUESTS", message: waitSentence(attempt.waitMs) });
      }
      if (!(await verifyPassword(await passwordHashOf(ctx.db, person), input.present))) {
        throw new DomainError("forbidden", "This is not your present password. Nothing was changed.");
      }
      await attempt.succeeded();
      const problem = passwordProblem(input.next, { name, email });
      if (problem) throw new DomainError("bad-input", problem);
      await replacePassword(ctx.db, person, await hashPassword(input.next), session);
      log.info({ person }, "password changed");
    }),
});
