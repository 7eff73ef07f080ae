import type { NewsroomCommand } from "~/core/newsroom";
import { belongsAnywhere } from "~/db/queries/members";
import { endSessions } from "~/db/queries/sessions";
import type { Performer } from "~/server/execute";
import { type AskedOfNewsroom, carryOut, type NewsroomAnswer } from "~/server/execute-newsroom";

/**
 * Disables or enables a member. Whoever is left without a newsroom has their sessions ended in the same
 * transaction, so that enabling them later does not bring a forgotten browser back.
 * @throws DomainError as `executeInNewsroom`
 */
export async function disableMember(
  performer: Performer,
  asked: AskedOfNewsroom & { command: NewsroomCommand & { type: "disableMember" } },
): Promise<NewsroomAnswer> {
  return performer.db.transaction(async (tx) => {
    const answer = await carryOut(tx, performer, asked);
    const { person, disabled } = asked.command;
    if (disabled && !(await belongsAnywhere(tx, person))) await endSessions(tx, person, null);
    return answer;
  });
}
