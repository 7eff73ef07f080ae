import type { Article, Slice } from "./article";
import type { Circumstances, Decision } from "./decide";
import { standingTag } from "./decide-tag";
import { DomainError } from "./errors";
import type { UserId } from "./ids";
import { can, mustBeAllowed, type Role, rolesHeld } from "./policy";
import type { TagCommand } from "./shapes/command";
import { UNDECIDED } from "./tag";

/** Whose work a tag's next step is: everybody who tags takes it for themselves, editors give it to others. */

export type AssignCommand = TagCommand & { type: "assignTag" };

/** @throws DomainError as `decide` */
export function assignTag(
  slice: Slice,
  article: Article,
  command: AssignCommand,
  c: Circumstances,
): Decision {
  const tag = standingTag(slice, command.tag);
  const { from, to } = command;
  const as = mayAssign(article, command, c);
  if (tag.assignee === to) return { as, facts: [] };
  if (tag.assignee !== from)
    throw new DomainError("conflict", "Somebody gave this tag to somebody else meanwhile.", tag.assignee);
  if (to !== null) {
    if (!UNDECIDED.some((state) => state === tag.review.state))
      throw new DomainError("illegal-state", `This tag is ${tag.review.state}: nothing is left to do on it.`);
    if (to !== c.actor.id && !c.known.working.has(to))
      throw new DomainError("not-found", "They do not see this article, or do not work on tags.");
  }
  return { as, facts: [{ type: "TagAssigned", body: { tag: tag.id, from, to } }] };
}

/**
 * Taking, and giving back what one has, is everybody's who tags; a checker gives to checkers. From somebody who works on
 * the article no longer it is taken as from nobody.
 */
function mayAssign(article: Article, { from, to }: AssignCommand, { actor, known }: Circumstances): Role {
  const held = from !== null && known.working.has(from) ? from : null;
  const others = [held, to].filter((person) => person !== null && person !== actor.id);
  if (others.length === 0) return mustBeAllowed(actor, "take", { article });
  const isChecker = (person: UserId) => rolesHeld(known.working.get(person) ?? []).includes("checker");
  const amongCheckers = can(actor, "assign: among checkers", { article });
  if (amongCheckers.allowed && others.every((person) => person !== null && isChecker(person)))
    return amongCheckers.as;
  return mustBeAllowed(actor, "assign", { article });
}
