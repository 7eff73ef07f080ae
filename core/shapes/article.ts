import { z } from "zod";

import { ArticleId, DeskId, NewsroomId, UserId } from "./ids";
import { Life } from "./life";
import { Words, line } from "./words";
import { ARTICLE_STATES, BLOCK_KINDS, LANGUAGE } from "~/core/article";

/** An article as it comes in and is stored. */

export const ArticleState = z.enum(ARTICLE_STATES);
export type ArticleState = z.infer<typeof ArticleState>;

export const Direction = z.enum(["ltr", "rtl"]);
export type Direction = z.infer<typeof Direction>;

/** What a stretch of the text is to the page. Offsets are UTF-16 code units, end exclusive. */
export const Block = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Block = z.infer<typeof Block>;

export const Language = z.string().regex(LANGUAGE);

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

/** A moment that people set, in milliseconds since 1970. */
export const Deadline = z.number().int().nonnegative().max(8.64e15);

export const Article = z.strictObject({
  id: ArticleId,
  newsroom: NewsroomId,
  ...ArticleDetails.shape,
  title: Words,
  author: UserId,
  restricted: z.boolean(),
  shares: z.array(Share),
  state: ArticleState,
  life: Life,
  /** When it is to go out, in milliseconds since 1970. */
  deadline: Deadline.nullable(),
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
