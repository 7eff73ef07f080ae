import type { UserId, ViewId } from "./ids";

/** A page's filters kept under a name, by one person, for themselves or for the newsroom. */

/** The pages of which views are kept. */
export const VIEW_PAGES = ["articles", "queue", "search"] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** So many views one person keeps of one page. */
export const MOST_VIEWS = 50;

export interface SavedView {
  readonly id: ViewId;
  readonly name: string;
  /** What the address has after its question mark. */
  readonly query: string;
  readonly shared: boolean;
  /** Who keeps it. */
  readonly owner: { readonly id: UserId; readonly name: string };
}
