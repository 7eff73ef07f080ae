import { can, type Actor } from "./policy";
import type { Grade, Scheme } from "./scheme";

/** What a newsroom looks at to know what comes next: queues of tags, and of articles. */

/** Mine or anybody's to do next; nobody's yet; put in doubt by a new text or by withdrawn evidence. */
export const TAG_QUEUES = ["next", "unclaimed", "stale"] as const;
export type TagQueue = (typeof TAG_QUEUES)[number];

/** Near their deadline with something left to do; out with something still owed. */
export const ARTICLE_QUEUES = ["risk", "debts"] as const;
export type ArticleQueue = (typeof ARTICLE_QUEUES)[number];

/** An article is at risk from so long before its deadline on, in milliseconds. */
export const RISK_AHEAD = 24 * 60 * 60_000;

/** So many rows are changed at once, at most. */
export const MOST_AT_ONCE = 200;

/** Every grade of the schemes once, by name. */
export function gradesIn(schemes: readonly Scheme[]): Grade[] {
  const all = schemes.flatMap(({ grades }) => grades);
  return [...new Map(all.map((grade) => [`${grade.name} ${grade.type} ${grade.attribute}`, grade])).values()];
}

/** Whether a step is the actor's on tags without a grade, and which grades keep it from them. */
export interface Reaching {
  readonly plain: boolean;
  readonly kept: readonly Grade["name"][];
}

/** How far the actor's right to the step reaches over tags of articles that they see. */
export function reachingOver(
  actor: Actor,
  verb: "set verdict" | "approve",
  grades: readonly Grade[],
): Reaching {
  const names = new Set(grades.map(({ name }) => name));
  return {
    plain: can(actor, verb).allowed,
    kept: [...names].filter((name) => !can(actor, verb, { grades: [name] }).allowed),
  };
}
