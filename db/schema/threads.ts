import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import type { ArticleId, CommentId, NewsroomId, TagId, ThreadId, UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import { type ImportedComment, type ImportedThread, THREAD_KINDS, THREAD_STATES } from "~/core/thread";
import type { Words } from "~/core/words";
import { articles, revisions, tags } from "./articles";
import { moment } from "./columns";
import { newsrooms } from "./newsrooms";
import { users } from "./people";
import { textOfComment, wordsIn } from "./searchable";

const ofNewsroom = () =>
  uuid()
    .notNull()
    .$type<NewsroomId>()
    .references(() => newsrooms.id);
const person = () =>
  uuid()
    .$type<UserId>()
    .references(() => users.id);

/** What is said about an article, a passage of it or a tag, as it stands now. Offsets as those of tags. */
export const threads = pgTable(
  "threads",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<ThreadId>(),
    articleId: uuid()
      .notNull()
      .$type<ArticleId>()
      .references(() => articles.id),
    kind: text({ enum: THREAD_KINDS }).notNull(),
    tagId: uuid()
      .$type<TagId>()
      .references(() => tags.id),
    revision: integer(),
    startOffset: integer(),
    endOffset: integer(),
    exact: text(),
    prefix: text(),
    suffix: text(),
    blocking: boolean().notNull(),
    addresseeId: person(),
    addresseeRole: text().$type<Exclude<Role, "admin" | "system">>(),
    dueAt: moment(),
    state: text({ enum: THREAD_STATES }).notNull(),
    resolvedBy: person(),
    resolvedAt: moment(),
    authorId: person().notNull(),
    createdAt: moment().notNull(),
    answered: boolean().notNull(),
    touched: integer().notNull(),
    imported: jsonb().$type<ImportedThread>(),
  },
  (t) => [
    foreignKey({
      name: "threads_revision_fkey",
      columns: [t.articleId, t.revision],
      foreignColumns: [revisions.articleId, revisions.number],
    }),
    check("threads_bounds", sql`${t.startOffset} >= 0 and ${t.startOffset} < ${t.endOffset}`),
    check(
      "threads_anchor_whole",
      sql`num_nulls(${t.revision}, ${t.startOffset}, ${t.endOffset}, ${t.exact}, ${t.prefix}, ${t.suffix}) in (0, 6)`,
    ),
    check("threads_tag_has_anchor", sql`${t.tagId} is null or ${t.revision} is not null`),
    check(
      "threads_query_is_addressed",
      sql`num_nonnulls(${t.addresseeId}, ${t.addresseeRole}) = case ${t.kind} when 'query' then 1 else 0 end`,
    ),
    check("threads_query_is_due", sql`${t.dueAt} is null or ${t.kind} = 'query'`),
    check(
      "threads_resolution_whole",
      sql`num_nonnulls(${t.resolvedBy}, ${t.resolvedAt}) = case ${t.state} when 'resolved' then 2 else 0 end`,
    ),
    index("threads_article_idx").on(t.newsroomId, t.articleId),
    index("threads_tag_idx").on(t.tagId),
    index("threads_waiting_idx")
      .on(t.newsroomId, t.dueAt, t.createdAt, t.id)
      .where(sql`${t.kind} = 'query' and ${t.state} = 'open'`),
  ],
);

/** What was written in threads, in order; the first of each opened it. */
export const comments = pgTable(
  "comments",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<CommentId>(),
    threadId: uuid()
      .notNull()
      .$type<ThreadId>()
      .references(() => threads.id),
    position: integer().notNull(),
    words: jsonb().notNull().$type<Words>(),
    authorId: person().notNull(),
    createdAt: moment().notNull(),
    editedAt: moment(),
    imported: jsonb().$type<ImportedComment>(),
  },
  (t) => [
    index("comments_thread_idx").on(t.threadId, t.position),
    index("comments_words_idx").using("gin", wordsIn(textOfComment(t))),
    index("comments_recent_idx").on(t.newsroomId, t.createdAt.desc(), t.id.desc()),
  ],
);
