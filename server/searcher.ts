import { DomainError } from "~/core/errors";
import type { NewsroomId } from "~/core/ids";
import { type Actor, reachOf, whoCan } from "~/core/policy";
import type { Searcher } from "~/db/queries/search/conditions";

/** Who looks through the newsroom’s articles, and how far. @throws DomainError forbidden where the policy lets the actor read no text, whoever wrote it */
export function searcherFor(actor: Actor, newsroom: NewsroomId): Searcher {
  const reach = reachOf(actor, "read text");
  if (reach === null)
    throw new DomainError("forbidden", `Reading the newsroom’s articles takes ${whoCan("read text")}.`);
  return { actor, newsroom, reach };
}
