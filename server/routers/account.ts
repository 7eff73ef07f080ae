import { newsroomsOf } from "~/db/queries/standing";
import { router, signedIn } from "~/server/trpc";

/** One's own account: who one is, where one belongs. */
export const accountRouter = router({
  /** The person who asks, and their newsrooms with the roles held there. */
  me: signedIn.query(async ({ ctx }) => {
    const { person, name, email } = ctx.viewer;
    const newsrooms = await newsroomsOf(ctx.db, person);
    return { person, name, email, newsrooms: newsrooms.map(({ slug, name, roles }) => ({ slug, name, roles })) };
  }),
});
