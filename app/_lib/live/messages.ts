import type { ArticleId } from "~/core/ids";
import type { News } from "~/server/routers";

/** What the tabs of one browser say to each other, so that they share one stream. */

/**
 * What a tab follows: articles, each from the number of its last event on, newsrooms' lists, and what the person is told
 * of.
 */
export interface Wants {
  readonly articles: ReadonlyMap<ArticleId, number>;
  readonly newsrooms: readonly string[];
  readonly notices: boolean;
}

export type Message =
  /** A tab that leads now asks the others what they follow. */
  | { readonly kind: "who" }
  | { readonly kind: "wants"; readonly tab: string; readonly wants: Wants }
  | { readonly kind: "news"; readonly news: News }
  /** Whether the leader's stream stands. */
  | { readonly kind: "connected"; readonly isConnected: boolean };
