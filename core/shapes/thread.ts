import { z } from "zod";

import { ArticleId, CommentId, TagId, ThreadId, UserId } from "./ids";
import { Role } from "./policy";
import { Anchor } from "./tag";
import { Words, line } from "./words";
import { THREAD_KINDS, THREAD_STATES } from "~/core/thread";

/** Threads as they come in and are stored. */

/** The roles that can be asked: those whose holders read articles. */
export const AskedRole = Role.exclude(["admin", "system"]);

/** Whom a query is put to, and whom words can mention: a person, or whoever holds a role and sees the article. */
export const Addressee = z.union([z.strictObject({ person: UserId }), z.strictObject({ role: AskedRole })]);
export type Addressee = z.infer<typeof Addressee>;

/** What somebody wrote, as it comes in: a subset of Markdown. */
export const CommentText = line(5_000, 1);

/** When an answer is wanted, in milliseconds since 1970. */
export const Due = z.number().int().nonnegative().max(8.64e15);

/** Who wrote an imported comment in its former home, and when. */
export const ImportedComment = z.strictObject({
  by: line(200),
  at: z.number().int(),
  editedAt: z.number().int().nullable(),
});
export type ImportedComment = z.infer<typeof ImportedComment>;

/** What an imported thread was in its former home. */
export const ImportedThread = z.strictObject({
  ...ImportedComment.shape,
  /** The name of the person to whom the query was put; null where it was put to a role. */
  addressee: line(200).nullable(),
  resolved: z.strictObject({ by: line(200), at: z.number().int() }).nullable(),
});
export type ImportedThread = z.infer<typeof ImportedThread>;

export const ThreadComment = z.strictObject({
  id: CommentId,
  words: Words,
  by: UserId,
  /** Milliseconds since 1970, as all times here. */
  at: z.number().int(),
  editedAt: z.number().int().nullable(),
  imported: ImportedComment.nullable(),
});
export type ThreadComment = z.infer<typeof ThreadComment>;

export const Thread = z.strictObject({
  id: ThreadId,
  article: ArticleId,
  kind: z.enum(THREAD_KINDS),
  tag: TagId.nullable(),
  /** The words that it is about, as they stood when it was opened; null where it is about the whole article. */
  anchor: Anchor.nullable(),
  /** In the order in which they were written; the first opened the thread. */
  comments: z.array(ThreadComment),
  /** The article waits until it is resolved. */
  blocking: z.boolean(),
  addressee: Addressee.nullable(),
  due: Due.nullable(),
  state: z.enum(THREAD_STATES),
  /** Who resolved it, and when; null unless it is resolved. */
  resolution: z.strictObject({ by: UserId, at: z.number().int() }).nullable(),
  author: UserId,
  at: z.number().int(),
  /** Somebody else than its author has spoken or acted in it. */
  answered: z.boolean(),
  /** The number of the last event that touched it. */
  touched: z.number().int(),
  imported: ImportedThread.nullable(),
});
export type Thread = z.infer<typeof Thread>;
