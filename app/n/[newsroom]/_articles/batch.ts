import type { ArticleCommand } from "~/core/shapes/command";
import type { ArticleId, DeskId } from "~/core/ids";
import type { ListedArticle } from "~/server/routers/articles";

/** What can be done to several articles of the list: one command for each, with a result for each. */

/** So many articles are changed at once. */
export const MOST_ARTICLES = 20;

export type ArticlesChange =
  { readonly kind: "archive" | "restore" } | { readonly kind: "desk"; readonly to: DeskId | null };

/** The command for one article, and the one that takes it back; null where there is nothing to change. */
export interface Planned {
  readonly article: ArticleId;
  readonly command: ArticleCommand;
  readonly back: ArticleCommand;
}

/** What a change comes to for each of the articles; those that are so already are left out. */
export function planOf(change: ArticlesChange, articles: readonly ListedArticle[]): Planned[] {
  return articles.flatMap(({ id: article, state, desk }): Planned[] => {
    switch (change.kind) {
      case "archive":
        if (state === "archived") return [];
        return [{ article, command: { type: "archiveArticle" }, back: { type: "restoreArticle" } }];
      case "restore":
        if (state !== "archived") return [];
        return [{ article, command: { type: "restoreArticle" }, back: { type: "archiveArticle" } }];
      case "desk": {
        const [from, { to }] = [desk?.id ?? null, change];
        if (from === to) return [];
        const moved = { type: "changeDetail", name: "desk" } as const;
        return [{ article, command: { ...moved, from, to }, back: { ...moved, from: to, to: from } }];
      }
    }
  });
}
