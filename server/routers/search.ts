import { z } from "zod";

import type { Desk } from "~/core/newsroom";
import { Slug } from "~/core/shapes/newsroom";
import { SearchAsked, SearchCursor } from "~/core/shapes/search";
import type { TagType } from "~/core/scheme";
import { desksOf } from "~/db/queries/desks";
import { schemesOf } from "~/db/queries/dossiers";
import { taggersFor, type Tagger } from "~/db/queries/search/around";
import { searchArticles, type SearchPage } from "~/db/queries/search/search";
import { searcherFor } from "~/server/searcher";
import { inNewsroom, router } from "~/server/trpc";

export type { SearchPage } from "~/db/queries/search/search";

/** Searching the texts, the tags and what was said about them, over all articles that the caller may read. */

/** What there is to choose from. */
export interface SearchSurroundings {
  /** Of every scheme of the newsroom, as its newest version has them. */
  types: TagType[];
  taggers: Tagger[];
  desks: Desk[];
}

export const searchRouter = router({
  /** A page of hits, the newest first. */
  find: inNewsroom
    .input(
      z.strictObject({
        newsroom: Slug,
        asked: SearchAsked,
        cursor: SearchCursor.nullish(),
        limit: z.number().int().min(1).max(50).default(20),
        /** Said by the browser's cache of pages; there is one direction. */
        direction: z.literal("forward").optional(),
      }),
    )
    .query(({ ctx, input }): Promise<SearchPage> => {
      const { asked, cursor, limit } = input;
      const searcher = searcherFor(ctx.actor, ctx.newsroomId);
      return searchArticles(ctx.db, searcher, { asked, after: cursor ?? null, limit });
    }),

  /** What stands around the search: types with their attributes, people, desks. */
  surroundings: inNewsroom
    .input(z.strictObject({ newsroom: Slug }))
    .query(async ({ ctx }): Promise<SearchSurroundings> => {
      const searcher = searcherFor(ctx.actor, ctx.newsroomId);
      const [schemes, taggers, desks] = await Promise.all([
        schemesOf(ctx.db, ctx.newsroomId),
        taggersFor(ctx.db, searcher),
        desksOf(ctx.db, ctx.newsroomId),
      ]);
      const newest = new Map(schemes.map((scheme) => [scheme.id, scheme]));
      const types = new Map(
        [...newest.values()].flatMap((scheme) => scheme.types.map((type) => [type.name, type])),
      );
      return { types: [...types.values()], taggers, desks };
    }),
});
