import { type Excerpt, type FoundParagraph } from "./excerpt";
import type { Article } from "./article";
import type { ArticleId, CommentId, TagId, ThreadId } from "./ids";
import type { SearchAsked } from "./shapes/search";
import type { Finding, TagState } from "./tag";
import type { ThreadKind } from "./thread";

/** Searching a newsroom's articles: what is asked, and what is found. */

export type { SearchAsked } from "./shapes/search";

/** Where words are looked for: in what was tagged, in the articles' texts, or in what was said about them. */
export const SEARCH_PLACES = ["everywhere", "tags", "text", "comments"] as const;

/** Whether it is asked of tags what they are; what is no tag is not found then. */
export function asksOfTags({ type, attributes, author, state, finding }: SearchAsked): boolean {
  return [type, author, state, finding].some((each) => each !== null) || attributes.length > 0;
}

/** Whether anything is sought at all. Of a desk's or an archive's articles alone the list tells. */
export function asksAnything(asked: SearchAsked): boolean {
  return asked.words.trim() !== "" || asksOfTags(asked);
}

/** The article of a hit. */
export interface HitArticle extends Pick<
  Article,
  "title" | "language" | "direction" | "state" | "restricted"
> {
  readonly id: ArticleId;
  /** The desk's name. */
  readonly desk: string | null;
}

interface Found {
  readonly article: HitArticle;
  /** When it came to be, in milliseconds since 1970: the newest hits come first. */
  readonly at: number;
  readonly excerpt: Excerpt;
}

/** A tag, with what stands around its words, and what was written about it where the sought words stand there. */
export interface TagHit extends Found {
  readonly kind: "tag";
  readonly id: TagId;
  readonly type: string;
  readonly state: TagState;
  readonly finding: Finding | null;
  /** Who tagged, by name. */
  readonly author: string;
  readonly around: { readonly before: string; readonly after: string };
  readonly written: readonly {
    readonly where: "note" | "verdict" | "attribute";
    readonly excerpt: Excerpt;
  }[];
}

/** An article whose text has the words: the paragraph that has most of them. */
export interface TextHit extends Found, Pick<FoundParagraph, "others"> {
  readonly kind: "text";
  readonly id: ArticleId;
  /** Null where the words stand in signs that are written otherwise. */
  readonly place: FoundParagraph["place"] | null;
}

/** What somebody wrote in a thread. */
export interface CommentHit extends Found {
  readonly kind: "comment";
  readonly id: CommentId;
  readonly thread: ThreadId;
  readonly of: ThreadKind;
  /** Who wrote it, by name. */
  readonly author: string;
  /** The type of the tag that it is about. */
  readonly tagType: string | null;
}

export type Hit = TagHit | TextHit | CommentHit;
