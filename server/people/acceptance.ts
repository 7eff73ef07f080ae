import { randomUUID } from "node:crypto";

import { linkDead } from "~/core/decide-members";
import { DomainError } from "~/core/errors";
import type { CommandId } from "~/core/ids";
import { UserId } from "~/core/shapes/ids";
import { Email } from "~/core/shapes/newsroom";
import type { Database, Queryable, Transaction } from "~/db/client";
import { linkWithHash, type OpenedLink } from "~/db/queries/invitations";
import { addUser } from "~/db/queries/members";
import { lockNewsroom } from "~/db/queries/newsroom-slices";
import { replacePassword } from "~/db/queries/sessions";
import { type Account, accountOf } from "~/db/queries/users";
import { beginAttempt } from "~/server/auth/limits";
import { hashPassword, passwordProblem, verifyPassword } from "~/server/auth/passwords";
import { carryOut } from "~/server/execute-newsroom";
import { hashOfToken } from "./links";

/**
 * What happens to whoever opens a one-time link. A link that was used or revoked, has expired or never was
 * is the same to everybody: dead.
 */

/** What a link is for: joining, setting up a newsroom as its first administrator, or a new password. */
export type LinkPurpose = "join" | "set-up" | "new-password";

/** What the page behind a link shows. */
export interface LinkInView {
  readonly purpose: LinkPurpose;
  readonly newsroom: { readonly name: string; readonly slug: string };
  /** Null for a first administrator, who says it. */
  readonly person: { readonly name: string; readonly email: string } | null;
  /** The person has an account, made in another newsroom, and joins with its password. */
  readonly hasAccount: boolean;
  readonly expiresAt: Date;
}

/** @throws DomainError not-found for a link that is dead */
export async function lookAtLink(db: Database, token: string, now: number): Promise<LinkInView> {
  const link = await openLink(db, token, now);
  const person = personOf(link);
  const account = person && !link.renewed ? await accountOf(db, person.email) : null;
  return {
    purpose: link.renewed ? "new-password" : person ? "join" : "set-up",
    newsroom: { name: link.newsroom.name, slug: link.newsroom.slug },
    person,
    hasAccount: account !== null,
    expiresAt: new Date(link.invitation.expiresAt),
  };
}

/** What the holder of a link answers. */
export interface Acceptance {
  readonly token: string;
  readonly commandId: CommandId;
  /** A new one, or, with an account already, the one it has. */
  readonly password: string;
  /** Who a first administrator is; ignored where the link says it. */
  readonly self: { readonly name: string; readonly email: string } | null;
}

/**
 * Lets the holder in, or gives them the new password: account, membership and the end of the link in one
 * transaction. A new password ends all of the person's sessions.
 * @throws DomainError not-found for a dead link, bad-input for a weak password, forbidden for a wrong one
 */
export async function acceptLink(
  db: Database,
  { token, commandId, password, self }: Acceptance,
  now: () => number,
): Promise<{ email: string; newsroom: string }> {
  const link = await openLink(db, token, now());
  const person = personOf(link) ?? self;
  if (!person) throw new DomainError("bad-input", "Say your name and e-mail address.");
  const email = Email.parse(person.email);
  const newsroomId = link.newsroom.id;
  const invitation = link.invitation.id;
  const answer = { email, newsroom: link.newsroom.slug };

  const { renews } = link.invitation;
  if (renews) {
    const passwordHash = await hashOfNew(password, person);
    await db.transaction(async (tx) => {
      // The same request at the same moment, perhaps with another password, would get the answer of the first.
      await lockNewsroom(tx, newsroomId);
      await openLink(tx, token, now());
      const command = { type: "renewPassword", person: renews, invitation } as const;
      await carryOut(tx, { person: renews, now }, { newsroomId, commandId, command });
      await replacePassword(tx, renews, passwordHash, null);
    });
    return answer;
  }

  const account = await accountOf(db, email);
  const enter = async (tx: Transaction, id: UserId) => {
    const command = { type: "join", person: id, invitation } as const;
    await carryOut(tx, { person: id, now }, { newsroomId, commandId, command });
  };
  if (account) {
    await mustBeTheirs(db, account, { email, password, token, now: now() });
    await db.transaction((tx) => enter(tx, account.person));
    return answer;
  }
  const passwordHash = await hashOfNew(password, person);
  const id = UserId.parse(randomUUID());
  await db.transaction(async (tx) => {
    const user = { id, email, name: person.name.trim(), passwordHash, createdAt: new Date(now()) };
    // Somebody made this account at the same moment: with this link, or by joining another newsroom.
    if (!(await addUser(tx, user))) throw linkDead();
    await enter(tx, id);
  });
  return answer;
}

async function openLink(db: Queryable, token: string, now: number): Promise<OpenedLink> {
  const link = await linkWithHash(db, hashOfToken(token));
  if (!link || link.invitation.state !== "open" || link.invitation.expiresAt <= now) throw linkDead();
  return link;
}

function personOf({ renewed, invitation }: OpenedLink): { name: string; email: string } | null {
  if (renewed) return renewed;
  const { name, email } = invitation;
  return name?.words && email?.words ? { name: name.words, email: email.words } : null;
}

async function hashOfNew(password: string, owner: { name: string; email: string }): Promise<string> {
  const problem = passwordProblem(password, owner);
  if (problem) throw new DomainError("bad-input", problem);
  return hashPassword(password);
}

/** The account's own password opens the link for it, tried no more often than in signing in. */
async function mustBeTheirs(
  db: Database,
  account: Account,
  { email, password, token, now }: { email: string; password: string; token: string; now: number },
): Promise<void> {
  const attempt = await beginAttempt(db, { email, address: hashOfToken(token) }, now);
  if (attempt.waitMs > 0) {
    const minutes = Math.ceil(attempt.waitMs / 60_000);
    throw new DomainError(
      "forbidden",
      `Too many wrong passwords. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`,
    );
  }
  if (!(await verifyPassword(account.passwordHash, password))) {
    throw new DomainError("forbidden", "This is not the password of your account. Try again.");
  }
  await attempt.succeeded();
}
