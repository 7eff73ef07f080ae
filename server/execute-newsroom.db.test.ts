import fc from "fast-check";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import { DomainError } from "~/core/errors";
import { foldNewsroom } from "~/core/evolve-newsroom";
import { SYSTEM } from "~/core/ids";
import { CommandId, DeskId, EvidenceId, InvitationId, NewsroomId, UserId } from "~/core/shapes/ids";
import { type AnyNewsroomCommand, EMPTY_NEWSROOM, type NewsroomSlice } from "~/core/newsroom";
import { type Role, ROLES } from "~/core/policy";
import type { Database } from "~/db/client";
import { readLog, verifyLog } from "~/db/log";
import { beginFile, sealFile } from "~/db/queries/evidence-files";
import { headOfNewsroom } from "~/db/queries/heads";
import { bindToken } from "~/db/queries/invitations";
import { addUser } from "~/db/queries/members";
import { wholeNewsroom } from "~/db/queries/newsroom-slices";
import { testDatabase } from "~/db/testing";
import { executeInNewsroom, parseNewsroomEvent } from "./execute-newsroom";
import { foundNewsroom } from "./people/founding";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
});

const now = () => Date.now();
const newCommand = () => CommandId.parse(v7());
const ask = (newsroom: NewsroomId, person: UserId, command: AnyNewsroomCommand, id = newCommand()) =>
  executeInNewsroom({ db, person, now }, newsroom, id, command);

async function user(): Promise<UserId> {
  const id = UserId.parse(v7());
  await addUser(db, {
    id,
    email: `${id}@example.org`,
    name: "Somebody",
    passwordHash: null,
    createdAt: new Date(),
  });
  return id;
}

async function founded(): Promise<{ id: NewsroomId; admin: UserId }> {
  const id = NewsroomId.parse(v7());
  const admin = await user();
  const newsroom = { id, slug: `n-${id}`, name: "Courier", deskKind: "full", fourEyes: "required" } as const;
  await foundNewsroom(
    db,
    { newsroom, founder: { person: admin, roles: ["admin"] }, commandId: newCommand() },
    now,
  );
  return { id, admin };
}

async function member(newsroom: NewsroomId, admin: UserId, roles: Role[]): Promise<UserId> {
  const person = await user();
  const invitation = InvitationId.parse(v7());
  const email = `${invitation}@example.org`;
  await ask(newsroom, admin, {
    type: "invitePerson",
    invitation,
    email,
    name: "P",
    roles: roles as never,
    desks: "all",
    days: 7,
  });
  await ask(newsroom, person, { type: "join", person, invitation });
  return person;
}

async function folded(newsroom: NewsroomId): Promise<NewsroomSlice> {
  const events = await readLog(db, newsroom, { limit: 100_000 });
  return events.map(parseNewsroomEvent).reduce(foldNewsroom, EMPTY_NEWSROOM);
}

/** Contents of a file that are there, as the database demands, until an item that has them loses them. */
async function contents(newsroomId: NewsroomId): Promise<string> {
  const sha256 = "0".repeat(64);
  const id = v7();
  await beginFile(db, { newsroomId, id, begunAt: new Date() });
  await db.transaction((tx) => sealFile(tx, { newsroomId, id, sha256 }));
  return sha256;
}

/** Without order: tables have none. */
function parts(slice: NewsroomSlice | null) {
  const sorted = (items: ReadonlyMap<string, unknown>) => [...items].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    slice && {
      ...slice,
      desks: sorted(slice.desks),
      members: sorted(slice.members),
      invitations: sorted(slice.invitations),
      evidence: sorted(slice.evidence),
    }
  );
}

async function holds(newsroom: NewsroomId): Promise<void> {
  expect(parts(await wholeNewsroom(db, newsroom))).toEqual(parts(await folded(newsroom)));
  expect(await verifyLog(db, newsroom, (await headOfNewsroom(db, newsroom))!)).toBeNull();
}

it("whatever people ask, the fold of the log is the tables and the chain verifies", async () => {
  const text = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .filter((words) => !words.includes("\0"));
  const roles = fc.uniqueArray(fc.constantFrom(...ROLES.filter((role) => role !== "system")), {
    minLength: 1,
    maxLength: 2,
  });
  const acts = [
    "desk",
    "rename",
    "archive",
    "invite",
    "join",
    "revoke",
    "link",
    "renew",
    "roles",
    "desks",
  ] as const;
  const others = ["disable", "evidence", "withdraw", "redact", "setting", "file", "unfile"] as const;
  const step = fc.record({
    act: fc.constantFrom(...acts, ...others),
    by: fc.nat(3),
    pick: fc.nat(100),
    flag: fc.boolean(),
    text,
    roles,
  });
  const done = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const { id, admin } = await founded();
      const actors = [
        admin,
        admin,
        await member(id, admin, ["managing-editor"]),
        await member(id, admin, ["reporter"]),
      ];
      for (const { act, by, pick, flag, text: words, roles: some } of steps) {
        const stands = (await wholeNewsroom(db, id))!;
        const one = <Part>(items: ReadonlyMap<string, Part>) =>
          [...items.values()][pick % Math.max(1, items.size)];
        const desk = one(stands.desks);
        const invitation = one(stands.invitations)?.id ?? InvitationId.parse(v7());
        const who = one(stands.members)!;
        const item = one(stands.evidence);
        const fresh = InvitationId.parse(v7());
        const file = { sha256: await contents(id), bytes: 1, mediaType: "text/plain" } as const;
        const commands: Record<typeof act, () => AnyNewsroomCommand> = {
          desk: () => ({ type: "addDesk", desk: DeskId.parse(v7()), name: words }),
          rename: () => ({ type: "renameDesk", desk: desk!.id, from: desk!.name, to: words }),
          archive: () => ({ type: "archiveDesk", desk: desk!.id, archived: flag }),
          invite: () => ({
            type: "invitePerson",
            invitation: fresh,
            email: `p${pick % 9}@example.org`,
            name: words,
            roles: some,
            desks: flag || !desk ? "all" : [desk.id],
            days: 7,
          }),
          join: () => ({ type: "join", person: admin, invitation }),
          revoke: () => ({ type: "revokeInvitation", invitation }),
          link: () => ({ type: "makePasswordLink", invitation: fresh, person: who.person, days: 1 }),
          renew: () => ({
            type: "renewPassword",
            invitation,
            person: one(stands.invitations)?.renews ?? admin,
          }),
          roles: () => ({ type: "changeRoles", person: who.person, from: who.roles, to: some }),
          desks: () => ({
            type: "changeDesks",
            person: who.person,
            from: who.desks,
            to: flag || !desk ? "all" : [desk.id],
          }),
          disable: () => ({ type: "disableMember", person: who.person, disabled: flag }),
          evidence: () => ({
            type: "addEvidence",
            evidence: EvidenceId.parse(v7()),
            kind: "document",
            reference: words,
            locator: flag ? words : null,
            retrievedAt: null,
            note: words,
          }),
          withdraw: () => ({ type: "withdrawEvidence", evidence: item!.id, reason: words }),
          redact: () => ({
            type: "redactNewsroomText",
            ref: (flag ? (item!.file?.name ?? item!.note)?.ref : one(stands.invitations)?.name?.ref) ?? "1/x",
            reason: words,
          }),
          file: () => ({ type: "attachFile", evidence: item!.id, file: { ...file, name: words } }),
          unfile: () => ({ type: "removeFile", evidence: item!.id, reason: words }),
          setting: () => ({ type: "changeSetting", name: "name", from: stands.newsroom!.name, to: words }),
        };
        if (!desk && (act === "rename" || act === "archive")) continue;
        if (!item && ["withdraw", "redact", "file", "unfile"].includes(act)) continue;
        const person =
          act === "join"
            ? await user()
            : act === "renew"
              ? (one(stands.invitations)?.renews ?? admin)
              : actors[by]!;
        const command = commands[act]();
        try {
          await ask(id, person, command.type === "join" ? { ...command, person } : command);
          done.add(command.type);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
      }
      await holds(id);
    }),
    { numRuns: 30 },
  );
  // So many runs that most kinds of commands are carried out at least once, whatever the seed.
  expect(done.size).toBeGreaterThan(10);
}, 120_000);

describe("one command", () => {
  it("sent twice, also at the same moment, is one change with one answer", async () => {
    const { id, admin } = await founded();
    const commandId = newCommand();
    const command = { type: "addDesk", desk: DeskId.parse(v7()), name: "City" } as const;
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask(id, admin, command, commandId)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]!.events).toHaveLength(1);
    expect((await wholeNewsroom(db, id))!.desks.size).toBe(1);
    await expect(ask(id, admin, { ...command, name: "Town" }, commandId)).rejects.toMatchObject({
      kind: "conflict",
    });
    await holds(id);
  });

  it("from somebody who is no member answers as if the newsroom were not there", async () => {
    const { id } = await founded();
    const stranger = await user();
    const command = { type: "addDesk", desk: DeskId.parse(v7()), name: "City" } as const;
    const foreign = await ask(id, stranger, command).catch((error: unknown) => error);
    const missing = await ask(NewsroomId.parse(v7()), stranger, command).catch((error: unknown) => error);
    expect(foreign).toBeInstanceOf(DomainError);
    expect(foreign).toEqual(missing);
  });

  it("from a disabled member likewise", async () => {
    const { id, admin } = await founded();
    const editor = await member(id, admin, ["managing-editor"]);
    await ask(id, admin, { type: "disableMember", person: editor, disabled: true });
    const command = {
      type: "addEvidence",
      evidence: EvidenceId.parse(v7()),
      kind: "document",
      reference: "x",
      locator: null,
      retrievedAt: null,
      note: null,
    } as const;
    await expect(ask(id, editor, command)).rejects.toMatchObject({ kind: "not-found" });
  });
});

it("of two administrators who disable or demote each other at once, one stays", async () => {
  for (const demote of [false, true]) {
    const { id, admin } = await founded();
    const second = await member(id, admin, ["admin"]);
    const against = (by: UserId, person: UserId) =>
      ask(
        id,
        by,
        demote
          ? { type: "changeRoles", person, from: ["admin"], to: ["reporter"] }
          : { type: "disableMember", person, disabled: true },
      );
    const results = await Promise.allSettled([against(admin, second), against(second, admin)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(DomainError);
    const members = [...(await wholeNewsroom(db, id))!.members.values()];
    expect(members.filter(({ roles, disabled }) => !disabled && roles.includes("admin"))).toHaveLength(1);
    await holds(id);
  }
});

it("a removed name is gone from the log and the tables, and the chain verifies", async () => {
  const { id, admin } = await founded();
  const editor = await member(id, admin, ["standards"]);
  const evidence = EvidenceId.parse(v7());
  await ask(id, editor, {
    type: "addEvidence",
    evidence,
    kind: "interview note",
    reference: "Talk",
    locator: null,
    retrievedAt: null,
    note: "It was Ms Whistle",
  });
  const ref = (await wholeNewsroom(db, id))!.evidence.get(evidence)!.note!.ref!;
  await ask(id, editor, { type: "redactNewsroomText", ref, reason: "Named a source" });
  expect((await wholeNewsroom(db, id))!.evidence.get(evidence)!.note!.words).toBeNull();
  expect(JSON.stringify(await readLog(db, id))).not.toContain("Whistle");
  await holds(id);
});

it("two newsrooms cannot share an address, nor one be founded twice", async () => {
  const { id } = await founded();
  const newsroom = {
    id: NewsroomId.parse(v7()),
    slug: `n-${id}`,
    name: "Other",
    deskKind: "small",
    fourEyes: "required",
  } as const;
  const found = (of: typeof newsroom | (Omit<typeof newsroom, "id"> & { id: NewsroomId })) =>
    ask(of.id, SYSTEM, { type: "foundNewsroom", newsroom: of, founder: null });
  await expect(found(newsroom)).rejects.toMatchObject({ kind: "conflict" });
  await expect(found({ ...newsroom, id })).rejects.toMatchObject({ kind: "conflict" });
});

describe("an id that another newsroom has", () => {
  const COMMANDS = {
    desk: { type: "addDesk", desk: DeskId.parse(v7()), name: "City" },
    invitation: {
      type: "invitePerson",
      invitation: InvitationId.parse(v7()),
      email: "ana@example.org",
      name: "Ana",
      roles: ["reporter"],
      desks: "all",
      days: 7,
    },
    evidence: {
      type: "addEvidence",
      evidence: EvidenceId.parse(v7()),
      kind: "document",
      reference: "Minutes",
      locator: null,
      retrievedAt: null,
      note: null,
    },
  } as const satisfies Record<string, AnyNewsroomCommand>;
  const OTHER_WORDS = { name: "Sport", email: "eve@example.org", reference: "Rumour" };

  async function foundedWith(role: Role): Promise<{ id: NewsroomId; person: UserId }> {
    const { id, admin } = await founded();
    return { id, person: role === "admin" ? admin : await member(id, admin, [role]) };
  }

  it.each([
    ["desk", "admin"],
    ["invitation", "admin"],
    ["evidence", "reporter"],
  ] as const)("is refused for %s, and changes neither", async (of, role) => {
    const [theirs, own] = [await foundedWith(role), await foundedWith(role)];
    const command = COMMANDS[of];
    const others = Object.entries(OTHER_WORDS).filter(([name]) => name in command);
    await ask(theirs.id, theirs.person, command);
    const before = [await wholeNewsroom(db, theirs.id), await wholeNewsroom(db, own.id)];
    const change = { ...command, ...Object.fromEntries(others) };
    await expect(ask(own.id, own.person, change)).rejects.toMatchObject({
      kind: "conflict",
      message: expect.stringContaining("Nothing was changed") as unknown,
    });
    expect([await wholeNewsroom(db, theirs.id), await wholeNewsroom(db, own.id)]).toEqual(before);
    await holds(theirs.id);
    await holds(own.id);
  });

  it("binds no link to the other’s invitation", async () => {
    const [theirs, own] = [await founded(), await founded()];
    const invitation = InvitationId.parse(v7());
    await ask(theirs.id, theirs.admin, { ...COMMANDS.invitation, invitation });
    const bind = (to: NewsroomId) => db.transaction((tx) => bindToken(tx, to, invitation, `hash of ${to}`));
    expect(await bind(own.id)).toBe(false);
    expect(await bind(theirs.id)).toBe(true);
  });
});
