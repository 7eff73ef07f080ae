import * as words from "~/app/_lib/words";
import { unreachable } from "~/core/errors";
import { RULES } from "~/core/gate";
import type { DeskId, EvidenceId, UserId } from "~/core/ids";
import type { DeskRules } from "~/core/life";
import type { Desks, NewsroomEvent } from "~/core/newsroom";
import { type Role, ROLE_LABEL } from "~/core/policy";
import type { Words } from "~/core/words";
import type { Detail, Told } from "./sentences";

/** What the sentences about a newsroom need to know: names for ids. */
export interface KnownOfNewsroom {
  readonly person: (id: UserId) => string;
  readonly evidence: (id: EvidenceId) => string;
  readonly desk: (id: DeskId) => string;
}

const { did, label, settingNames } = words.audit;

/** What happened to a newsroom as a sentence that follows the actor's name. */
export function tellOfNewsroom(event: NewsroomEvent, known: KnownOfNewsroom): Told {
  switch (event.type) {
    case "NewsroomFounded":
      return told(did.founded);
    case "SettingChanged": {
      const { name, from, to } = event.body;
      return told(did.setting(settingNames[name], from, to));
    }
    case "DeskAdded":
      return told(did.deskAdded(event.body.name));
    case "DeskRenamed":
      return told(did.deskRenamed(event.body.from, event.body.to));
    case "DeskArchived": {
      const { desk, to } = event.body;
      return told((to ? did.deskArchived : did.deskRestored)(known.desk(desk)));
    }
    case "RulesChanged": {
      const { desk, to } = event.body;
      const says = desk === null ? did.rules : (to ? did.deskRules : did.deskRulesTaken)(known.desk(desk));
      const changed = to && rulesIn(to);
      return told(says, held(label.rules, changed), held(label.reason, event.body.reason));
    }
    case "PersonInvited": {
      const { roles, name, email } = event.body;
      return told(did.invited(listed(roles)), held(label.name, name), held(label.email, email));
    }
    case "InvitationRevoked":
      return told(did.revoked);
    case "MemberJoined":
      return told(did.joined(listed(event.body.roles)));
    case "PasswordLinkMade":
      return told(did.passwordLink(known.person(event.body.person)));
    case "PasswordRenewed": {
      const { person } = event.body;
      return told(
        person === event.actor ? did.passwordRenewedOwn : did.passwordRenewed(known.person(person)),
      );
    }
    case "RolesChanged": {
      const { person, from, to } = event.body;
      return told(did.roles(known.person(person), listed(from), listed(to)));
    }
    case "DesksChanged": {
      const { person, to } = event.body;
      return told(did.desks(known.person(person), desksIn(to, known)));
    }
    case "MemberDisabled": {
      const { person, to } = event.body;
      return told((to ? did.disabled : did.enabled)(known.person(person)));
    }
    case "EvidenceAdded": {
      const { kind, reference, locator, note } = event.body;
      return told(
        did.evidenceAdded(kind),
        held(label.reference, reference),
        held(label.locator, locator),
        held(label.note, note),
      );
    }
    case "EvidenceWithdrawn":
      return told(
        did.evidenceWithdrawn(known.evidence(event.body.evidence)),
        held(label.reason, event.body.reason),
      );
    case "FileAttached":
      return told(did.fileAttached(known.evidence(event.body.evidence)), held(label.file, event.body.name));
    case "FileRemoved":
      return told(
        did.fileRemoved(known.evidence(event.body.evidence)),
        held(label.reason, event.body.reason),
      );
    case "NewsroomTextRedacted":
      return told(did.removedWords, held(label.reason, event.body.reason));
    default:
      return unreachable(event);
  }
}

function told(says: string, ...details: (readonly Detail[])[]): Told {
  return { says, details: details.flat() };
}

function held(name: string, text: Words | string | null): Detail[] {
  return text === null ? [] : [{ label: name, words: text }];
}

function listed(roles: readonly Role[]): string {
  return roles.map((role) => ROLE_LABEL[role]).join(", ");
}

function desksIn(desks: Desks, known: KnownOfNewsroom): string {
  if (desks === "all") return words.audit.allDesks;
  return desks.map(known.desk).join(", ") || words.audit.noDesks;
}

/** What is not as it comes: “G2: off, G4: strict; copy editors publish”; nothing where all is. */
function rulesIn({ gate, copyEditorsPublish }: DeskRules): string | null {
  const tuned = RULES.flatMap((rule) => {
    const level = gate[rule] ?? "standard";
    return level === "standard" ? [] : [`${rule}: ${words.audit.level[level]}`];
  });
  const all = [...tuned, ...(copyEditorsPublish ? [words.audit.copyEditorsPublish] : [])];
  return all.length === 0 ? null : all.join(", ");
}
