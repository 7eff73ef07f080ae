import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";

import type { NewsroomId, UserId, ViewId } from "~/core/ids";
import { VIEW_PAGES } from "~/core/saved-view";
import { moment } from "./columns";
import { newsrooms } from "./newsrooms";
import { users } from "./people";

/** What somebody has searched for or filtered by, kept under a name, by a page of the newsroom. */
export const savedViews = pgTable(
  "saved_views",
  {
    newsroomId: uuid()
      .notNull()
      .$type<NewsroomId>()
      .references(() => newsrooms.id),
    id: uuid().primaryKey().$type<ViewId>(),
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id),
    page: text({ enum: VIEW_PAGES }).notNull(),
    name: text().notNull(),
    /** What the address has after its question mark. */
    query: text().notNull(),
    /** Offered to the whole newsroom; what it shows to each is what they may see. */
    shared: boolean().notNull(),
    createdAt: moment().notNull(),
  },
  (t) => [
    check("saved_views_name_length", sql`char_length(${t.name}) between 1 and 80`),
    index("saved_views_page_idx").on(t.newsroomId, t.page, t.userId),
  ],
);
