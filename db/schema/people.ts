import { boolean, index, integer, bigint, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";

import type { SessionId, UserId } from "~/core/ids";
import type { Preferences } from "~/core/preferences";
import { moment } from "./columns";

/** A person, in whatever newsrooms. Without a password nobody can sign in as them. */
export const users = pgTable("users", {
  id: uuid().primaryKey().$type<UserId>(),
  /** Lower case; absent for Galley itself. */
  email: text().unique("users_email_key"),
  name: text().notNull(),
  /** argon2id, in PHC form. */
  passwordHash: text(),
  /** An account of the demo newsroom, whose password everybody knows. */
  isDemo: boolean().notNull().default(false),
  /** What they have chosen for themselves; absent until they do. Read with `readPreferences`. */
  preferences: jsonb().$type<Preferences>(),
  createdAt: moment().notNull(),
});

/** A signed-in browser. The cookie carries only the id. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().$type<SessionId>(),
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: moment().notNull(),
    lastSeenAt: moment().notNull(),
    expiresAt: moment().notNull(),
    /** The browser, as it named itself; cut to 200 characters. */
    userAgent: text().notNull(),
  },
  (t) => [index("sessions_user_idx").on(t.userId)],
);

/** Points used up by an account or an address, until `expire` (milliseconds since 1970). */
export const attempts = pgTable("attempts", {
  key: text().primaryKey(),
  points: integer().notNull().default(0),
  expire: bigint({ mode: "number" }),
});
