import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import type { DeskId, EvidenceId, InvitationId, NewsroomId, UserId } from "~/core/ids";
import { EVIDENCE_KINDS, FOUR_EYES } from "~/core/newsroom";
import { DESK_KINDS, type Role } from "~/core/policy";
import type { Scheme } from "~/core/scheme";
import type { Words } from "~/core/words";
import { moment } from "./columns";
import { users } from "./people";

/** A newsroom with the head of its log. */
export const newsrooms = pgTable("newsrooms", {
  id: uuid().primaryKey().$type<NewsroomId>(),
  slug: text().notNull().unique("newsrooms_slug_key"),
  name: text().notNull(),
  deskKind: text({ enum: DESK_KINDS }).notNull(),
  fourEyes: text({ enum: FOUR_EYES }).notNull(),
  headSeq: integer().notNull().default(0),
  headHash: text().notNull().default(""),
});

const ofNewsroom = () =>
  uuid()
    .notNull()
    .$type<NewsroomId>()
    .references(() => newsrooms.id);

export const desks = pgTable(
  "desks",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<DeskId>(),
    name: text().notNull(),
    archived: boolean().notNull().default(false),
  },
  (t) => [index("desks_newsroom_idx").on(t.newsroomId, t.name)],
);

/**
 * Who belongs to a newsroom. `desks` is the set of their desks, null for all of them; desks are archived,
 * never deleted, so that the set needs no rows of its own to stay true.
 */
export const memberships = pgTable(
  "memberships",
  {
    newsroomId: ofNewsroom(),
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id),
    roles: text().array().notNull().$type<Role[]>(),
    desks: uuid().array().$type<DeskId[]>(),
    disabled: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ name: "memberships_pkey", columns: [t.newsroomId, t.userId] }),
    index("memberships_user_idx").on(t.userId),
  ],
);

/** One-time links. The token itself is never stored, only its SHA-256. */
export const invitations = pgTable(
  "invitations",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<InvitationId>(),
    tokenHash: text().unique("invitations_token_key"),
    /** The member to whom it gives a new password; null for a person who is to join. */
    renewsId: uuid()
      .$type<UserId>()
      .references(() => users.id),
    email: jsonb().$type<Words>(),
    name: jsonb().$type<Words>(),
    roles: text().array().notNull().$type<Role[]>(),
    desks: uuid().array().$type<DeskId[]>(),
    expiresAt: moment().notNull(),
    state: text({ enum: ["open", "used", "revoked"] }).notNull(),
  },
  (t) => [index("invitations_newsroom_idx").on(t.newsroomId, t.state)],
);

/** Tag schemes as data, each version kept for as long as tags of it exist. */
export const schemes = pgTable(
  "schemes",
  {
    newsroomId: ofNewsroom(),
    id: text().notNull(),
    version: integer().notNull(),
    body: jsonb().notNull().$type<Scheme>(),
  },
  (t) => [primaryKey({ name: "schemes_pkey", columns: [t.newsroomId, t.id, t.version] })],
);

export const evidence = pgTable(
  "evidence",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<EvidenceId>(),
    kind: text({ enum: EVIDENCE_KINDS }).notNull(),
    reference: jsonb().notNull().$type<Words>(),
    locator: jsonb().$type<Words>(),
    retrievedAt: moment(),
    note: jsonb().$type<Words>(),
    addedBy: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id),
    addedAt: moment().notNull(),
    withdrawnBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    withdrawnAt: moment(),
    withdrawnReason: jsonb().$type<Words>(),
  },
  (t) => [
    check(
      "evidence_withdrawal_whole",
      sql`num_nulls(${t.withdrawnBy}, ${t.withdrawnAt}, ${t.withdrawnReason}) in (0, 3)`,
    ),
    index("evidence_newsroom_idx").on(t.newsroomId, t.addedAt.desc(), t.id.desc()),
  ],
);
