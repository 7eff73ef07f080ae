import { asc, eq } from "drizzle-orm";

import type { NewsroomId } from "~/core/ids";
import type { Desk } from "~/core/newsroom";
import type { Queryable } from "~/db/client";
import { desks } from "~/db/schema/newsrooms";

/** The newsroom's desks by name, archived ones last. */
export async function desksOf(db: Queryable, newsroom: NewsroomId): Promise<Desk[]> {
  return db
    .select({ id: desks.id, name: desks.name, archived: desks.archived, rules: desks.rules })
    .from(desks)
    .where(eq(desks.newsroomId, newsroom))
    .orderBy(asc(desks.archived), asc(desks.name), asc(desks.id));
}
