import { z } from "zod";

import { preferencesOf } from "~/db/queries/preferences";
import {
  countUnread,
  listNotices,
  NoticeCursor,
  NoticeKey,
  type NoticesPage,
  readAllNotices,
  readNotice,
} from "~/db/queries/notices";
import { newsroomsOf } from "~/db/queries/standing";
import { env } from "~/server/env";
import { announceTo } from "~/server/feed/announce";
import { router, signedIn } from "~/server/trpc";

export type { ListedNotice, NoticesPage } from "~/db/queries/notices";

/** What one is told of, in all one's newsrooms, without the topics that one wants no bell for. */
export const noticesRouter = router({
  /** How many are unread; 100 also where there are more. */
  unread: signedIn.query(async ({ ctx }): Promise<number> => {
    const { person } = ctx.viewer;
    const { notices } = await preferencesOf(ctx.db, person);
    return countUnread(ctx.db, person, notices.noBell);
  }),

  /** A page of them, the newest first; and whether they can be of several newsrooms. */
  list: signedIn
    .input(
      z.strictObject({
        cursor: NoticeCursor.nullish(),
        limit: z.number().int().min(1).max(50).default(20),
        /** Said by the browser's cache of pages; there is one direction. */
        direction: z.literal("forward").optional(),
      }),
    )
    .query(async ({ ctx, input }): Promise<NoticesPage & { isInSeveral: boolean }> => {
      const { person } = ctx.viewer;
      const { notices } = await preferencesOf(ctx.db, person);
      const { cursor, limit } = input;
      const page = await listNotices(ctx.db, person, { off: notices.noBell, after: cursor ?? null, limit });
      return { ...page, isInSeveral: (await newsroomsOf(ctx.db, person)).length > 1 };
    }),

  /** Whether this server sends letters with what is unread to whoever chose so. */
  sendsLetters: signedIn.query(() => env().SMTP_URL !== undefined),

  /**
   * Notes that one was read, and with it all of its thread. One that is not there, or is read already, changes nothing.
   */
  read: signedIn.input(NoticeKey).mutation(async ({ ctx, input }) => {
    const { person } = ctx.viewer;
    if (await readNotice(ctx.db, person, input, new Date(ctx.now()))) announceTo(ctx.db, [person]);
  }),

  /** Notes that all were read that had come by then, in milliseconds since 1970. */
  readAll: signedIn.input(NoticeCursor.pick({ at: true })).mutation(async ({ ctx, input }) => {
    const { person } = ctx.viewer;
    const all = { through: new Date(input.at), now: new Date(ctx.now()) };
    if (await readAllNotices(ctx.db, person, all)) announceTo(ctx.db, [person]);
  }),
});
