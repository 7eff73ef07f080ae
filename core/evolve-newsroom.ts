import { unreachable } from "./errors";
import { USUAL_RULES } from "./gate";
import type { DeskId, EvidenceId, InvitationId, UserId } from "./ids";
import type { NewsroomEvent, NewsroomSlice } from "./newsroom";
import { Newsroom } from "./shapes/newsroom";
import type { Desk, Evidence, Invitation, Member } from "./newsroom";
import { removeWords } from "./redaction";

/** The one meaning of a newsroom's log: what each event does to the newsroom, its people, desks and evidence. */

/** What an event changed: the whole of each changed part. */
export interface NewsroomChanges {
  readonly newsroom?: Newsroom;
  readonly desks?: readonly Desk[];
  readonly members?: readonly Member[];
  readonly invitations?: readonly Invitation[];
  readonly evidence?: readonly Evidence[];
}

/** The slice with the changes of event `seq` in it; the old one stays as it was. */
export function applyNewsroomChanges(
  slice: NewsroomSlice,
  changes: NewsroomChanges,
  seq: number,
): NewsroomSlice {
  return {
    seq,
    newsroom: changes.newsroom ?? slice.newsroom,
    desks: withParts(slice.desks, changes.desks, ({ id }) => id),
    members: withParts(slice.members, changes.members, ({ person }) => person),
    invitations: withParts(slice.invitations, changes.invitations, ({ id }) => id),
    evidence: withParts(slice.evidence, changes.evidence, ({ id }) => id),
  };
}

/** The slice after the event: `evolveNewsroom` and `applyNewsroomChanges` in one step. */
export function foldNewsroom(slice: NewsroomSlice, event: NewsroomEvent): NewsroomSlice {
  return applyNewsroomChanges(slice, evolveNewsroom(slice, event), event.seq);
}

/**
 * What the event changes in the slice.
 * @throws Error when the slice lacks what the event is about: the two do not belong together
 */
export function evolveNewsroom(slice: NewsroomSlice, event: NewsroomEvent): NewsroomChanges {
  switch (event.type) {
    case "NewsroomFounded":
      return { newsroom: { ...event.body.newsroom, publicCorrections: "off", rules: USUAL_RULES } };
    case "SettingChanged": {
      const { name, to } = event.body;
      return { newsroom: Newsroom.parse({ ...part(slice.newsroom), [name]: to }) };
    }
    case "DeskAdded":
      return { desks: [{ id: event.body.desk, name: event.body.name, archived: false, rules: null }] };
    case "DeskRenamed":
      return { desks: [{ ...deskIn(slice, event.body.desk), name: event.body.to }] };
    case "DeskArchived":
      return { desks: [{ ...deskIn(slice, event.body.desk), archived: event.body.to }] };
    case "RulesChanged": {
      const { desk, to } = event.body;
      if (desk !== null) return { desks: [{ ...deskIn(slice, desk), rules: to }] };
      return { newsroom: { ...part(slice.newsroom), rules: to ?? USUAL_RULES } };
    }
    case "PersonInvited": {
      const { invitation: id, ...invited } = event.body;
      return { invitations: [{ id, renews: null, ...invited, state: "open" }] };
    }
    case "PasswordLinkMade": {
      const { invitation: id, person: renews, expiresAt } = event.body;
      const { roles, desks } = memberIn(slice, renews);
      return {
        invitations: [{ id, renews, email: null, name: null, roles, desks, expiresAt, state: "open" }],
      };
    }
    case "InvitationRevoked":
      return { invitations: [{ ...invitationIn(slice, event.body.invitation), state: "revoked" }] };
    case "MemberJoined": {
      const { invitation, ...member } = event.body;
      return { members: [{ ...member, disabled: false }], ...(invitation && used(slice, invitation)) };
    }
    case "PasswordRenewed":
      return used(slice, event.body.invitation);
    case "RolesChanged":
      return { members: [{ ...memberIn(slice, event.body.person), roles: event.body.to }] };
    case "DesksChanged":
      return { members: [{ ...memberIn(slice, event.body.person), desks: event.body.to }] };
    case "MemberDisabled":
      return { members: [{ ...memberIn(slice, event.body.person), disabled: event.body.to }] };
    case "EvidenceAdded": {
      const { evidence: id, ...item } = event.body;
      const added = { addedBy: event.actor, addedAt: event.at };
      return { evidence: [{ id, ...item, ...added, withdrawal: null, file: null }] };
    }
    case "EvidenceWithdrawn": {
      const { evidence, reason } = event.body;
      return {
        evidence: [{ ...evidenceIn(slice, evidence), withdrawal: { by: event.actor, at: event.at, reason } }],
      };
    }
    case "FileAttached": {
      const { evidence, ...file } = event.body;
      const attached = { ...file, by: event.actor, at: event.at, removal: null };
      return { evidence: [{ ...evidenceIn(slice, evidence), file: attached }] };
    }
    case "FileRemoved": {
      const { evidence, ref, reason } = event.body;
      const item = evidenceIn(slice, evidence);
      const file = part(item.file);
      const name = removeWords(file.name, ref, event.at);
      const removal = { by: event.actor, at: event.at, reason };
      return { evidence: [{ ...item, file: { ...file, name, removal } }] };
    }
    case "NewsroomTextRedacted":
      return redacted(slice, event.body.ref, event.at);
    default:
      return unreachable(event);
  }
}

function used(slice: NewsroomSlice, id: InvitationId): NewsroomChanges {
  return { invitations: [{ ...invitationIn(slice, id), state: "used" }] };
}

/** Words blanked wherever they show. */
function redacted(slice: NewsroomSlice, ref: string, at: number): NewsroomChanges {
  const invitations = [...slice.invitations.values()].map((invitation) => ({
    ...invitation,
    email: removeWords(invitation.email, ref, at),
    name: removeWords(invitation.name, ref, at),
  }));
  return { invitations, evidence: [...slice.evidence.values()].map((item) => removeFrom(item, ref, at)) };
}

function removeFrom(item: Evidence, ref: string, at: number): Evidence {
  const lapsed = (lapse: Evidence["withdrawal"]) =>
    lapse && { ...lapse, reason: removeWords(lapse.reason, ref, at) };
  const { file } = item;
  return {
    ...item,
    reference: removeWords(item.reference, ref, at),
    locator: removeWords(item.locator, ref, at),
    note: removeWords(item.note, ref, at),
    withdrawal: lapsed(item.withdrawal),
    file: file && { ...file, name: removeWords(file.name, ref, at), removal: lapsed(file.removal) },
  };
}

function withParts<Id, Part>(
  parts: ReadonlyMap<Id, Part>,
  changed: readonly Part[] | undefined,
  idOf: (part: Part) => Id,
): ReadonlyMap<Id, Part> {
  if (!changed) return parts;
  const after = new Map(parts);
  for (const part of changed) after.set(idOf(part), part);
  return after;
}

function part<Part>(found: Part | null | undefined): Part {
  if (!found) throw new Error("The event is about something that the slice lacks.");
  return found;
}

const deskIn = (slice: NewsroomSlice, id: DeskId): Desk => part(slice.desks.get(id));
const memberIn = (slice: NewsroomSlice, id: UserId): Member => part(slice.members.get(id));
const invitationIn = (slice: NewsroomSlice, id: InvitationId): Invitation => part(slice.invitations.get(id));
const evidenceIn = (slice: NewsroomSlice, id: EvidenceId): Evidence => part(slice.evidence.get(id));
