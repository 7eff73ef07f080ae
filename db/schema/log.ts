import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";

import type { CommandId, GroupId, NewsroomId, UserId } from "~/core/ids";
import type { Role } from "~/core/policy";
import { moment } from "./columns";
import { newsrooms } from "./newsrooms";
import { users } from "./people";

/** True for corrections that went out: as the index of them has it, to the letter. */
export const IS_CORRECTION = sql`"events"."type" = 'CorrectionPublished'`;

/** True for changes of a desk's or a newsroom's rules: as the index of them has it, to the letter. */
export const IS_RULES_CHANGE = sql`"events"."type" = 'RulesChanged'`;

/**
 * The log of every article and every newsroom. A trigger refuses to change or delete what stands in it.
 * `logId` is the id of the article or of the newsroom.
 */
export const events = pgTable(
  "events",
  {
    newsroomId: uuid()
      .notNull()
      .$type<NewsroomId>()
      .references(() => newsrooms.id),
    logId: uuid().notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    version: integer().notNull(),
    at: moment().notNull(),
    actorId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id),
    role: text().notNull().$type<Role>(),
    revision: text(),
    commandId: uuid().notNull().$type<CommandId>(),
    undoes: integer(),
    /** Without free text: digests stand in its place. */
    body: jsonb().notNull(),
    /** SHA-256 of the previous hash and this event, hexadecimal. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ name: "events_pkey", columns: [t.logId, t.seq] }),
    check("events_seq_positive", sql`${t.seq} > 0`),
    index("events_command_idx").on(t.logId, t.commandId),
    index("events_newsroom_idx").on(t.newsroomId, t.at),
    // For the public, who come as often as they like: a page reads as many entries as it shows, from where the last one
    // ended. Of all events few are corrections, so that the index is small and is hardly ever written.
    index("events_corrections_idx").on(t.newsroomId, t.at, t.hash).where(IS_CORRECTION),
    // Asked every minute, and as few.
    index("events_rules_idx").on(t.newsroomId, t.seq).where(IS_RULES_CHANGE),
    index("events_actor_idx").on(t.newsroomId, t.actorId, t.at),
  ],
);

/** The free text of events: `path` names its place in the body. Blanked, and only blanked, by a redaction. */
export const eventTexts = pgTable(
  "event_texts",
  {
    logId: uuid().notNull(),
    seq: integer().notNull(),
    path: text().notNull(),
    salt: text(),
    words: text(),
    removedAt: moment(),
  },
  (t) => [
    primaryKey({ name: "event_texts_pkey", columns: [t.logId, t.seq, t.path] }),
    foreignKey({
      name: "event_texts_event_fkey",
      columns: [t.logId, t.seq],
      foreignColumns: [events.logId, events.seq],
    }),
  ],
);

/** Commands that were carried out: a retry finds its answer here, as the numbers of its events. */
export const commands = pgTable(
  "commands",
  {
    actorId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id),
    commandId: uuid().notNull().$type<CommandId>(),
    newsroomId: uuid()
      .notNull()
      .$type<NewsroomId>()
      .references(() => newsrooms.id),
    logId: uuid().notNull(),
    /** SHA-256 of the request in canonical JSON. */
    requestHash: text().notNull(),
    firstSeq: integer().notNull(),
    lastSeq: integer().notNull(),
    at: moment().notNull(),
    /** The same for all commands by which one person changed several articles at once. */
    groupId: uuid().$type<GroupId>(),
  },
  (t) => [
    primaryKey({ name: "commands_pkey", columns: [t.actorId, t.commandId] }),
    index("commands_group_idx")
      .on(t.actorId, t.newsroomId, t.at.desc())
      .where(sql`${t.groupId} is not null`),
  ],
);
