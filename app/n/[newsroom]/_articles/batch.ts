import type { ArticleId, DeskId } from "~/core/ids";
import { leadsFrom } from "~/core/life";
import type { TogetherCommand } from "~/core/together";
import type { ListedArticle } from "~/server/routers/articles";

/** What can be done to several articles of the list: one command for each, with a result for each. */

/** So many articles are changed at once. */
export const MOST_ARTICLES = 20;

export type ArticlesChange =
  { readonly kind: "archive" | "restore" } | { readonly kind: "desk"; readonly to: DeskId | null };

/** The command for one article of several. */
export interface Planned {
  readonly article: ArticleId;
  readonly command: TogetherCommand;
}

/** What a change comes to for each of the articles; those that are so already are left out. */
export function planOf(change: ArticlesChange, articles: readonly ListedArticle[]): Planned[] {
  return articles.flatMap(({ id: article, state, desk }): Planned[] => {
    switch (change.kind) {
      case "archive":
        if (!leadsFrom("archiveArticle", state)) return [];
        return [{ article, command: { type: "archiveArticle" } }];
      case "restore":
        if (state !== "archived") return [];
        return [{ article, command: { type: "restoreArticle" } }];
      case "desk": {
        const [from, { to }] = [desk?.id ?? null, change];
        if (from === to) return [];
        return [{ article, command: { type: "changeDetail", name: "desk", from, to } }];
      }
    }
  });
}

/** What a command does to an article, as the change of several that it is part of. */
export function kindOf({ type }: TogetherCommand): ArticlesChange["kind"] {
  switch (type) {
    case "archiveArticle":
      return "archive";
    case "restoreArticle":
      return "restore";
    case "changeDetail":
      return "desk";
  }
}
