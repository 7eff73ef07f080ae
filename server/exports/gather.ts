import { z } from "zod";

import type { Dossier } from "~/core/shapes/dossier";
import { dossierOf } from "~/core/dossier-of";
import { DomainError } from "~/core/errors";
import type { ArticleId, NewsroomId } from "~/core/ids";
import { type Actor, mustBeAllowed, reachOf, whoCan } from "~/core/policy";
import type { SearchAsked } from "~/core/search";
import type { Tag } from "~/core/tag";
import { TagState } from "~/core/shapes/tag";
import type { Database } from "~/db/client";
import {
  dossierMaterial,
  type DossierMaterial,
  type Exportable,
  exportableArticles,
} from "~/db/queries/dossiers";
import { articlesFound } from "~/db/queries/search/articles";
import { searcherFor } from "~/server/searcher";

/**
 * What an export takes out, and who may. Seeing an article comes first: what one does not see is not found;
 * then the policy's verb `export`, for each article.
 */

/** Which tags to take: in these states, of these types; of all types where none is named. */
export const Selection = z.strictObject({
  states: z.array(TagState).max(10),
  types: z.array(z.string().max(60)).max(50),
});
export type Selection = z.infer<typeof Selection>;

/** Tags that count; those that were dismissed or withdrawn are taken only when asked for. */
export const USUAL_STATES: readonly TagState[] = ["suggested", "open", "checked", "approved", "stale"];

/** Whether a tag is taken. */
export function takes({
  states,
  types,
}: Selection): (tag: Pick<Tag, "type"> & { review: Pick<Tag["review"], "state"> }) => boolean {
  return ({ type, review }) => states.includes(review.state) && (types.length === 0 || types.includes(type));
}

/**
 * An article for its export.
 * @throws DomainError not-found where the person does not see it, forbidden where they may not export it
 */
export async function articleToExport(db: Database, actor: Actor, id: ArticleId): Promise<DossierMaterial> {
  const material = await dossierMaterial(db, actor.id, id);
  if (!material) throw noSuchArticle();
  mustBeAllowed(actor, "export", { article: material.standing.article });
  return material;
}

/** The same answer for an article that is not there and one that the person does not see. */
export function noSuchArticle(): DomainError {
  return new DomainError("not-found", "There is no such article, or you may not see it.");
}

/** The newsroom's articles that the actor may export. @throws DomainError forbidden where the policy allows none */
export function newsroomToExport(actor: Actor, newsroom: NewsroomId): Exportable {
  const reach = reachOf(actor, "export");
  if (reach === null) throw new DomainError("forbidden", `Exporting articles takes ${whoCan("export")}.`);
  return { person: actor.id, newsroom, reach };
}

/** The articles of a search's hits that the actor may export; `isAll` false where one file takes no more of them. */
export async function searchToExport(
  db: Database,
  actor: Actor,
  newsroom: NewsroomId,
  asked: SearchAsked,
): Promise<{ which: Exportable; isAll: boolean }> {
  const which = newsroomToExport(actor, newsroom);
  const { articles: among, isAll } = await articlesFound(db, searcherFor(actor, newsroom), asked);
  return { which: { ...which, among }, isAll };
}

/** So many ids are read ahead; of the articles themselves, one is held at a time. */
const PAGE = 200;

/** The newsroom's dossiers, each as it stands when its turn comes. An article that is unshared meanwhile is skipped. */
export async function* dossiersOf(
  db: Database,
  which: Exportable,
  selection: Selection,
): AsyncGenerator<Dossier> {
  let after: ArticleId | null = null;
  for (;;) {
    const ids: ArticleId[] = await exportableArticles(db, which, after, PAGE);
    for (const id of ids) {
      const material = await dossierMaterial(db, which.person, id);
      if (material) yield dossierOf(material.standing, material.around, takes(selection));
    }
    after = ids.at(-1) ?? null;
    if (after === null || ids.length < PAGE) return;
  }
}

/** One dossier, in the shape in which formats take many. */
export async function* oneDossier(
  { standing, around }: DossierMaterial,
  selection: Selection,
): AsyncGenerator<Dossier> {
  yield await Promise.resolve(dossierOf(standing, around, takes(selection)));
}
