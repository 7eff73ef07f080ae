import { eq } from "drizzle-orm";

import type { UserId } from "~/core/ids";
import { type Preferences, type PreferencesChange, withChange } from "~/core/preferences";
import { readPreferences } from "~/core/shapes/preferences";
import type { Queryable } from "~/db/client";
import { users } from "~/db/schema/people";

/** What the person has chosen for themselves; the usual where they have chosen nothing. */
export async function preferencesOf(db: Queryable, person: UserId): Promise<Preferences> {
  const [row] = await db.select({ preferences: users.preferences }).from(users).where(eq(users.id, person));
  return readPreferences(row?.preferences);
}

/** Takes over a change of the person's preferences. Changes of several pages come one after the other. */
export async function changePreferences(
  db: Queryable,
  person: UserId,
  change: PreferencesChange,
): Promise<Preferences> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ preferences: users.preferences })
      .from(users)
      .where(eq(users.id, person))
      .for("no key update");
    const preferences = withChange(readPreferences(row?.preferences), change);
    await tx.update(users).set({ preferences }).where(eq(users.id, person));
    return preferences;
  });
}
