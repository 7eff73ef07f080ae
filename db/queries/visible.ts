import { and, arrayOverlaps, eq, exists, isNull, not, or, type SQL, sql } from "drizzle-orm";
import { QueryBuilder } from "drizzle-orm/pg-core";

import type { UserId } from "~/core/ids";
import type { Reach, Role } from "~/core/policy";
import { articles, shares } from "~/db/schema/articles";
import { memberships } from "~/db/schema/newsrooms";

/** Roles that see every desk's articles; an administrator sees that they exist, the policy says not their text. */
const ALL_DESKS: Role[] = ["editor", "standards", "managing-editor", "admin"];
/** Roles that see the articles of their own desks and of none. */
const OWN_DESKS: Role[] = ["copy-editor", "checker"];

/** Whether the roles see more than what somebody wrote or was given by name. */
export function reachesDesks(roles: readonly Role[]): boolean {
  return roles.some((role) => ALL_DESKS.includes(role) || OWN_DESKS.includes(role));
}

/** True of articles that the person wrote or that are shared with them, in that way if it matters. */
function namedIn(person: UserId | SQL, as?: "assigned"): SQL | undefined {
  const qb = new QueryBuilder({ casing: "snake_case" });
  return or(
    eq(articles.authorId, person),
    exists(
      qb
        .select({ one: sql`1` })
        .from(shares)
        .where(
          and(
            eq(shares.articleId, articles.id),
            eq(shares.userId, person),
            as === undefined ? undefined : eq(shares.kind, as),
          ),
        ),
    ),
  );
}

/** True of the articles that a right of the person reaches; not enough to see one, see `visibleTo`. */
export function withinReach(person: UserId, reach: Reach): SQL | undefined {
  if (reach === "all") return undefined;
  return namedIn(person, reach === "own" ? "assigned" : undefined);
}

/**
 * The one predicate of who sees which article, over a query that has `articles` in it: members of its
 * newsroom who wrote it or whom it is shared with; and, unless it is restricted to those, the desks.
 * @param person one person, or the column of a query over several
 */
export function visibleTo(person: UserId | SQL): SQL {
  const qb = new QueryBuilder({ casing: "snake_case" });
  const named = namedIn(person);
  const byDesk = and(
    not(articles.restricted),
    or(
      arrayOverlaps(memberships.roles, ALL_DESKS),
      and(
        arrayOverlaps(memberships.roles, OWN_DESKS),
        or(
          isNull(articles.deskId),
          isNull(memberships.desks),
          sql`${articles.deskId} = any(${memberships.desks})`,
        ),
      ),
    ),
  );
  return exists(
    qb
      .select({ one: sql`1` })
      .from(memberships)
      .where(
        and(
          eq(memberships.newsroomId, articles.newsroomId),
          eq(memberships.userId, person),
          not(memberships.disabled),
          or(named, byDesk),
        ),
      ),
  );
}
