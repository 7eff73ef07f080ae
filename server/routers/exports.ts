import { z } from "zod";

import { DomainError } from "~/core/errors";
import { ArticleId } from "~/core/shapes/ids";
import { Slug } from "~/core/shapes/newsroom";
import { SearchAsked } from "~/core/shapes/search";
import { articleNewsroom } from "~/db/queries/dossiers";
import { ownOrigin } from "~/server/auth/settings";
import { noSuchArticle, Selection, USUAL_STATES } from "~/server/exports/gather";
import { previewOf } from "~/server/exports/preview";
import { FORMATS, formatNamed } from "~/server/formats";
import { inNewsroom, router, signedIn } from "~/server/trpc";

/** What the export dialog asks. The file itself is `GET /api/export`. */
export const exportsRouter = router({
  /** The formats, each with who reads it and what to know; and the states that are usually taken. */
  formats: signedIn.query(() => ({
    usualStates: [...USUAL_STATES],
    formats: FORMATS.map(({ id, label, extension, reader, offsetUnit, caveats }) => {
      return { id, label, extension, reader, offsetUnit, caveats: [...caveats] };
    }),
  })),

  /**
   * What a file would hold, how large it would be and how it begins; `article` null for the whole newsroom, or for the
   * articles that a search finds.
   */
  preview: inNewsroom
    .input(
      z.strictObject({
        newsroom: Slug,
        article: ArticleId.nullable(),
        found: SearchAsked.nullable().default(null),
        format: z.string().max(60),
        ...Selection.shape,
      }),
    )
    .query(async ({ ctx, input: { article, found, format: name, states, types } }) => {
      const format = formatNamed(name);
      if (!format) throw new DomainError("bad-input", "There is no such format.");
      if (
        article !== null &&
        (await articleNewsroom(ctx.db, ctx.viewer.person, article)) !== ctx.newsroomId
      ) {
        throw noSuchArticle();
      }
      return previewOf(ctx.db, ctx.actor, {
        newsroom: ctx.newsroomId,
        article,
        found,
        format,
        selection: { states, types },
        exportedAt: new Date(ctx.now()).toISOString(),
        origin: ownOrigin(),
      });
    }),
});
