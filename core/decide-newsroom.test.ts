import { USUAL_RULES } from "./gate";
import { describe, expect, it } from "vitest";

import { SYSTEM } from "./ids";
import { DeskId, InvitationId } from "./shapes/ids";
import { type AnyNewsroomCommand, EMPTY_NEWSROOM } from "./newsroom";
import { idNumber } from "./testing";
import {
  HOUR,
  DAY,
  NOW,
  newsroom,
  admin,
  second,
  lead,
  reporter,
  stranger,
  city,
  sport,
  closed,
  link,
  otherLink,
  item,
  ask,
  after,
  refusal,
  founded,
  joining,
  staffed,
  invite,
} from "./newsroom-testing";

describe("founding", () => {
  it("makes the newsroom and its first administrator", () => {
    expect(founded.newsroom).toEqual({ ...newsroom, publicCorrections: "off", rules: USUAL_RULES });
    expect([...founded.members.values()]).toEqual([
      { person: admin, roles: ["admin"], desks: "all", disabled: false },
    ]);
  });

  it("happens once", () => {
    expect(refusal(founded, { type: "foundNewsroom", newsroom, founder: null }, { by: SYSTEM }).kind).toBe(
      "conflict",
    );
  });

  it("without a founder leaves a link that asks who its holder is", () => {
    const empty = after(EMPTY_NEWSROOM, [{ type: "foundNewsroom", newsroom, founder: null }, { by: SYSTEM }]);
    const offered = after(empty, [{ type: "inviteFirstAdmin", invitation: link, days: 2 }, { by: SYSTEM }]);
    expect(offered.invitations.get(link)).toMatchObject({
      email: null,
      name: null,
      roles: ["admin"],
      state: "open",
      expiresAt: NOW + 2 * DAY,
    });
    const again = after(offered, [
      { type: "inviteFirstAdmin", invitation: otherLink, days: 2 },
      { by: SYSTEM },
    ]);
    expect(again.invitations.get(link)?.state).toBe("revoked");
    const joined = after(again, [{ type: "join", person: second, invitation: otherLink }, { by: second }]);
    expect(joined.members.get(second)?.roles).toEqual(["admin"]);
    expect(
      refusal(
        joined,
        { type: "inviteFirstAdmin", invitation: InvitationId.parse(idNumber(32)), days: 2 },
        { by: SYSTEM },
      ).kind,
    ).toBe("illegal-state");
  });

  it("leaves nobody a way to that link but Galley itself", () => {
    expect(refusal(founded, { type: "inviteFirstAdmin", invitation: link, days: 2 }).kind).toBe("forbidden");
  });
});

describe("who may", () => {
  const byAdmins: AnyNewsroomCommand[] = [
    invite,
    { type: "revokeInvitation", invitation: link },
    { type: "makePasswordLink", invitation: link, person: reporter, days: 7 },
    { type: "changeRoles", person: reporter, from: ["reporter"], to: ["checker"] },
    { type: "changeDesks", person: reporter, from: [city], to: "all" },
    { type: "disableMember", person: reporter, disabled: true },
    { type: "addDesk", desk: DeskId.parse(idNumber(29)), name: "Arts" },
    { type: "renameDesk", desk: city, from: "City", to: "Town" },
    { type: "archiveDesk", desk: city, archived: true },
    { type: "changeSetting", name: "name", from: "The Courier", to: "Courier" },
  ];

  it.each(byAdmins)("$type: administrators alone", (command) => {
    for (const by of [lead, reporter, stranger, SYSTEM]) {
      const { kind, message } = refusal(staffed, command, { by });
      expect(kind).toBe("forbidden");
      expect(message).toContain("an administrator");
    }
  });

  const evidence: AnyNewsroomCommand = {
    type: "addEvidence",
    evidence: item,
    kind: "document",
    reference: "Minutes",
    locator: null,
    retrievedAt: null,
    note: null,
  };

  it.each([
    { name: "a reporter adds evidence", command: evidence, by: reporter, allowed: true },
    { name: "a managing editor adds evidence", command: evidence, by: lead, allowed: true },
    { name: "an administrator adds none", command: evidence, by: admin, allowed: false },
    {
      name: "a reporter withdraws none",
      command: { type: "withdrawEvidence", evidence: item, reason: "Forged" } as const,
      by: reporter,
      allowed: false,
    },
  ])("$name", ({ command, by, allowed }) => {
    const result = () => ask(staffed, command, { by });
    if (allowed) expect(result()).toHaveLength(1);
    else expect(result).toThrow(/takes/);
  });
});

describe("desks", () => {
  it.each([
    ["a name in use", { type: "addDesk", desk: DeskId.parse(idNumber(29)), name: " city " }],
    ["a rename to a name in use", { type: "renameDesk", desk: sport, from: "Sport", to: "City" }],
  ] as const)("%s is refused", (_, command) => {
    expect(refusal(staffed, command).kind).toBe("conflict");
  });

  it("an archived desk’s name is free, and the desk comes back only when it is so again", () => {
    const taken = after(staffed, { type: "addDesk", desk: DeskId.parse(idNumber(29)), name: "Travel" });
    expect(refusal(taken, { type: "archiveDesk", desk: closed, archived: false }).kind).toBe("conflict");
    expect(
      after(staffed, { type: "archiveDesk", desk: closed, archived: false }).desks.get(closed)?.archived,
    ).toBe(false);
  });

  it("a rename that did not see the last one is a conflict", () => {
    expect(refusal(staffed, { type: "renameDesk", desk: city, from: "Town", to: "Metro" }).present).toBe(
      "City",
    );
  });

  it("who has an archived desk keeps it when others are added", () => {
    const archived = after(staffed, { type: "archiveDesk", desk: city, archived: true });
    expect(
      ask(archived, { type: "changeDesks", person: reporter, from: [city], to: [city, sport] }),
    ).toHaveLength(1);
    expect(
      refusal(archived, { type: "changeDesks", person: lead, from: "all", to: [city] }).message,
    ).toContain("archived");
  });
});

describe("settings", () => {
  it("a desk of the other kind is refused while somebody’s roles do not fit, by name", () => {
    const change: AnyNewsroomCommand = { type: "changeSetting", name: "deskKind", from: "full", to: "small" };
    const { kind, message } = refusal(after(staffed, invite), change);
    expect(kind).toBe("illegal-state");
    expect(message).toContain("Tomas, Ana Ruiz (invited)");
    expect(message).not.toContain("Nora");
    const fits = after(founded, ...joining(reporter, ["reporter"]));
    expect(after(fits, change).newsroom?.deskKind).toBe("small");
  });

  it("corrections are shown to the public by an administrator alone, who saw what stood before", () => {
    const show: AnyNewsroomCommand = {
      type: "changeSetting",
      name: "publicCorrections",
      from: "off",
      to: "on",
    };
    for (const by of [lead, reporter, stranger])
      expect(refusal(staffed, show, { by }).kind).toBe("forbidden");
    expect(ask(staffed, show)).toMatchObject([
      { type: "SettingChanged", body: { name: "publicCorrections", from: "off", to: "on" } },
    ]);
    const shown = after(staffed, show);
    expect(shown.newsroom?.publicCorrections).toBe("on");
    expect(ask(shown, show)).toEqual([]);
    const hide = { ...show, from: "on", to: "off" };
    expect(refusal(staffed, { ...hide, to: "perhaps" }).present).toBe("off");
    expect(after(shown, hide).newsroom?.publicCorrections).toBe("off");
  });

  it.each([
    ["name", "The Courier", "", "bad-input"],
    ["fourEyes", "required", "sometimes", "bad-input"],
    ["deskKind", "full", "huge", "bad-input"],
    ["name", "Another", "Third", "conflict"],
    ["publicCorrections", "off", "perhaps", "bad-input"],
  ] as const)("%s from %s to “%s”: %s", (name, from, to, kind) => {
    expect(refusal(staffed, { type: "changeSetting", name, from, to }).kind).toBe(kind);
  });
});

describe("evidence", () => {
  const withItem = after(staffed, [
    {
      type: "addEvidence",
      evidence: item,
      kind: "document",
      reference: "Minutes",
      locator: "p. 4",
      retrievedAt: NOW - HOUR,
      note: "Signed",
    },
    { by: reporter },
  ]);

  it("is withdrawn with a reason, once", () => {
    const withdrawn = after(withItem, [
      { type: "withdrawEvidence", evidence: item, reason: "Forged" },
      { by: lead },
    ]);
    expect(withdrawn.evidence.get(item)?.withdrawal).toMatchObject({
      by: lead,
      at: NOW,
      reason: { words: "Forged" },
    });
    expect(
      ask(withdrawn, { type: "withdrawEvidence", evidence: item, reason: "Again" }, { by: lead }),
    ).toEqual([]);
  });

  it("loses the words that are removed, and only those", () => {
    const ref = withItem.evidence.get(item)?.note?.ref ?? "";
    const removed = after(withItem, [
      { type: "redactNewsroomText", ref, reason: "A name" },
      { by: lead, known: { refs: new Set([ref]) } },
    ]);
    expect(removed.evidence.get(item)?.note).toEqual({ ref, words: null, removedAt: NOW });
    expect(removed.evidence.get(item)?.reference.words).toBe("Minutes");
  });

  const file = { sha256: "a".repeat(64), bytes: 12, mediaType: "text/plain", name: "minutes.txt" } as const;
  const attach = { type: "attachFile", evidence: item, file } as const;
  const withFile = after(withItem, [attach, { by: reporter }]);

  it("gets one file, for good", () => {
    expect(withFile.evidence.get(item)?.file).toMatchObject({
      ...file,
      name: { words: "minutes.txt" },
      by: reporter,
      at: NOW,
      removal: null,
    });
    expect(refusal(withFile, attach, { by: lead }).kind).toBe("conflict");
    expect(refusal(withItem, attach, { by: admin }).kind).toBe("forbidden");
    expect(refusal(staffed, attach, { by: lead }).kind).toBe("not-found");
  });

  it("gets no file once it is withdrawn", () => {
    const withdrawal = { type: "withdrawEvidence", evidence: item, reason: "Forged" } as const;
    const withdrawn = after(withItem, [withdrawal, { by: lead }]);
    expect(refusal(withdrawn, attach, { by: lead }).message).toContain("as a new item");
  });

  it("loses its file with the file’s name, once, and gets no other", () => {
    const remove = { type: "removeFile", evidence: item, reason: "It names a source" } as const;
    const removed = after(withFile, [remove, { by: lead }]);
    expect(removed.evidence.get(item)).toMatchObject({
      reference: { words: "Minutes" },
      file: {
        sha256: file.sha256,
        name: { words: null, removedAt: NOW },
        removal: { by: lead, at: NOW, reason: { words: "It names a source" } },
      },
    });
    expect(ask(removed, remove, { by: lead })).toEqual([]);
    expect(refusal(removed, attach, { by: lead }).kind).toBe("conflict");
    expect(refusal(withFile, remove, { by: reporter }).kind).toBe("forbidden");
    expect(refusal(withItem, remove, { by: lead }).kind).toBe("not-found");
  });

  it("loses the words about its file by themselves too", () => {
    const ref = withFile.evidence.get(item)?.file?.name.ref ?? "";
    const known = { refs: new Set([ref]) };
    const removal = { type: "redactNewsroomText", ref, reason: "A name" } as const;
    expect(after(withFile, [removal, { by: lead, known }]).evidence.get(item)?.file).toMatchObject({
      name: { words: null },
      removal: null,
    });
  });

  it("an open invitation keeps its words until it is revoked", () => {
    const invited = after(staffed, invite);
    const ref = invited.invitations.get(link)?.name?.ref ?? "";
    const remove = { type: "redactNewsroomText", ref, reason: "Asked for" } as const;
    const asked = { by: lead, known: { refs: new Set([ref]) } };
    expect(refusal(invited, remove, asked).message).toContain("Revoke it first");
    const revoked = after(invited, { type: "revokeInvitation", invitation: link });
    expect(after(revoked, [remove, asked]).invitations.get(link)?.name?.words).toBeNull();
  });
});
