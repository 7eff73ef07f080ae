import { and, eq, inArray, isNotNull, isNull, ne, not, or, type SQL, sql } from "drizzle-orm";

import type { Newsroom } from "~/core/newsroom";
import type { Actor } from "~/core/policy";
import { gradesIn, type Reaching, reachingOver } from "~/core/queue";
import type { Grade, Scheme } from "~/core/scheme";
import type { TagQueueAsked } from "~/core/shapes/queue";
import { UNDECIDED } from "~/core/tag";
import { articles, tags } from "~/db/schema/articles";
import type { Searcher } from "~/db/queries/search/conditions";
import { visibleTo, withinReach } from "~/db/queries/visible";

/** What a queue asks of the rows that it goes through. */

/** Whose queue it is, over what they may read, and what the newsroom's tags mean. */
export interface Looker extends Searcher {
  readonly fourEyes: Newsroom["fourEyes"];
  readonly schemes: readonly Scheme[];
}

/** True of articles whose text the person may read, of the desk that was asked for. */
export function isLookedAt(
  { actor, newsroom, reach }: Searcher,
  desk: TagQueueAsked["desk"],
): SQL | undefined {
  return and(
    eq(articles.newsroomId, newsroom),
    visibleTo(actor.id),
    withinReach(actor.id, reach),
    desk === null ? undefined : desk === "none" ? isNull(articles.deskId) : eq(articles.deskId, desk),
  );
}

/** True of tags that carry one of the grades. */
export function hasGrade(schemes: readonly Scheme[], names: readonly Grade["name"][]): SQL {
  const such = gradesIn(schemes).filter(({ name }) => names.includes(name));
  const carries = such.map(({ type, attribute, equals }) =>
    and(eq(tags.type, type), sql`${tags.attributes} ->> ${attribute} = ${String(equals)}`),
  );
  return or(...carries) ?? sql`false`;
}

/** True of what must be checked, as its place in the order has it. */
export function isMust({ schemes }: Looker): SQL<boolean> {
  return sql<boolean>`(${hasGrade(schemes, ["must"])})`;
}

/** True of tags whose next step is somebody's, as `claimedBy` has it, who still works here and sees the article. */
const isClaimed = and(
  isNotNull(tags.assigneeId),
  visibleTo(sql`${tags.assigneeId}`),
  or(ne(tags.state, "checked"), sql`${tags.assigneeId} is distinct from ${tags.verdictBy}`),
);

/** True of tags whose next step was given to the person, or taken. */
export function isGivenTo({ id }: Actor): SQL | undefined {
  return and(
    eq(tags.assigneeId, id),
    or(ne(tags.state, "checked"), sql`${tags.verdictBy} is distinct from ${id}::uuid`),
  );
}

/** True of tags that nobody has; the next step of which is anybody's. */
export const isUnclaimed: SQL = not(isClaimed ?? sql`true`);

/** True of tags on which the next step is one that the person may take: a verdict, or an approval. */
function mayDecide(looker: Looker): SQL {
  const { actor, schemes, fourEyes } = looker;
  const grades = gradesIn(schemes);
  const verdict = and(
    ne(articles.authorId, actor.id),
    reaches(looker, reachingOver(actor, "set verdict", grades)),
  );
  const approval = and(
    fourEyes === "required" ? ne(tags.verdictBy, actor.id) : undefined,
    reaches(looker, reachingOver(actor, "approve", grades)),
  );
  // One condition, not two of which Postgres would look up each in an index over the whole newsroom.
  return sql`case when ${tags.state} = 'checked' then ${approval ?? sql`true`} else ${verdict ?? sql`true`} end`;
}

function reaches({ schemes }: Looker, { plain, kept }: Reaching): SQL | undefined {
  const all = gradesIn(schemes).map(({ name }) => name);
  return and(
    plain ? undefined : hasGrade(schemes, all),
    kept.length > 0 ? not(hasGrade(schemes, kept)) : undefined,
  );
}

/** True of the tags that the queue has, narrowed as asked. */
export function isQueued(looker: Looker, asked: TagQueueAsked): SQL | undefined {
  const { queue, type, state, must, mine } = asked;
  const given = isGivenTo(looker.actor);
  return and(
    inArray(tags.state, state === null ? [...UNDECIDED] : [state]),
    queue === "next" ? or(given, and(isUnclaimed, mayDecide(looker))) : undefined,
    queue === "unclaimed" ? isUnclaimed : undefined,
    queue === "stale" ? eq(tags.state, "stale") : undefined,
    type === null ? undefined : eq(tags.type, type),
    must ? isMust(looker) : undefined,
    mine ? given : undefined,
  );
}
