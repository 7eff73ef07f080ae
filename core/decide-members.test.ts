import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { DomainError } from "./errors";
import { DeskId } from "./shapes/ids";
import { type AnyNewsroomCommand } from "./newsroom";
import { rolesProblem } from "./newsroom-roles";
import { DESK_KINDS, ROLES, ROLES_OF_DESK } from "./policy";
import { idNumber } from "./testing";
import {
  DAY,
  NOW,
  admin,
  second,
  lead,
  reporter,
  stranger,
  city,
  closed,
  link,
  otherLink,
  ask,
  after,
  refusal,
  joining,
  staffed,
  invite,
} from "./newsroom-testing";

describe("roles", () => {
  it.each([
    ["full", ["admin"], true],
    ["full", ["admin", "counsel"], true],
    ["full", ["copy-editor", "checker"], true],
    ["full", ["admin", "reporter"], false],
    ["full", ["admin", "managing-editor"], false],
    ["full", ["editor"], false],
    ["small", ["admin", "editor"], true],
    ["small", ["admin", "editor", "reporter"], true],
    ["small", ["checker"], false],
    ["full", ["system"], false],
    ["small", [], false],
  ] as const)("on a %s desk, %j: %s", (kind, roles, fits) => {
    expect(rolesProblem(kind, roles) === null).toBe(fits);
  });

  it("each role of a desk can be held alone", () => {
    for (const kind of DESK_KINDS)
      for (const role of ROLES_OF_DESK[kind]) expect(rolesProblem(kind, [role])).toBeNull();
  });

  it("are refused where they do not fit, in a sentence that says what does", () => {
    const { kind, message } = refusal(staffed, {
      type: "changeRoles",
      person: reporter,
      from: ["reporter"],
      to: ["editor"],
    });
    expect(kind).toBe("bad-input");
    expect(message).toContain("copy editor");
  });

  it("are compared with what was seen", () => {
    const { kind, present } = refusal(staffed, {
      type: "changeRoles",
      person: reporter,
      from: ["checker"],
      to: ["copy-editor"],
    });
    expect(kind).toBe("conflict");
    expect(present).toEqual(["reporter"]);
  });

  it("change with from and to, once each and in one order", () => {
    expect(
      ask(staffed, {
        type: "changeRoles",
        person: reporter,
        from: ["reporter"],
        to: ["checker", "copy-editor", "checker"],
      }),
    ).toEqual([
      {
        type: "RolesChanged",
        body: { person: reporter, from: ["reporter"], to: ["copy-editor", "checker"] },
      },
    ]);
    expect(
      ask(staffed, { type: "changeRoles", person: reporter, from: ["admin"], to: ["reporter"] }),
    ).toEqual([]);
  });
});

describe("the last administrator", () => {
  const demote: AnyNewsroomCommand = {
    type: "changeRoles",
    person: admin,
    from: ["admin"],
    to: ["reporter"],
  };

  it("is not demoted", () => {
    expect(refusal(staffed, demote).message).toContain("last administrator");
  });

  it("is demoted once there is another, who is then the last", () => {
    const two = after(staffed, ...joining(second, ["admin"]));
    const one = after(two, demote);
    expect(one.members.get(admin)?.roles).toEqual(["reporter"]);
    expect(
      refusal(one, { type: "changeRoles", person: second, from: ["admin"], to: ["checker"] }, { by: second })
        .kind,
    ).toBe("illegal-state");
  });

  it("does not count a disabled one", () => {
    const disabled = after(staffed, ...joining(second, ["admin"]), {
      type: "disableMember",
      person: second,
      disabled: true,
    });
    expect(refusal(disabled, demote).kind).toBe("illegal-state");
  });

  it("is not disabled, and nobody disables themselves", () => {
    const two = after(staffed, ...joining(second, ["admin"]));
    expect(refusal(two, { type: "disableMember", person: admin, disabled: true }).message).toContain(
      "Nobody disables themselves",
    );
    expect(
      after(two, { type: "disableMember", person: second, disabled: true }).members.get(second)?.disabled,
    ).toBe(true);
  });
});

describe("inviting", () => {
  it("makes a link that is good for the days asked", () => {
    const [fact] = ask(staffed, invite);
    expect(fact).toEqual({
      type: "PersonInvited",
      body: {
        invitation: link,
        email: { words: invite.email },
        name: { words: "Ana Ruiz" },
        roles: ["checker"],
        desks: [city],
        expiresAt: NOW + 7 * DAY,
      },
    });
  });

  it.each([
    ["an address with an open invitation", after(staffed, invite), {}, "has an open invitation"],
    ["a member", staffed, { account: reporter }, "belongs to a member already"],
    [
      "a disabled member",
      after(staffed, { type: "disableMember", person: reporter, disabled: true }),
      { account: reporter },
      "who is disabled",
    ],
  ] as const)("%s is refused plainly", (_, slice, known, sentence) => {
    const { kind, message } = refusal(
      slice,
      { ...invite, invitation: otherLink, roles: ["checker"], desks: [city] },
      { known },
    );
    expect(kind).toBe("conflict");
    expect(message).toContain(sentence);
  });

  it("somebody with an account elsewhere is welcome", () => {
    expect(
      ask(staffed, { ...invite, roles: ["checker"], desks: "all" }, { known: { account: stranger } }),
    ).toHaveLength(1);
  });

  it("takes the place of an invitation that has expired", () => {
    const facts = ask(
      after(staffed, invite),
      { ...invite, invitation: otherLink, roles: ["checker"], desks: "all" },
      { at: NOW + 7 * DAY },
    );
    expect(facts.map(({ type }) => type)).toEqual(["InvitationRevoked", "PersonInvited"]);
  });

  it.each([
    ["an archived desk", { desks: [closed] }, "is archived"],
    ["a foreign desk", { desks: [DeskId.parse(idNumber(777))] }, "no such desk"],
  ])("into %s is refused", (_, change, sentence) => {
    expect(refusal(staffed, { ...invite, roles: ["checker"], ...change }).message).toContain(sentence);
  });
});

describe("joining", () => {
  const invited = after(staffed, invite);
  const join: AnyNewsroomCommand = { type: "join", person: stranger, invitation: link };

  it("gives the roles and desks of the invitation, and uses it up", () => {
    const joined = after(invited, [join, { by: stranger }]);
    expect(joined.members.get(stranger)).toEqual({
      person: stranger,
      roles: ["checker"],
      desks: [city],
      disabled: false,
    });
    expect(joined.invitations.get(link)?.state).toBe("used");
    expect(refusal(joined, { ...join, person: second }, { by: second }).kind).toBe("not-found");
  });

  it.each([
    ["at the end of its days", invited, NOW + 7 * DAY],
    ["revoked", after(invited, { type: "revokeInvitation", invitation: link }), NOW],
    ["unknown", staffed, NOW],
  ] as const)("by a link %s has one answer", (_, slice, at) => {
    const { kind, message } = refusal(slice, join, { by: stranger, at });
    expect(kind).toBe("not-found");
    expect(message).toBe("This link no longer works. Links work once and for some days; ask for a new one.");
  });

  it("works a moment before the end", () => {
    expect(ask(invited, join, { by: stranger, at: NOW + 7 * DAY - 1 })).toHaveLength(1);
  });

  it("by a link for a new password is refused", () => {
    const offered = after(staffed, {
      type: "makePasswordLink",
      invitation: otherLink,
      person: reporter,
      days: 1,
    });
    expect(
      refusal(offered, { type: "join", person: stranger, invitation: otherLink }, { by: stranger }).kind,
    ).toBe("not-found");
  });
});

describe("a new password", () => {
  const make: AnyNewsroomCommand = { type: "makePasswordLink", invitation: link, person: reporter, days: 1 };
  const renew: AnyNewsroomCommand = { type: "renewPassword", invitation: link, person: reporter };

  it("is set once, by the person whose link it is", () => {
    const offered = after(staffed, make);
    expect(refusal(offered, { ...renew, person: lead }, { by: lead }).kind).toBe("not-found");
    expect(refusal(after(offered, [renew, { by: reporter }]), renew, { by: reporter }).kind).toBe(
      "not-found",
    );
  });

  it("makes way for a newer link", () => {
    const twice = after(staffed, make, { ...make, invitation: otherLink });
    expect(refusal(twice, renew, { by: reporter }).kind).toBe("not-found");
    expect(ask(twice, { ...renew, invitation: otherLink }, { by: reporter })).toHaveLength(1);
  });

  it.each([
    [
      "a disabled member",
      after(staffed, { type: "disableMember", person: reporter, disabled: true }),
      {},
      "illegal-state",
    ],
    ["somebody who works elsewhere too", staffed, { elsewhere: true }, "forbidden"],
    ["nobody of ours", after(staffed), {}, "not-found"],
  ] as const)("is not offered to %s", (name, slice, known, kind) => {
    const person = name === "nobody of ours" ? stranger : reporter;
    expect(refusal(slice, { ...make, person }, { known }).kind).toBe(kind);
  });

  it("is not set by whoever was disabled, or joined elsewhere, meanwhile", () => {
    const offered = after(staffed, make);
    expect(refusal(offered, renew, { by: reporter, known: { elsewhere: true } }).kind).toBe("not-found");
    const disabled = after(offered, { type: "disableMember", person: reporter, disabled: true });
    expect(refusal(disabled, renew, { by: reporter }).kind).toBe("not-found");
  });
});

it("whatever is done to members, an administrator is left and roles fit", () => {
  const people = [admin, second, lead, reporter];
  const someone = fc.constantFrom(...people);
  const roles = fc.uniqueArray(fc.constantFrom(...ROLES.filter((role) => role !== "system")), {
    minLength: 1,
    maxLength: 3,
  });
  const step = fc.oneof(
    fc.record({ type: fc.constant("changeRoles" as const), person: someone, to: roles, by: someone }),
    fc.record({
      type: fc.constant("disableMember" as const),
      person: someone,
      disabled: fc.boolean(),
      by: someone,
    }),
    fc.record({
      type: fc.constant("changeSetting" as const),
      to: fc.constantFrom(...DESK_KINDS),
      by: someone,
    }),
  );
  const start = after(staffed, ...joining(second, ["admin"]));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let slice = start;
      for (const { by, ...change } of steps) {
        const command: AnyNewsroomCommand =
          change.type === "changeRoles"
            ? { ...change, from: slice.members.get(change.person)?.roles ?? [] }
            : change.type === "changeSetting"
              ? { ...change, name: "deskKind", from: slice.newsroom?.deskKind ?? "" }
              : change;
        try {
          slice = after(slice, [command, { by }]);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
        const members = [...slice.members.values()];
        expect(members.some(({ disabled, roles: held }) => !disabled && held.includes("admin"))).toBe(true);
        expect(
          members.every(({ roles: held }) => rolesProblem(slice.newsroom?.deskKind ?? "full", held) === null),
        ).toBe(true);
      }
    }),
  );
});
