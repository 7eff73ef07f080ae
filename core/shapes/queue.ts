import { z } from "zod";

import { MOST_AT_ONCE, TAG_QUEUES } from "~/core/queue";
import { UNDECIDED } from "~/core/tag";
import { ArticleId, DeskId, TagId, UserId } from "./ids";
import { Due } from "./thread";

/** Queues as they are asked for. */

/** A queue of tags, and what narrows it; null asks for all. */
export const TagQueueAsked = z.strictObject({
  queue: z.enum(TAG_QUEUES),
  type: z.string().max(60).nullable().default(null),
  state: z.enum(UNDECIDED).nullable().default(null),
  /** Only what must be checked. */
  must: z.boolean().default(false),
  /** Only what was given to the person, or taken. */
  mine: z.boolean().default(false),
  desk: z
    .union([DeskId, z.literal("none")])
    .nullable()
    .default(null),
});
export type TagQueueAsked = z.infer<typeof TagQueueAsked>;

/** Where a page of tags ended: in an article, after a tag; or after all of the article, where `tag` is null. */
export const TagPlace = z.strictObject({
  /** By when the article is due, in milliseconds since 1970; null for never. */
  due: Due.nullable(),
  article: ArticleId,
  tag: z.strictObject({ must: z.boolean(), start: z.int32().nonnegative(), id: TagId }).nullable(),
});
export type TagPlace = z.infer<typeof TagPlace>;

/** Where a page of articles ended: at a moment, in milliseconds since 1970, and an article. */
export const ArticlePlace = z.strictObject({ at: Due, article: ArticleId });
export type ArticlePlace = z.infer<typeof ArticlePlace>;

/** Tags to be shared out among people: to each in turn, or to whoever has the least to do. */
export const SharingOut = z.strictObject({
  tags: z
    .array(z.strictObject({ article: ArticleId, tag: TagId }))
    .min(1)
    .max(MOST_AT_ONCE),
  among: z.array(UserId).min(1).max(50),
  how: z.enum(["in-turn", "by-load"]),
});
export type SharingOut = z.infer<typeof SharingOut>;
