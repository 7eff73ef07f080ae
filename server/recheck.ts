import { v5 } from "uuid";

import { type CommandId, type NewsroomId, SYSTEM } from "~/core/ids";
import { CommandId as CommandIdShape } from "~/core/shapes/ids";
import { watchedArticles } from "~/db/queries/watched";
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
    const id = CommandIdShape.parse(v5(`${cause}/${article}`, NAMESPACE));
    await execute({ db, person: SYSTEM, now }, article, id, { type: "recheckGate" });
  }
}
