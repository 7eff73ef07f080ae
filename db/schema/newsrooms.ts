import { sql } from "drizzle-orm";
import {
  boolean,
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

import type { DeskId, EvidenceId, InvitationId, UserId } from "~/core/ids";
import type { DeskRules } from "~/core/life";
import { EVIDENCE_KINDS, MEDIA_TYPES } from "~/core/newsroom";
import type { Role } from "~/core/policy";
import type { Scheme } from "~/core/scheme";
import type { Words } from "~/core/words";
import { moment } from "./columns";
import { evidenceFiles } from "./files";
import { ofNewsroom } from "./newsroom";
import { users } from "./people";

export { newsrooms } from "./newsroom";

export const desks = pgTable(
  "desks",
  {
    newsroomId: ofNewsroom(),
    id: uuid().primaryKey().$type<DeskId>(),
    name: text().notNull(),
    archived: boolean().notNull().default(false),
    /** Null where it keeps the newsroom's. */
    rules: jsonb().$type<DeskRules>(),
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
    fileSha256: text(),
    fileBytes: integer(),
    fileMediaType: text({ enum: MEDIA_TYPES }),
    fileName: jsonb().$type<Words>(),
    fileBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    fileAt: moment(),
    fileRemovedBy: uuid()
      .$type<UserId>()
      .references(() => users.id),
    fileRemovedAt: moment(),
    fileRemovedReason: jsonb().$type<Words>(),
    /** The hash while the contents must be there. */
    heldSha256: text().generatedAlwaysAs(sql`case when "file_removed_at" is null then "file_sha256" end`),
  },
  (t) => [
    check(
      "evidence_withdrawal_whole",
      sql`num_nulls(${t.withdrawnBy}, ${t.withdrawnAt}, ${t.withdrawnReason}) in (0, 3)`,
    ),
    check(
      "evidence_file_whole",
      sql`num_nulls(${t.fileSha256}, ${t.fileBytes}, ${t.fileMediaType}, ${t.fileName}, ${t.fileBy}, ${t.fileAt}) in (0, 6)`,
    ),
    check(
      "evidence_file_removal_whole",
      sql`num_nulls(${t.fileRemovedBy}, ${t.fileRemovedAt}, ${t.fileRemovedReason}) in (0, 3)`,
    ),
    foreignKey({
      name: "evidence_file_fkey",
      columns: [t.newsroomId, t.heldSha256],
      foreignColumns: [evidenceFiles.newsroomId, evidenceFiles.sha256],
    }),
    index("evidence_newsroom_idx").on(t.newsroomId, t.addedAt.desc(), t.id.desc()),
    index("evidence_added_by_idx").on(t.newsroomId, t.addedBy, t.addedAt.desc(), t.id.desc()),
    // Asked every minute, over all newsrooms; few are withdrawn.
    index("evidence_withdrawn_idx")
      .on(t.id)
      .where(sql`${t.withdrawnAt} is not null`),
    index("evidence_file_idx").on(t.newsroomId, t.heldSha256),
  ],
);
