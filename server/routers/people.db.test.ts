import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { UserId } from "~/core/ids";
import { CommandId, DeskId, EvidenceId, InvitationId, SessionId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import type { Database } from "~/db/client";
import { testDatabase } from "~/db/testing";
import { type TestNewsroom, testNewsroom } from "~/db/testing-newsroom";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const ROLES = ["reporter", "checker", "managing-editor", "admin", "counsel"] as const satisfies Role[];

let db: Database;
let newsroom: TestNewsroom;
let other: TestNewsroom;
beforeAll(async () => {
  db = await testDatabase();
  newsroom = await testNewsroom(db, ROLES);
  other = await testNewsroom(db, ["admin", "checker"]);
});

const createCaller = createCallerFactory(appRouter);
type Api = ReturnType<typeof createCaller>;

function as(person: UserId | null): Api {
  const viewer = person && { person, session: SessionId.parse(v7()), name: "A", email: "a@example.org" };
  return createCaller({ db, viewer, now: Date.now });
}

const asked = () => ({ newsroom: newsroom.slug, commandId: CommandId.parse(v7()) });
const someone = () => newsroom.people.get("reporter")!;

/** Every procedure about people, desks, settings and evidence, and who may call it. */
const TABLE: Record<
  string,
  { may: readonly (typeof ROLES)[number][]; call: (api: Api) => Promise<unknown> }
> = {
  "members.list": {
    may: ["managing-editor", "admin"],
    call: (api) => api.members.list({ newsroom: newsroom.slug }),
  },
  "members.invite": {
    may: ["admin"],
    call: (api) =>
      api.members.invite({
        ...asked(),
        command: {
          type: "invitePerson",
          invitation: v7(),
          email: `${v7()}@example.org`,
          name: "P",
          roles: ["checker"],
          desks: "all",
          days: 7,
        },
      }),
  },
  "members.newPasswordLink": {
    may: ["admin"],
    call: (api) =>
      api.members.newPasswordLink({
        ...asked(),
        command: { type: "makePasswordLink", invitation: v7(), person: someone(), days: 1 },
      }),
  },
  "members.changeRoles": {
    may: ["admin"],
    call: (api) =>
      api.members.changeRoles({
        ...asked(),
        command: { type: "changeRoles", person: someone(), from: ["reporter"], to: ["reporter"] },
      }),
  },
  "members.changeDesks": {
    may: ["admin"],
    call: (api) =>
      api.members.changeDesks({
        ...asked(),
        command: { type: "changeDesks", person: someone(), from: "all", to: "all" },
      }),
  },
  "members.disable": {
    may: ["admin"],
    call: (api) =>
      api.members.disable({
        ...asked(),
        command: { type: "disableMember", person: someone(), disabled: false },
      }),
  },
  "desks.list": { may: ROLES, call: (api) => api.desks.list({ newsroom: newsroom.slug }) },
  "desks.add": {
    may: ["admin"],
    call: (api) => api.desks.add({ ...asked(), command: { type: "addDesk", desk: v7(), name: v7() } }),
  },
  "newsroom.settings": {
    may: ["managing-editor", "admin"],
    call: (api) => api.newsroom.settings({ newsroom: newsroom.slug }),
  },
  "newsroom.change": {
    may: ["admin"],
    call: (api) =>
      api.newsroom.change({
        ...asked(),
        command: { type: "changeSetting", name: "fourEyes", from: "required", to: "required" },
      }),
  },
  "evidence.list": {
    may: ["reporter", "checker", "managing-editor"],
    call: (api) => api.evidence.list({ newsroom: newsroom.slug }),
  },
  "evidence.add": {
    may: ["reporter", "checker", "managing-editor"],
    call: (api) =>
      api.evidence.add({
        ...asked(),
        command: {
          type: "addEvidence",
          evidence: v7(),
          kind: "document",
          reference: "Minutes",
          locator: null,
          retrievedAt: null,
          note: null,
        },
      }),
  },
};

/** Procedures about something that must be there first: who may not is refused before it is looked for. */
const ABOUT: Record<
  string,
  { may: readonly (typeof ROLES)[number][]; call: (api: Api) => Promise<unknown> }
> = {
  "members.revoke": {
    may: ["admin"],
    call: (api) =>
      api.members.revoke({ ...asked(), command: { type: "revokeInvitation", invitation: v7() } }),
  },
  "desks.rename": {
    may: ["admin"],
    call: (api) =>
      api.desks.rename({ ...asked(), command: { type: "renameDesk", desk: v7(), from: "City", to: "Town" } }),
  },
  "desks.archive": {
    may: ["admin"],
    call: (api) =>
      api.desks.archive({ ...asked(), command: { type: "archiveDesk", desk: v7(), archived: true } }),
  },
  "evidence.withdraw": {
    may: ["checker", "managing-editor"],
    call: (api) =>
      api.evidence.withdraw({
        ...asked(),
        command: { type: "withdrawEvidence", evidence: v7(), reason: "x" },
      }),
  },
};

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: unknown) => (error as { code: string }).code,
  );

describe("procedure × role", () => {
  const rows = [...Object.entries(TABLE), ...Object.entries(ABOUT)].flatMap(([name, row]) =>
    ROLES.map((role) => ({ name, role, ...row })),
  );

  it.each(rows)("$name by $role", async ({ name, role, may, call }) => {
    const expected = may.includes(role) ? (name in ABOUT ? "NOT_FOUND" : "done") : "FORBIDDEN";
    expect(await codeOf(call(as(newsroom.people.get(role)!)))).toBe(expected);
  });

  it.each([...Object.entries(TABLE), ...Object.entries(ABOUT)])(
    "%s is nothing to strangers and the signed-out",
    async (_, { call }) => {
      expect(await codeOf(call(as(other.people.get("admin")!)))).toBe("NOT_FOUND");
      expect(await codeOf(call(as(null)))).toBe("UNAUTHORIZED");
    },
  );
});

describe("a foreign id answers as a missing one", () => {
  it("for members, desks, invitations and evidence", async () => {
    const theirs = as(other.people.get("admin")!);
    const checker = as(other.people.get("checker")!);
    const at = () => ({ newsroom: other.slug, commandId: CommandId.parse(v7()) });
    const desk = DeskId.parse(v7());
    const evidence = EvidenceId.parse(v7());
    const invitation = InvitationId.parse(v7());
    await theirs.desks.add({ ...at(), command: { type: "addDesk", desk, name: "City" } });
    await theirs.members.invite({
      ...at(),
      command: {
        type: "invitePerson",
        invitation,
        email: "x@example.org",
        name: "X",
        roles: ["checker"],
        desks: [desk],
        days: 7,
      },
    });
    await checker.evidence.add({
      ...at(),
      command: {
        type: "addEvidence",
        evidence,
        kind: "document",
        reference: "Theirs",
        locator: null,
        retrievedAt: null,
        note: null,
      },
    });
    const admin = as(newsroom.people.get("admin")!);
    const ours = as(newsroom.people.get("checker")!);
    const calls = [
      admin.desks.rename({ ...asked(), command: { type: "renameDesk", desk, from: "City", to: "Town" } }),
      admin.members.revoke({ ...asked(), command: { type: "revokeInvitation", invitation } }),
      admin.members.disable({
        ...asked(),
        command: { type: "disableMember", person: other.people.get("checker")!, disabled: true },
      }),
      admin.members.changeDesks({
        ...asked(),
        command: { type: "changeDesks", person: someone(), from: "all", to: [desk] },
      }),
      ours.evidence.withdraw({ ...asked(), command: { type: "withdrawEvidence", evidence, reason: "x" } }),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual(calls.map(() => "NOT_FOUND"));
    expect(
      (await ours.evidence.list({ newsroom: newsroom.slug, standing: "all" })).items.map(({ id }) => id),
    ).not.toContain(evidence);
  });
});

it("lists evidence newest first, by search, page by page, with its uses", async () => {
  const api = as(newsroom.people.get("checker")!);
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    const evidence = v7();
    ids.unshift(evidence);
    await api.evidence.add({
      ...asked(),
      command: {
        type: "addEvidence",
        evidence,
        kind: "dataset",
        reference: `Tide book 100%_${i}`,
        locator: null,
        retrievedAt: null,
        note: null,
      },
    });
  }
  const first = await api.evidence.list({ newsroom: newsroom.slug, search: "TIDE BOOK 100%_", limit: 3 });
  const second = await api.evidence.list({
    newsroom: newsroom.slug,
    search: "tide book",
    limit: 3,
    cursor: first.next,
  });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.next).toBeNull();
  expect(first.items[0]).toMatchObject({ uses: 0, articles: 0, addedByName: "A checker" });
  expect((await api.evidence.list({ newsroom: newsroom.slug, search: "100%%" })).items).toEqual([]);
});

it("refuses what the input does not name", async () => {
  const api = as(newsroom.people.get("admin")!);
  const extra = { newsroom: newsroom.slug, everything: true };
  expect(await codeOf(api.desks.list(extra))).toBe("BAD_REQUEST");
});
