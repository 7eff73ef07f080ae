import type { NewsroomCircumstances, NewsroomDecision } from "./decide-newsroom";
import { DomainError, unreachable } from "./errors";
import type { InvitationId, UserId } from "./ids";
import type {
  AnyNewsroomCommand,
  Desks,
  Invitation,
  Member,
  Newsroom,
  NewsroomFact,
  NewsroomSlice,
} from "./newsroom";
import { inOrder, isAdmin, keepAnAdmin, rolesProblem, sameRoles } from "./newsroom-roles";
import { mustBeAllowed, type Role } from "./policy";
import { wordsOf } from "./words";

/**
 * What becomes of a newsroom's people: they are invited, join by a one-time link, hold roles and desks, are
 * disabled and enabled. The last administrator stays, and nobody shuts themselves out.
 */

export type MembersCommand = Extract<
  AnyNewsroomCommand,
  {
    type:
      | "invitePerson"
      | "inviteFirstAdmin"
      | "revokeInvitation"
      | "join"
      | "makePasswordLink"
      | "renewPassword"
      | "changeRoles"
      | "changeDesks"
      | "disableMember";
  }
>;

const DAY = 24 * 60 * 60 * 1000;

/** @throws DomainError as `decideNewsroom` */
export function decideMembers(
  slice: NewsroomSlice,
  newsroom: Newsroom,
  command: MembersCommand,
  c: NewsroomCircumstances,
): NewsroomDecision {
  switch (command.type) {
    case "join":
      return join(slice, command, c);
    case "renewPassword":
      return renewPassword(slice, command, c);
    case "inviteFirstAdmin":
      return inviteFirstAdmin(slice, command, c);
    default:
      return { as: mustBeAllowed(c.actor, "manage members"), facts: manage(slice, newsroom, command, c) };
  }
}

function manage(
  slice: NewsroomSlice,
  newsroom: Newsroom,
  command: Exclude<MembersCommand, { type: "join" | "renewPassword" | "inviteFirstAdmin" }>,
  c: NewsroomCircumstances,
): NewsroomFact[] {
  switch (command.type) {
    case "invitePerson":
      return invite(slice, newsroom, command, c);
    case "revokeInvitation": {
      const invitation = invitationIn(slice, command.invitation);
      if (invitation.state === "revoked") return [];
      if (invitation.state === "used")
        throw new DomainError("illegal-state", "This link was used already. Disable the member instead.");
      return [{ type: "InvitationRevoked", body: { invitation: invitation.id } }];
    }
    case "makePasswordLink":
      return offerPassword(slice, command, c);
    case "changeRoles": {
      const member = memberIn(slice, command.person);
      const to = inOrder(command.to);
      if (sameRoles(member.roles, to)) return [];
      if (!sameRoles(member.roles, command.from)) {
        throw new DomainError("conflict", "Somebody changed these roles meanwhile.", member.roles);
      }
      mustFit(newsroom, to);
      if (!to.includes("admin")) keepAnAdmin(slice.members.values(), member);
      return [{ type: "RolesChanged", body: { person: member.person, from: member.roles, to } }];
    }
    case "changeDesks": {
      const member = memberIn(slice, command.person);
      const to = knownDesks(slice, command.to, member.desks);
      if (sameDesks(member.desks, to)) return [];
      if (!sameDesks(member.desks, command.from)) {
        throw new DomainError("conflict", "Somebody changed these desks meanwhile.", member.desks);
      }
      return [{ type: "DesksChanged", body: { person: member.person, from: member.desks, to } }];
    }
    case "disableMember": {
      const member = memberIn(slice, command.person);
      if (member.disabled === command.disabled) return [];
      if (command.disabled) {
        if (member.person === c.actor.id) {
          throw new DomainError("illegal-state", "Nobody disables themselves. Ask another administrator.");
        }
        keepAnAdmin(slice.members.values(), member);
      } else mustFit(newsroom, member.roles);
      return [
        {
          type: "MemberDisabled",
          body: { person: member.person, from: member.disabled, to: command.disabled },
        },
      ];
    }
    default:
      return unreachable(command);
  }
}

/** An open invitation that has expired makes way; one that has not is revoked by hand, so that no link dies unnoticed. */
function invite(
  slice: NewsroomSlice,
  newsroom: Newsroom,
  command: MembersCommand & { type: "invitePerson" },
  c: NewsroomCircumstances,
): NewsroomFact[] {
  const { invitation, email, name, days } = command;
  mustBeNew(slice, invitation);
  const roles = inOrder(command.roles);
  mustFit(newsroom, roles);
  const desks = knownDesks(slice, command.desks);
  refuseMember(c.known.account === null ? undefined : slice.members.get(c.known.account), email);
  const earlier = [...slice.invitations.values()].filter(
    (other) => other.state === "open" && other.renews === null && other.email?.words === email,
  );
  if (earlier.some(({ expiresAt }) => expiresAt > c.now)) {
    throw new DomainError(
      "conflict",
      `${email} has an open invitation already. Revoke it, then invite anew.`,
    );
  }
  return [
    ...earlier.map(revoked),
    {
      type: "PersonInvited",
      body: {
        invitation,
        email: wordsOf(email),
        name: wordsOf(name),
        roles,
        desks,
        expiresAt: c.now + days * DAY,
      },
    },
  ];
}

function refuseMember(member: Member | undefined, email: string): void {
  if (!member) return;
  throw new DomainError(
    "conflict",
    member.disabled
      ? `${email} belongs to a member who is disabled. Enable them in the list instead.`
      : `${email} belongs to a member already. Change their roles in the list instead.`,
    member.person,
  );
}

/** The way into a newsroom that nobody can manage: a link whose holder says who they are. */
function inviteFirstAdmin(
  slice: NewsroomSlice,
  { invitation, days }: MembersCommand & { type: "inviteFirstAdmin" },
  c: NewsroomCircumstances,
): NewsroomDecision {
  if (c.actor.roles.every((role) => role !== "system"))
    throw new DomainError("forbidden", "Only Galley itself makes this link.");
  mustBeNew(slice, invitation);
  if ([...slice.members.values()].some(isAdmin)) {
    throw new DomainError(
      "illegal-state",
      "This newsroom has an administrator. They invite whoever is to join.",
    );
  }
  const earlier = [...slice.invitations.values()].filter(
    ({ state, email, renews }) => state === "open" && !email && !renews,
  );
  const roles: Role[] = ["admin"];
  const body = {
    invitation,
    email: null,
    name: null,
    roles,
    desks: "all" as const,
    expiresAt: c.now + days * DAY,
  };
  return { as: "system", facts: [...earlier.map(revoked), { type: "PersonInvited", body }] };
}

/** Nobody holds a role yet who joins; it is Galley that lets them in, by the link. */
function join(
  slice: NewsroomSlice,
  { person, invitation: id }: MembersCommand & { type: "join" },
  c: NewsroomCircumstances,
): NewsroomDecision {
  const { roles, desks, renews } = usable(slice, id, c);
  if (renews !== null) throw linkDead();
  if (slice.members.has(person)) {
    throw new DomainError("conflict", "You are a member of this newsroom already. Sign in.");
  }
  return { as: "system", facts: [{ type: "MemberJoined", body: { person, invitation: id, roles, desks } }] };
}

/**
 * A link by which a member sets a new password. Not for members of other newsrooms too: an administrator here
 * could sign in as them there.
 */
function offerPassword(
  slice: NewsroomSlice,
  { invitation, person, days }: MembersCommand & { type: "makePasswordLink" },
  c: NewsroomCircumstances,
): NewsroomFact[] {
  mustBeNew(slice, invitation);
  const member = memberIn(slice, person);
  if (member.disabled) throw new DomainError("illegal-state", "This member is disabled. Enable them first.");
  if (c.known.elsewhere) {
    throw new DomainError(
      "forbidden",
      "This person works for another newsroom too, so no administrator of one can give them a password. They change it themselves, or whoever runs this server does.",
    );
  }
  const earlier = [...slice.invitations.values()].filter(
    ({ state, renews }) => state === "open" && renews === person,
  );
  const body = { invitation, person, expiresAt: c.now + days * DAY };
  return [...earlier.map(revoked), { type: "PasswordLinkMade", body }];
}

function renewPassword(
  slice: NewsroomSlice,
  { person, invitation: id }: MembersCommand & { type: "renewPassword" },
  c: NewsroomCircumstances,
): NewsroomDecision {
  const { renews } = usable(slice, id, c);
  if (renews !== person || slice.members.get(person)?.disabled !== false || c.known.elsewhere)
    throw linkDead();
  return { as: "system", facts: [{ type: "PasswordRenewed", body: { invitation: id, person } }] };
}

function revoked({ id: invitation }: Invitation): NewsroomFact {
  return { type: "InvitationRevoked", body: { invitation } };
}

/** The one answer for a link that was used, revoked, has expired, or never was. */
export function linkDead(): DomainError {
  return new DomainError(
    "not-found",
    "This link no longer works. Links work once and for some days; ask for a new one.",
  );
}

function usable(slice: NewsroomSlice, id: InvitationId, { now }: NewsroomCircumstances): Invitation {
  const invitation = slice.invitations.get(id);
  if (invitation?.state !== "open" || invitation.expiresAt <= now) throw linkDead();
  return invitation;
}

function mustFit({ deskKind }: Newsroom, roles: readonly Role[]): void {
  const problem = rolesProblem(deskKind, roles);
  if (problem) throw new DomainError("bad-input", problem);
}

/** The desks once each. Archived ones stay with whoever has them, and are given to nobody else. */
function knownDesks(slice: NewsroomSlice, desks: Desks, held: Desks = []): Desks {
  if (desks === "all") return "all";
  for (const id of desks) {
    const desk = slice.desks.get(id);
    if (!desk) throw new DomainError("not-found", "There is no such desk in this newsroom.");
    if (desk.archived && !held.includes(id))
      throw new DomainError("illegal-state", `The desk ${desk.name} is archived.`);
  }
  return [...new Set(desks)];
}

function sameDesks(a: Desks, b: Desks): boolean {
  if (a === "all" || b === "all") return a === b;
  return [...a].sort().join() === [...b].sort().join();
}

function memberIn(slice: NewsroomSlice, person: UserId): Member {
  const member = slice.members.get(person);
  if (!member) throw new DomainError("not-found", "There is no such member in this newsroom.");
  return member;
}

function invitationIn(slice: NewsroomSlice, id: InvitationId): Invitation {
  const invitation = slice.invitations.get(id);
  if (!invitation) throw new DomainError("not-found", "There is no such invitation in this newsroom.");
  return invitation;
}

function mustBeNew(slice: NewsroomSlice, id: InvitationId): void {
  if (slice.invitations.has(id)) throw new DomainError("conflict", "This invitation is already here.", id);
}
