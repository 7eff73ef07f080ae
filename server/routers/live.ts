import { tracked, type TrackedEnvelope } from "@trpc/server";

import { newsroomsOf } from "~/db/queries/standing";
import { feedOf } from "~/server/feed/feed";
import { beginning, type News, Wanted } from "~/server/feed/news";
import { leaving, noSuchNewsroom, signedIn } from "~/server/trpc";

export type { News } from "~/server/feed/news";

/** What happens to articles and in newsrooms' lists, as it happens, from the given cursors on. */
export const live = signedIn.input(Wanted).subscription(async function* ({
  ctx,
  input,
  signal,
}): AsyncGenerator<TrackedEnvelope<News>, void> {
  const { viewer } = ctx;
  try {
    const own = input.newsrooms.length > 0 ? await newsroomsOf(ctx.db, viewer.person) : [];
    const newsrooms = input.newsrooms.map((slug) => {
      const newsroom = own.find((each) => each.slug === slug);
      if (!newsroom) throw noSuchNewsroom();
      return newsroom;
    });
    const following = { viewer, cursors: beginning(input), newsrooms };
    const stream = feedOf(ctx.db).follow(following, signal ?? new AbortController().signal);
    for await (const { id, news } of stream) yield tracked(id, news);
  } catch (error) {
    throw leaving(error, { path: "live", person: viewer.person });
  }
});
