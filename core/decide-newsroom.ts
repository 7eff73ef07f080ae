import { decideEvidence, type EvidenceCommand } from "./decide-evidence";
import { decideMembers, type MembersCommand } from "./decide-members";
import { DomainError, unreachable } from "./errors";
import { RULES, STRICTER } from "./gate";
import type { DeskId, LogId, UserId } from "./ids";
import { sameRules } from "./life";
import { type Asking, type Decided, envelope } from "./log";
import type {
  AnyNewsroomCommand,
  Desk,
  NewsroomEvent,
  NewsroomFact,
  NewsroomSlice,
  Setting,
} from "./newsroom";
import { FourEyes, Newsroom } from "./shapes/newsroom";
import { rolesProblem } from "./newsroom-roles";
import { mustBeAllowed, type Role } from "./policy";
import { DeskKind } from "./shapes/policy";
import { wordsOf } from "./words";

/**
 * What a command to a newsroom comes to, given what stands: the facts that follow, or a refusal. Pure, as
 * `decide` is for articles.
 */

export interface NewsroomCircumstances extends Asking {
  /** What lies outside the newsroom's slice and the command asks about. */
  readonly known: {
    /** Whose account has the e-mail address that the command names, if anybody's. */
    readonly account: UserId | null;
    /** Whether the person whom the command names belongs to another newsroom too. */
    readonly elsewhere: boolean;
    /** The names of the newsroom's members. */
    readonly names: ReadonlyMap<UserId, string>;
    /** The places in the newsroom's log that the command names and that hold words. */
    readonly refs: ReadonlySet<string>;
  };
}

/** What follows, and the role by which the actor could do it. */
export interface NewsroomDecision {
  readonly as: Role;
  readonly facts: readonly Decided<NewsroomFact>[];
}

/**
 * The facts that follow from the command.
 * @throws DomainError not-found, forbidden, conflict (with the present value), illegal-state or bad-input
 */
export function decideNewsroom(
  slice: NewsroomSlice,
  command: AnyNewsroomCommand,
  c: NewsroomCircumstances,
): NewsroomDecision {
  if (command.type === "foundNewsroom") return found(slice, command);
  const { newsroom } = slice;
  if (!newsroom) throw new DomainError("not-found", "There is no such newsroom.");
  switch (command.type) {
    case "changeSetting":
      return changeSetting(slice, newsroom, command, c);
    case "addDesk":
    case "renameDesk":
    case "archiveDesk":
      return decideDesks(slice, command, c);
    case "changeRules":
      return changeRules(slice, newsroom, command, c);
    case "addEvidence":
    case "withdrawEvidence":
    case "attachFile":
    case "removeFile":
      return decideEvidence(slice, command satisfies EvidenceCommand, c);
    case "redactNewsroomText":
      return redact(slice, command, c);
    case "invitePerson":
    case "inviteFirstAdmin":
    case "revokeInvitation":
    case "join":
    case "makePasswordLink":
    case "renewPassword":
    case "changeRoles":
    case "changeDesks":
    case "disableMember":
      return decideMembers(slice, newsroom, command satisfies MembersCommand, c);
    default:
      return unreachable(command);
  }
}

/** The facts as the events that the newsroom's log will hold after the slice's last. */
export function newsroomEventsOf(
  slice: NewsroomSlice,
  { as, facts }: NewsroomDecision,
  log: LogId,
  asking: Asking,
): NewsroomEvent[] {
  return facts.map(({ undoes, ...fact }, index) => ({
    ...envelope({ log, seq: slice.seq + 1 + index, revision: null }, as, undoes, asking),
    ...fact,
  }));
}

function found(
  slice: NewsroomSlice,
  { newsroom, founder }: AnyNewsroomCommand & { type: "foundNewsroom" },
): NewsroomDecision {
  if (slice.newsroom) throw new DomainError("conflict", "This newsroom is already here.", slice.newsroom.id);
  const facts: NewsroomFact[] = [{ type: "NewsroomFounded", body: { newsroom } }];
  if (founder) {
    const problem = rolesProblem(newsroom.deskKind, founder.roles);
    if (problem) throw new DomainError("bad-input", problem);
    facts.push({ type: "MemberJoined", body: { ...founder, desks: "all", invitation: null } });
  }
  return { as: "system", facts };
}

const SETTING_EXPECTED: Record<Setting, string> = {
  name: "A newsroom’s name has 1 to 120 characters.",
  deskKind: "A desk is full or small.",
  fourEyes: "Four eyes are required or recorded.",
  publicCorrections: "The public page of corrections is on or off.",
};

function changeSetting(
  slice: NewsroomSlice,
  newsroom: Newsroom,
  { name, from, to }: AnyNewsroomCommand & { type: "changeSetting" },
  c: NewsroomCircumstances,
): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "manage newsroom");
  const present = newsroom[name];
  if (present === to) return { as, facts: [] };
  if (present !== from) throw new DomainError("conflict", "Somebody changed this meanwhile.", present);
  if (!Newsroom.shape[name].safeParse(to).success) throw new DomainError("bad-input", SETTING_EXPECTED[name]);
  if (name === "deskKind") everybodyMustFit(slice, DeskKind.parse(to), c);
  if (name === "fourEyes") FourEyes.parse(to);
  return { as, facts: [{ type: "SettingChanged", body: { name, from, to } }] };
}

/** Members, also disabled ones, and people invited hold roles that the other kind of desk must have. */
function everybodyMustFit(slice: NewsroomSlice, kind: DeskKind, { known, now }: NewsroomCircumstances): void {
  const misfits = [...slice.members.values()]
    .filter(({ roles }) => rolesProblem(kind, roles) !== null)
    .map(({ person }) => known.names.get(person) ?? "somebody");
  for (const { state, renews, expiresAt, roles, name } of slice.invitations.values()) {
    const awaited = state === "open" && renews === null && expiresAt > now;
    if (awaited && rolesProblem(kind, roles) !== null) misfits.push(`${name?.words ?? "somebody"} (invited)`);
  }
  if (misfits.length === 0) return;
  throw new DomainError(
    "illegal-state",
    `A ${kind} desk lacks the roles of ${misfits.join(", ")}. Give them roles that both kinds of desk have, then change it.`,
  );
}

/** How a desk, or the newsroom where a desk has no rules of its own, runs its stories: on the record, with a reason. */
function changeRules(
  slice: NewsroomSlice,
  newsroom: Newsroom,
  { desk: id, from, to, reason }: AnyNewsroomCommand & { type: "changeRules" },
  c: NewsroomCircumstances,
): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "manage newsroom");
  const desk = id === null ? null : slice.desks.get(id);
  if (desk === undefined) throw new DomainError("not-found", "There is no such desk in this newsroom.");
  if (desk === null && to === null) throw new DomainError("bad-input", "A newsroom has rules of its own.");
  const present = desk === null ? newsroom.rules : desk.rules;
  if (sameRules(present, to)) return { as, facts: [] };
  if (!sameRules(present, from))
    throw new DomainError("conflict", "Somebody changed these rules meanwhile.", present);
  const tooStrict = RULES.find((rule) => to?.gate[rule] === "strict" && !STRICTER.includes(rule));
  if (tooStrict) throw new DomainError("bad-input", `${tooStrict} is on or off; it cannot be stricter.`);
  const body = { desk: id, from: present, to, reason: wordsOf(reason) };
  return { as, facts: [{ type: "RulesChanged", body }] };
}

function decideDesks(
  slice: NewsroomSlice,
  command: AnyNewsroomCommand & { type: "addDesk" | "renameDesk" | "archiveDesk" },
  c: NewsroomCircumstances,
): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "manage newsroom");
  const desk = slice.desks.get(command.desk);
  if (command.type === "addDesk") {
    if (desk) throw new DomainError("conflict", "This desk is already here.", desk.name);
    refuseTwin(slice, command.desk, command.name);
    return { as, facts: [{ type: "DeskAdded", body: { desk: command.desk, name: command.name } }] };
  }
  if (!desk) throw new DomainError("not-found", "There is no such desk in this newsroom.");
  if (command.type === "renameDesk") {
    if (desk.name === command.to) return { as, facts: [] };
    if (desk.name !== command.from)
      throw new DomainError("conflict", "Somebody renamed this desk meanwhile.", desk.name);
    if (!desk.archived) refuseTwin(slice, desk.id, command.to);
    return { as, facts: [{ type: "DeskRenamed", body: { desk: desk.id, from: desk.name, to: command.to } }] };
  }
  if (desk.archived === command.archived) return { as, facts: [] };
  if (!command.archived) refuseTwin(slice, desk.id, desk.name);
  return {
    as,
    facts: [{ type: "DeskArchived", body: { desk: desk.id, from: desk.archived, to: command.archived } }],
  };
}

/** Two desks of one name could not be told apart; archived ones are out of the way. */
function refuseTwin(slice: NewsroomSlice, id: DeskId, name: string): void {
  const same = (desk: Desk) => desk.name.trim().toLowerCase() === name.trim().toLowerCase();
  for (const desk of slice.desks.values()) {
    if (desk.id !== id && !desk.archived && same(desk)) {
      throw new DomainError(
        "conflict",
        `There is a desk named ${desk.name} already. Choose another name.`,
        desk.id,
      );
    }
  }
}

/** Of an open invitation neither name nor address can go: whoever holds its link could no longer join. */
function redact(
  slice: NewsroomSlice,
  { ref, reason }: AnyNewsroomCommand & { type: "redactNewsroomText" },
  c: NewsroomCircumstances,
): NewsroomDecision {
  const as = mustBeAllowed(c.actor, "redact");
  if (!c.known.refs.has(ref))
    throw new DomainError("not-found", "There are no such words in this newsroom’s record.");
  for (const { state, email, name } of slice.invitations.values()) {
    if (state === "open" && (email?.ref === ref || name?.ref === ref)) {
      throw new DomainError(
        "illegal-state",
        "An open invitation needs these words. Revoke it first, then they can be removed.",
      );
    }
  }
  return { as, facts: [{ type: "NewsroomTextRedacted", body: { ref, reason: wordsOf(reason) } }] };
}
