import { z } from "zod";

import { ArticleId, DeskId, NewsroomId, UserId } from "./ids";
import { type Tag } from "./tag";
import type { Thread } from "./thread";
import { line, Words } from "./words";

/**
 * An article and what is decided about as one: its details, its revision, its tags, its threads.
 */

export const ARTICLE_STATES = ["draft", "archived"] as const;
export const ArticleState = z.enum(ARTICLE_STATES);
export type ArticleState = z.infer<typeof ArticleState>;

export const Direction = z.enum(["ltr", "rtl"]);
export type Direction = z.infer<typeof Direction>;

export const BLOCK_KINDS = ["headline", "standfirst", "body", "caption", "credit"] as const;
/** What a stretch of the text is to the page. Offsets are UTF-16 code units, end exclusive. */
export const Block = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Block = z.infer<typeof Block>;

/** BCP 47, as far as a language tag's form goes. @see https://www.rfc-editor.org/rfc/rfc5646 */
export const Language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/);

export const SourceUrl = z.url({ protocol: /^https?$/ }).max(2_000);

export const ArticleDetails = z.strictObject({
  title: line(300, 1),
  language: Language,
  direction: Direction,
  sourceUrl: SourceUrl.nullable(),
  desk: DeskId.nullable(),
});
export type ArticleDetails = z.infer<typeof ArticleDetails>;

/** Someone who may see the article beyond the rule of desks: assigned to work on it, or a reader (a guest). */
export const Share = z.strictObject({ person: UserId, as: z.enum(["assigned", "reader"]) });
export type Share = z.infer<typeof Share>;

/** What an imported article was in its former home, as its file says; its author may be unknown here. */
export const Origin = z.strictObject({
  newsroom: line(120),
  desk: line(80).nullable(),
  author: line(200),
  /** Milliseconds since 1970. */
  createdAt: z.number().int(),
  state: ArticleState,
});
export type Origin = z.infer<typeof Origin>;

export const Article = z.strictObject({
  id: ArticleId,
  newsroom: NewsroomId,
  ...ArticleDetails.shape,
  title: Words,
  author: UserId,
  restricted: z.boolean(),
  shares: z.array(Share),
  state: ArticleState,
  scheme: z.strictObject({ id: z.string(), version: z.number().int() }),
  revision: z.number().int(),
  createdAt: z.number().int(),
});
export type Article = z.infer<typeof Article>;

export const Revision = z.strictObject({
  number: z.number().int().positive(),
  /** The whole text, headline included; a paragraph is one line ended by LF. */
  text: z.string(),
  /** Where the log holds the text, for its redaction. */
  ref: z.string(),
  /** The salted digest by which the log knows this text; also what a sign-off signs. */
  digest: z.string().nullable(),
  blocks: z.array(Block),
  createdAt: z.number().int(),
});
export type Revision = z.infer<typeof Revision>;

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
