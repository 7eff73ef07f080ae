import { DomainError } from "~/core/errors";
import type { AnyNewsroomCommand } from "~/core/newsroom";
import { bindToken } from "~/db/queries/invitations";
import type { Performer } from "~/server/execute";
import { type AskedOfNewsroom, carryOut } from "~/server/execute-newsroom";
import { hashOfToken, makeToken, pathOfLink } from "./links";

/** The commands that come to a one-time link. */
type Offer = AskedOfNewsroom & {
  readonly command: AnyNewsroomCommand & { type: "invitePerson" | "makePasswordLink" | "inviteFirstAdmin" };
};

/**
 * Makes an invitation, or a member's way to a new password, and the link that opens it: the one time that it
 * is known. Asked again (the answer was lost on the way), it gives another link, and the first opens nothing.
 * @returns the link's path
 * @throws DomainError as `executeInNewsroom`
 */
export async function makeLink(performer: Performer, asked: Offer): Promise<string> {
  const token = makeToken();
  await performer.db.transaction(async (tx) => {
    await carryOut(tx, performer, asked);
    if (!(await bindToken(tx, asked.newsroomId, asked.command.invitation, hashOfToken(token)))) {
      throw new DomainError("conflict", "This link was used or revoked meanwhile. Make a new one.");
    }
  });
  return pathOfLink(token);
}
