import { and, desc, eq, gte, not, notExists, sql } from "drizzle-orm";

import { USUAL_RULES } from "~/core/gate";
import type { DeskId, NewsroomId, UserId } from "~/core/ids";
import type { DeskRules } from "~/core/life";
import type { FourEyes, Newsroom } from "~/core/newsroom";
import type { Role } from "~/core/policy";
import { onlyAdds } from "~/core/scheme";
import { Scheme } from "~/core/shapes/scheme";
import type { Queryable } from "~/db/client";
import { desks, memberships, newsrooms, schemes } from "~/db/schema/newsrooms";

/** The roles that the person holds in the newsroom now; none when they are no member, or disabled. */
export async function rolesIn(db: Queryable, person: UserId, newsroom: NewsroomId): Promise<Role[]> {
  const [row] = await db
    .select({ roles: memberships.roles })
    .from(memberships)
    .where(
      and(eq(memberships.newsroomId, newsroom), eq(memberships.userId, person), not(memberships.disabled)),
    );
  return row?.roles ?? [];
}

/** Whether the newsroom requires four eyes or records them. */
export async function fourEyesOf(db: Queryable, newsroom: NewsroomId): Promise<FourEyes> {
  const [row] = await db
    .select({ fourEyes: newsrooms.fourEyes })
    .from(newsrooms)
    .where(eq(newsrooms.id, newsroom));
  return row?.fourEyes ?? "required";
}

/** How the articles of a desk, or those without one, are run. */
export async function rulesOf(db: Queryable, newsroom: NewsroomId, desk: DeskId | null): Promise<DeskRules> {
  const [row] = await db
    .select({ usual: newsrooms.rules, own: desks.rules })
    .from(newsrooms)
    .leftJoin(desks, and(eq(desks.newsroomId, newsrooms.id), desk === null ? sql`false` : eq(desks.id, desk)))
    .where(eq(newsrooms.id, newsroom));
  return row?.own ?? row?.usual ?? USUAL_RULES;
}

/** A newsroom that the person is a member of, with the roles held there. */
export type Membership = Newsroom & { roles: Role[] };

/** The newsrooms that the person belongs to, by name. */
export async function newsroomsOf(db: Queryable, person: UserId): Promise<Membership[]> {
  return db
    .select({
      id: newsrooms.id,
      slug: newsrooms.slug,
      name: newsrooms.name,
      deskKind: newsrooms.deskKind,
      fourEyes: newsrooms.fourEyes,
      publicCorrections: newsrooms.publicCorrections,
      rules: newsrooms.rules,
      roles: memberships.roles,
    })
    .from(memberships)
    .innerJoin(newsrooms, eq(newsrooms.id, memberships.newsroomId))
    .where(and(eq(memberships.userId, person), not(memberships.disabled)))
    .orderBy(newsrooms.name, newsrooms.id);
}

/**
 * What an article is tagged by that was begun under a version of its newsroom's scheme: the newest version that only
 * adds to that one. @throws Error when there is none
 */
export async function schemeFor(
  db: Queryable,
  newsroom: NewsroomId,
  { id, version }: { id: string; version: number },
): Promise<Scheme> {
  const rows = await db
    .select({ body: schemes.body })
    .from(schemes)
    .where(and(eq(schemes.newsroomId, newsroom), eq(schemes.id, id), gte(schemes.version, version)))
    .orderBy(schemes.version);
  const [begun, ...later] = rows.map(({ body }) => Scheme.parse(body));
  if (begun?.version !== version) throw new Error(`The newsroom has no scheme ${id} version ${version}.`);
  return later.findLast((one) => onlyAdds(one, begun)) ?? begun;
}

/** The newest version of each scheme of the person's newsrooms; one that several newsrooms have comes once. */
export async function schemesOf(db: Queryable, person: UserId): Promise<Scheme[]> {
  const rows = await db
    .selectDistinctOn([schemes.id], { body: schemes.body })
    .from(schemes)
    .innerJoin(memberships, eq(memberships.newsroomId, schemes.newsroomId))
    .where(and(eq(memberships.userId, person), not(memberships.disabled)))
    .orderBy(schemes.id, desc(schemes.version));
  return rows.map(({ body }) => Scheme.parse(body));
}

/** Keeps a version of a scheme for the newsroom; it never changes afterwards. */
export async function keepScheme(db: Queryable, newsroomId: NewsroomId, body: Scheme): Promise<void> {
  const { id, version } = body;
  await db.insert(schemes).values({ newsroomId, id, version, body }).onConflictDoNothing();
}

/** Keeps a version of a scheme for every newsroom that has none of that number; what a newsroom has stays. */
export async function keepSchemeEverywhere(db: Queryable, body: Scheme): Promise<void> {
  const { id, version } = body;
  const kept = and(eq(schemes.newsroomId, newsrooms.id), eq(schemes.id, id), eq(schemes.version, version));
  const without = await db
    .select({ newsroom: newsrooms.id })
    .from(newsrooms)
    .where(notExists(db.select({ newsroom: schemes.newsroomId }).from(schemes).where(kept)));
  for (const { newsroom } of without) await keepScheme(db, newsroom, body);
}
