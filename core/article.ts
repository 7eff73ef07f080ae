import { unreachable } from "./errors";
import { asId, idIn } from "./ids";
import type { Article, ArticleDetails, Revision } from "./shapes/article";
import type { Tag } from "./tag";
import type { Thread } from "./thread";
import { isLine } from "./words";

/**
 * An article and what is decided about as one: its details, its revision, its tags, its threads.
 */

export type {
  ArticleState,
  Direction,
  Block,
  ArticleDetails,
  Share,
  Origin,
  Article,
  Revision,
} from "./shapes/article";

export const ARTICLE_STATES = [
  "draft",
  "in-review",
  "ready",
  "published",
  "correcting",
  "withdrawn",
  "spiked",
  "archived",
] as const;

export const BLOCK_KINDS = ["headline", "standfirst", "body", "caption", "credit"] as const;

/**
 * The part of an article that a command names, on the server; all of it in the browser. `seq` is the
 * number of the last event folded in.
 */
export interface Slice {
  readonly seq: number;
  readonly article: Article | null;
  readonly revision: Revision | null;
  readonly tags: ReadonlyMap<Tag["id"], Tag>;
  readonly threads: ReadonlyMap<Thread["id"], Thread>;
}

export const EMPTY_SLICE: Slice = {
  seq: 0,
  article: null,
  revision: null,
  tags: new Map(),
  threads: new Map(),
};

/** The text that the slice's tags stand in; empty while there is none. */
export function textOf(slice: Slice): string {
  return slice.revision?.text ?? "";
}

/** BCP 47, as far as a language tag's form goes. @see https://www.rfc-editor.org/rfc/rfc5646 */
export const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** Whether that detail of an article may be changed to this; no laxer than its shape. */
export function isDetail(name: keyof ArticleDetails, to: string | null): boolean {
  switch (name) {
    case "title":
      return to !== null && isLine(to, 300, 1);
    case "language":
      return to !== null && LANGUAGE.test(to);
    case "direction":
      return to === "ltr" || to === "rtl";
    case "sourceUrl":
      return to === null || (to.length <= 2_000 && /^https?:\/\/\S+$/i.test(to) && URL.canParse(to));
    case "desk":
      return to === null || idIn("desk", to) !== null;
    default:
      return unreachable(name);
  }
}

/** The article with one detail as an event has set it. */
export function withDetail(
  article: Article,
  { name, to }: { name: Exclude<keyof ArticleDetails, "title">; to: string | null },
): Article {
  switch (name) {
    case "language":
      return { ...article, language: to ?? article.language };
    case "direction":
      return { ...article, direction: to === "rtl" ? "rtl" : "ltr" };
    case "sourceUrl":
      return { ...article, sourceUrl: to?.trim() ?? null };
    case "desk":
      return { ...article, desk: to === null ? null : asId("desk", to) };
    default:
      return unreachable(name);
  }
}
