import { v5 } from "uuid";

import { type ArticleId, type CommandId, type NewsroomId, SYSTEM } from "~/core/ids";
import { CommandId as CommandIdShape } from "~/core/shapes/ids";
import { doneCommand } from "~/db/queries/commands";
import { lastRulesChanges, watchedArticles } from "~/db/queries/watched";
import { execute, type Performer } from "./execute";

/**
 * A desk's rules were changed: what was signed off under the former ones may not stand under these. Each article gets
 * one command of Galley's own, its id derived, so that asking again does nothing twice.
 */

/** Derived ids lie in a namespace of their own. @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5 */
const NAMESPACE = "8d3c6a52-0f0b-4d0b-9a55-7c7d2a3f4e90";

/**
 * Asks the gate of every signed or indebted article of the newsroom again.
 * @param cause the command that changed the rules
 */
export async function recheckGates(
  { db, now }: Performer,
  newsroom: NewsroomId,
  cause: CommandId,
): Promise<void> {
  for (const article of await watchedArticles(db, newsroom)) {
    const id = recheckCommand(cause, article);
    await execute({ db, person: SYSTEM, now }, article, id, { type: "recheckGate" });
  }
}

/**
 * A command that began before the rules were changed may still have been decided by the former ones after that; none takes
 * so long, in milliseconds.
 */
const SLACK = 60_000;

/**
 * Asks the gates again that a crash left unasked after the last change of rules. Whatever happens to an article asks its
 * gate too, so that only those need it to which nothing has happened since.
 * @returns how many it asked
 */
export async function finishRechecks({ db, now }: Omit<Performer, "person">): Promise<number> {
  let asked = 0;
  for (const { newsroom, command, at } of await lastRulesChanges(db)) {
    const untouchedSince = new Date(at.getTime() + SLACK);
    for (const article of await watchedArticles(db, newsroom, untouchedSince)) {
      const id = recheckCommand(command, article);
      if (await doneCommand(db, SYSTEM, id)) continue;
      await execute({ db, person: SYSTEM, now }, article, id, { type: "recheckGate" });
      asked += 1;
    }
  }
  return asked;
}

function recheckCommand(cause: CommandId, article: ArticleId): CommandId {
  return CommandIdShape.parse(v5(`${cause}/${article}`, NAMESPACE));
}
