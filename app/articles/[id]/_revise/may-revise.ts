import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";

/** Whether whoever looks at the article may give it its next text, as far as it has come. */
export function mayRevise(store: ArticleStore): boolean {
  const state = store.slice.article?.state;
  if (state === "draft") return store.can("add revision").allowed;
  const takesText = state === "in-review" || state === "ready" || state === "correcting";
  return takesText && store.can("add revision: after draft").allowed;
}
