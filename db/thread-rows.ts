import { sql } from "drizzle-orm";

import { DomainError } from "~/core/errors";
import type { NewsroomId } from "~/core/ids";
import type { Anchor } from "~/core/tag";
import type { Addressee, Thread, ThreadComment } from "~/core/thread";
import type { Transaction } from "./client";
import { comments, threads } from "./schema/threads";

/** The mechanical map between threads and their rows. */

type ThreadRow = typeof threads.$inferSelect;
type CommentRow = typeof comments.$inferSelect;

/** A thread from its row and those of its comments, in order. */
export function threadFrom(row: ThreadRow, said: readonly CommentRow[]): Thread {
  return {
    id: row.id,
    article: row.articleId,
    kind: row.kind,
    tag: row.tagId,
    anchor: anchorFrom(row),
    comments: said.map(commentFrom),
    blocking: row.blocking,
    addressee: addresseeFrom(row),
    due: row.dueAt?.getTime() ?? null,
    state: row.state,
    resolution:
      row.resolvedBy && row.resolvedAt ? { by: row.resolvedBy, at: row.resolvedAt.getTime() } : null,
    author: row.authorId,
    at: row.createdAt.getTime(),
    answered: row.answered,
    touched: row.touched,
    imported: row.imported,
  };
}

function anchorFrom({ revision, startOffset, endOffset, exact, prefix, suffix }: ThreadRow): Anchor | null {
  if (revision === null || startOffset === null || endOffset === null) return null;
  return {
    revision,
    start: startOffset,
    end: endOffset,
    exact: exact ?? "",
    prefix: prefix ?? "",
    suffix: suffix ?? "",
  };
}

/** Whom a query is put to; null for a comment. */
export function addresseeFrom({
  addresseeId,
  addresseeRole,
}: Pick<ThreadRow, "addresseeId" | "addresseeRole">): Addressee | null {
  if (addresseeId !== null) return { person: addresseeId };
  return addresseeRole === null ? null : { role: addresseeRole };
}

function commentFrom(row: CommentRow): ThreadComment {
  return {
    id: row.id,
    words: row.words,
    by: row.authorId,
    at: row.createdAt.getTime(),
    editedAt: row.editedAt?.getTime() ?? null,
    imported: row.imported,
  };
}

function threadRow(newsroomId: NewsroomId, thread: Thread): typeof threads.$inferInsert {
  const { anchor, addressee, due, resolution } = thread;
  return {
    newsroomId,
    id: thread.id,
    articleId: thread.article,
    kind: thread.kind,
    tagId: thread.tag,
    revision: anchor?.revision ?? null,
    startOffset: anchor?.start ?? null,
    endOffset: anchor?.end ?? null,
    exact: anchor?.exact ?? null,
    prefix: anchor?.prefix ?? null,
    suffix: anchor?.suffix ?? null,
    blocking: thread.blocking,
    addresseeId: addressee && "person" in addressee ? addressee.person : null,
    addresseeRole: addressee && "role" in addressee ? addressee.role : null,
    dueAt: due === null ? null : new Date(due),
    state: thread.state,
    resolvedBy: resolution?.by ?? null,
    resolvedAt: resolution && new Date(resolution.at),
    authorId: thread.author,
    createdAt: new Date(thread.at),
    answered: thread.answered,
    touched: thread.touched,
    imported: thread.imported,
  };
}

/** On conflict each column takes the new row's value. */
const TAKEN = {
  revision: sql`excluded.revision`,
  startOffset: sql`excluded.start_offset`,
  endOffset: sql`excluded.end_offset`,
  exact: sql`excluded.exact`,
  prefix: sql`excluded.prefix`,
  suffix: sql`excluded.suffix`,
  blocking: sql`excluded.blocking`,
  addresseeId: sql`excluded.addressee_id`,
  addresseeRole: sql`excluded.addressee_role`,
  dueAt: sql`excluded.due_at`,
  state: sql`excluded.state`,
  resolvedBy: sql`excluded.resolved_by`,
  resolvedAt: sql`excluded.resolved_at`,
  answered: sql`excluded.answered`,
  touched: sql`excluded.touched`,
};

/** Writes threads whole, with everything that was said in them. */
export async function saveThreads(
  tx: Transaction,
  newsroomId: NewsroomId,
  changed: readonly Thread[],
): Promise<void> {
  for (let i = 0; i < changed.length; i += 1_000) {
    const chunk = changed.slice(i, i + 1_000);
    const written = await tx
      .insert(threads)
      .values(chunk.map((thread) => threadRow(newsroomId, thread)))
      .onConflictDoUpdate({
        target: threads.id,
        set: TAKEN,
        setWhere: sql`${threads.articleId} = excluded.article_id`,
      })
      .returning({ id: threads.id });
    // Ids come from browsers: one that a thread of another article has is refused, and that thread left alone.
    if (written.length < chunk.length) throw elsewhere("thread");
  }
  const rows = changed.flatMap(({ id, comments: said }) =>
    said.map((comment, position) => commentRow(newsroomId, id, comment, position)),
  );
  for (let i = 0; i < rows.length; i += 1_000) await saveComments(tx, rows.slice(i, i + 1_000));
}

function commentRow(
  newsroomId: NewsroomId,
  threadId: Thread["id"],
  { id, words, by, at, editedAt, imported }: ThreadComment,
  position: number,
): typeof comments.$inferInsert {
  return {
    newsroomId,
    id,
    threadId,
    position,
    words,
    authorId: by,
    createdAt: new Date(at),
    editedAt: editedAt === null ? null : new Date(editedAt),
    imported,
  };
}

async function saveComments(tx: Transaction, rows: (typeof comments.$inferInsert)[]): Promise<void> {
  const written = await tx
    .insert(comments)
    .values(rows)
    .onConflictDoUpdate({
      target: comments.id,
      set: { words: sql`excluded.words`, editedAt: sql`excluded.edited_at` },
      setWhere: sql`${comments.threadId} = excluded.thread_id`,
    })
    .returning({ id: comments.id });
  if (written.length < rows.length) throw elsewhere("comment");
}

function elsewhere(noun: string): DomainError {
  return new DomainError(
    "conflict",
    `A ${noun} of this id is elsewhere already. Nothing was changed; do it again.`,
  );
}
