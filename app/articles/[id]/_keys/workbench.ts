import type { PageBench } from "~/app/_keys/everywhere";
import type { Announce } from "~/app/_ui/announcer";
import type { Finder } from "~/app/articles/[id]/_find/finder";
import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";

/** What an action may reach: the store, the article's element, and the few things of the page that it changes. */
export interface Workbench extends PageBench {
  readonly store: ArticleStore;
  /** The element that holds the article's text. */
  readonly root: () => HTMLElement | null;
  /** What is found in the article. */
  readonly finder: Finder;
  readonly announce: Announce;
  readonly isSelecting: boolean;
  readonly setSelecting: (on: boolean) => void;
}
