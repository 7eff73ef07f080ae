import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import { USUAL_RULES } from "~/core/gate";
import type { NewsroomId } from "~/core/ids";
import type { DeskRules } from "~/core/life";
import { FOUR_EYES, PUBLIC_CORRECTIONS } from "~/core/newsroom";
import { DESK_KINDS } from "~/core/policy";

/** A newsroom with the head of its log. */
export const newsrooms = pgTable("newsrooms", {
  id: uuid().primaryKey().$type<NewsroomId>(),
  slug: text().notNull().unique("newsrooms_slug_key"),
  name: text().notNull(),
  deskKind: text({ enum: DESK_KINDS }).notNull(),
  fourEyes: text({ enum: FOUR_EYES }).notNull(),
  publicCorrections: text({ enum: PUBLIC_CORRECTIONS }).notNull().default("off"),
  rules: jsonb().notNull().$type<DeskRules>().default(USUAL_RULES),
  headSeq: integer().notNull().default(0),
  headHash: text().notNull().default(""),
});

/** The column that every row of a newsroom has. */
export const ofNewsroom = () =>
  uuid()
    .notNull()
    .$type<NewsroomId>()
    .references(() => newsrooms.id);
