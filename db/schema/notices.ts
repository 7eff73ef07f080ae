import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { ArticleId, NewsroomId, TagId, ThreadId, UserId } from "~/core/ids";
import { TOPICS } from "~/core/notices";
import { articles, tags } from "./articles";
import { moment } from "./columns";
import { events } from "./log";
import { newsrooms } from "./newsrooms";
import { users } from "./people";
import { threads } from "./threads";

/** What each person is told of: once for an event, as the key has it. Written in the event's transaction. */
export const notices = pgTable(
  "notices",
  {
    newsroomId: uuid()
      .notNull()
      .$type<NewsroomId>()
      .references(() => newsrooms.id),
    articleId: uuid()
      .notNull()
      .$type<ArticleId>()
      .references(() => articles.id),
    seq: integer().notNull(),
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id),
    topic: text({ enum: TOPICS }).notNull(),
    tagId: uuid()
      .$type<TagId>()
      .references(() => tags.id),
    threadId: uuid()
      .$type<ThreadId>()
      .references(() => threads.id),
    count: integer().notNull(),
    at: moment().notNull(),
    readAt: moment(),
    /** When it went out in a letter. */
    mailedAt: moment(),
  },
  (t) => [
    primaryKey({ name: "notices_pkey", columns: [t.articleId, t.seq, t.userId] }),
    foreignKey({
      name: "notices_event_fkey",
      columns: [t.articleId, t.seq],
      foreignColumns: [events.logId, events.seq],
    }),
    check("notices_count_positive", sql`${t.count} > 0`),
    index("notices_newest_idx").on(t.userId, t.at, t.articleId, t.seq),
    index("notices_unread_idx")
      .on(t.userId, t.at)
      .where(sql`${t.readAt} is null`),
  ],
);

/** Whom a worker is writing to, so that no other does: until it is done, or counts as lost. */
export const letters = pgTable("letters", {
  userId: uuid()
    .primaryKey()
    .$type<UserId>()
    .references(() => users.id, { onDelete: "cascade" }),
  jobId: uuid().notNull(),
  until: moment().notNull(),
});
