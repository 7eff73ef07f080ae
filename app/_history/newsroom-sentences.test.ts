import { describe, expect, it } from "vitest";

import { USUAL_RULES } from "~/core/gate";
import { InvitationId } from "~/core/shapes/ids";
import type { NewsroomEvent } from "~/core/newsroom";
import { NewsroomFact } from "~/core/shapes/newsroom";
import { commandNumber, DESK, EVIDENCE, idNumber, NEWSROOM, ONE, TWO } from "~/core/testing";
import { wordsOf } from "~/core/words";
import { tellOfNewsroom } from "./newsroom-sentences";

const known = {
  person: (id: string) => (id === ONE ? "Ana" : "Jon"),
  evidence: () => "Survey of 2024",
  desk: () => "City",
};
const invitation = InvitationId.parse(idNumber(0xd1));
const newsroom = { id: NEWSROOM, slug: "courier", name: "Courier", deskKind: "full", fourEyes: "required" };
const member = { roles: ["checker", "standards"], desks: "all" };
const invited = {
  invitation,
  email: wordsOf("jon@example.org"),
  name: wordsOf("Jon"),
  ...member,
  expiresAt: 5,
};
const item = {
  evidence: EVIDENCE,
  kind: "document",
  reference: wordsOf("Minutes"),
  locator: wordsOf("p. 3"),
  retrievedAt: null,
  note: null,
};
const file = {
  evidence: EVIDENCE,
  sha256: "0".repeat(64),
  bytes: 5,
  mediaType: "application/pdf",
  name: wordsOf("a.pdf"),
};
const reason = wordsOf("A draft.");

type Bodies = { [Type in NewsroomFact["type"]]: unknown };
/** Bodies, each with the sentence and the details that it comes to. A kind of event without cases does not compile. */
const cases: { [Type in keyof Bodies]: readonly (readonly [unknown, ...string[]])[] } = {
  NewsroomFounded: [[{ newsroom }, "founded the newsroom"]],
  SettingChanged: [
    [
      { name: "fourEyes", from: "required", to: "recorded" },
      "changed the rule of four eyes from required to recorded",
    ],
    [
      { name: "publicCorrections", from: "off", to: "on" },
      "changed the public page of corrections from off to on",
    ],
  ],
  DeskAdded: [[{ desk: DESK, name: "City" }, "added the desk City"]],
  DeskRenamed: [[{ desk: DESK, from: "City", to: "Town" }, "renamed the desk City to Town"]],
  DeskArchived: [
    [{ desk: DESK, from: false, to: true }, "archived the desk City"],
    [{ desk: DESK, from: true, to: false }, "restored the desk City"],
  ],
  RulesChanged: [
    [
      {
        desk: null,
        from: USUAL_RULES,
        to: { gate: { G2: "off", G4: "strict", G1: "standard" }, copyEditorsPublish: true },
        reason,
      },
      "changed the newsroom’s rules",
      "Not as they come: G2: off, G4: strict, copy editors publish",
      "Reason: A draft.",
    ],
    [
      { desk: DESK, from: null, to: USUAL_RULES, reason },
      "changed the rules of the desk City",
      "Reason: A draft.",
    ],
    [
      { desk: DESK, from: USUAL_RULES, to: null, reason },
      "gave the desk City the newsroom’s rules",
      "Reason: A draft.",
    ],
  ],
  PersonInvited: [
    [invited, "invited somebody as checker, standards editor", "Name: Jon", "E-mail: jon@example.org"],
  ],
  InvitationRevoked: [[{ invitation }, "took an invitation back"]],
  MemberJoined: [[{ person: ONE, invitation, ...member }, "joined as checker, standards editor"]],
  PasswordLinkMade: [[{ invitation, person: TWO, expiresAt: 5 }, "made a link for a new password for Jon"]],
  PasswordRenewed: [
    [{ invitation, person: ONE }, "set a new password by a link"],
    [{ invitation, person: TWO }, "set a new password for Jon by a link"],
  ],
  RolesChanged: [
    [
      { person: TWO, from: ["checker"], to: ["standards"] },
      "changed the roles of Jon from checker to standards editor",
    ],
  ],
  DesksChanged: [
    [{ person: TWO, from: "all", to: [DESK] }, "gave Jon these desks: City"],
    [{ person: TWO, from: "all", to: [] }, "gave Jon these desks: none"],
    [{ person: TWO, from: [], to: "all" }, "gave Jon these desks: all desks"],
  ],
  MemberDisabled: [
    [{ person: TWO, from: false, to: true }, "disabled Jon"],
    [{ person: TWO, from: true, to: false }, "enabled Jon again"],
  ],
  EvidenceAdded: [[item, "added evidence: document", "Reference: Minutes", "Place: p. 3"]],
  EvidenceWithdrawn: [
    [{ evidence: EVIDENCE, reason }, "withdrew evidence: Survey of 2024", "Reason: A draft."],
  ],
  FileAttached: [[file, "attached a file to evidence: Survey of 2024", "File: a.pdf"]],
  FileRemoved: [
    [
      { evidence: EVIDENCE, ref: "3/name", reason },
      "removed the file of evidence: Survey of 2024",
      "Reason: A draft.",
    ],
  ],
  NewsroomTextRedacted: [
    [{ ref: "3/reason", reason }, "removed words from the newsroom’s record", "Reason: A draft."],
  ],
};

function eventOf(fact: unknown): NewsroomEvent {
  return {
    log: NEWSROOM,
    seq: 9,
    version: 1,
    at: 1_800_000_000_000,
    actor: ONE,
    role: "admin",
    revision: null,
    command: commandNumber(1),
    undoes: null,
    ...NewsroomFact.parse(fact),
  };
}

describe("the sentences of a newsroom's log", () => {
  const rows = Object.entries(cases).flatMap(([type, bodies]) =>
    bodies.map(([body, ...sentences]) => ({
      name: `${type}: ${sentences[0]}`,
      fact: { type, body },
      sentences,
    })),
  );
  it.each(rows)("$name", ({ fact, sentences }) => {
    const { says, details } = tellOfNewsroom(eventOf(fact), known);
    const lines = details.map(
      ({ label, words }) => `${label}: ${typeof words === "string" ? words : (words.words ?? "—")}`,
    );
    expect([says, ...lines]).toEqual(sentences);
  });
});
