import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";

import type { UserId } from "~/core/ids";
import { CommandId, InvitationId, NewsroomId, SessionId } from "~/core/shapes/ids";
import type { Role } from "~/core/policy";
import type { Database } from "~/db/client";
import { membersOf } from "~/db/queries/members";
import { openSession, sessionsOf } from "~/db/queries/sessions";
import { accountOf } from "~/db/queries/users";
import { testDatabase } from "~/db/testing";
import { verifyPassword } from "~/server/auth/passwords";
import { executeInNewsroom } from "~/server/execute-newsroom";
import { acceptLink, lookAtLink } from "./acceptance";
import { ensureFirstAdmin } from "./first-admin";
import { foundNewsroom } from "./founding";
import { disableMember } from "./membership";
import { makeLink } from "./offers";

const DAY = 24 * 60 * 60 * 1000;
const DEAD = { kind: "not-found", message: expect.stringContaining("no longer works") as unknown };
const PASSWORD = "seven quiet harbour gulls";

let db: Database;
let newsroomId: NewsroomId;
let admin: UserId;
beforeAll(async () => {
  db = await testDatabase();
  ({ newsroomId, admin } = await newsroomOf("first-desk", "robin@courier.example"));
});

const newCommand = () => CommandId.parse(v7());
const clock =
  (at = Date.now()) =>
  () =>
    at;

async function newsroomOf(slug: string, email: string) {
  const id = NewsroomId.parse(v7());
  const newsroom = { id, slug, name: "The Courier", deskKind: "full", fourEyes: "required" } as const;
  await foundNewsroom(db, { newsroom, founder: null, commandId: newCommand() }, clock());
  await ensureFirstAdmin(db, { email, password: PASSWORD, baseUrl: "http://localhost", now: clock() });
  const [first] = await membersOf(db, id);
  return { newsroomId: id, admin: first!.person };
}

let n = 0;
async function invite(
  roles: Role[] = ["checker"],
  email = `p${(n += 1)}@courier.example`,
  into = { newsroomId, admin },
) {
  const invitation = InvitationId.parse(v7());
  const command = {
    type: "invitePerson",
    invitation,
    email,
    name: "Ana Ruiz",
    roles: roles as never,
    desks: "all",
    days: 7,
  } as const;
  const asked = { newsroomId: into.newsroomId, commandId: newCommand(), command };
  const path = await makeLink({ db, person: into.admin, now: clock() }, asked);
  return { email, invitation, asked, token: tokenOf(path) };
}

const tokenOf = (path: string) => path.split("/").at(-1)!;
const accept = (token: string, password = PASSWORD, now = clock()) =>
  acceptLink(db, { token, commandId: newCommand(), password, self: null }, now);

describe("a link to join", () => {
  it("makes the account, with its password, and the membership", async () => {
    const { email, token } = await invite();
    expect(await lookAtLink(db, token, Date.now())).toMatchObject({
      purpose: "join",
      newsroom: { name: "The Courier" },
      person: { name: "Ana Ruiz", email },
      hasAccount: false,
    });
    await accept(token);
    const account = (await accountOf(db, email))!;
    expect(account.isMember).toBe(true);
    expect(await verifyPassword(account.passwordHash, PASSWORD)).toBe(true);
    expect((await membersOf(db, newsroomId)).find(({ person }) => person === account.person)?.roles).toEqual([
      "checker",
    ]);
  });

  it("is dead once used, after its days, revoked, and when it never was, in the same words", async () => {
    const used = await invite();
    await accept(used.token);
    const late = await invite();
    const revoked = await invite();
    const performer = { db, person: admin, now: clock() };
    await executeInNewsroom(performer, newsroomId, newCommand(), {
      type: "revokeInvitation",
      invitation: revoked.invitation,
    });
    const after = clock(Date.now() + 7 * DAY + 1);
    for (const [token, now] of [
      [used.token, clock()],
      [late.token, after],
      [revoked.token, clock()],
      ["never-was", clock()],
    ] as const) {
      await expect(lookAtLink(db, token, now())).rejects.toMatchObject(DEAD);
      await expect(accept(token, PASSWORD, now)).rejects.toMatchObject(DEAD);
    }
    expect(await accountOf(db, late.email)).toBeNull();
  });

  it("accepted by two at once lets one in and leaves nothing of the other", async () => {
    const { email, token } = await invite();
    const results = await Promise.allSettled([accept(token), accept(token), accept(token)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject(DEAD);
    expect((await membersOf(db, newsroomId)).filter((member) => member.email === email)).toHaveLength(1);
  });

  it("takes no weak password, and stays open", async () => {
    const { token } = await invite();
    await expect(accept(token, "password1234")).rejects.toMatchObject({ kind: "bad-input" });
    await accept(token);
  });

  it("asked for again, as after a lost answer, gives a link that works in place of the first", async () => {
    const { asked, token } = await invite();
    const again = tokenOf(await makeLink({ db, person: admin, now: clock() }, asked));
    await expect(accept(token)).rejects.toMatchObject(DEAD);
    await accept(again);
    await expect(makeLink({ db, person: admin, now: clock() }, asked)).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  it("is kept as a hash alone", async () => {
    const { token } = await invite();
    const rows = await db.query.invitations.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("somebody with an account in another newsroom", () => {
  it("joins with the account’s own password, tried no more often than in signing in", async () => {
    const { email, token } = await invite();
    await accept(token);
    const other = await newsroomOf(`other-${n}`, `head${n}@paper.example`);
    const second = await invite(["reporter"], email, other);
    expect(await lookAtLink(db, second.token, Date.now())).toMatchObject({ hasAccount: true });
    await expect(accept(second.token, "another long password")).rejects.toMatchObject({ kind: "forbidden" });
    await accept(second.token);
    const before = await accountOf(db, email);
    expect((await membersOf(db, other.newsroomId)).some(({ person }) => person === before!.person)).toBe(
      true,
    );

    const third = await invite(["reporter"], "robin@courier.example", other);
    for (let i = 0; i < 10; i += 1) await accept(third.token, "wrong password again").catch(() => undefined);
    await expect(accept(third.token)).rejects.toMatchObject({
      message: expect.stringContaining("Too many") as unknown,
    });
  });
});

describe("a link to a new password", () => {
  async function offer(person: UserId) {
    const command = {
      type: "makePasswordLink",
      invitation: InvitationId.parse(v7()),
      person,
      days: 1,
    } as const;
    return tokenOf(
      await makeLink({ db, person: admin, now: clock() }, { newsroomId, commandId: newCommand(), command }),
    );
  }

  it("replaces the password once and ends the person’s sessions", async () => {
    const { email, token } = await invite();
    await accept(token);
    const { person } = (await accountOf(db, email))!;
    await openSession(db, { id: SessionId.parse(v7()), person, userAgent: "", now: new Date() });
    const link = await offer(person);
    expect(await lookAtLink(db, link, Date.now())).toMatchObject({
      purpose: "new-password",
      person: { email },
    });
    await accept(link, "nine patient copy desks");
    expect(await sessionsOf(db, person, new Date())).toEqual([]);
    const { passwordHash } = (await accountOf(db, email))!;
    expect(await verifyPassword(passwordHash, "nine patient copy desks")).toBe(true);
    await expect(accept(link)).rejects.toMatchObject(DEAD);
  });

  it("replaces it once also when the same request comes twice at once with two passwords", async () => {
    const { email, token } = await invite();
    await accept(token);
    const { person } = (await accountOf(db, email))!;
    const link = await offer(person);
    const commandId = newCommand();
    const passwords = ["nine patient copy desks", "four windy ferry docks", "two slow tram depots"];
    const results = await Promise.allSettled(
      passwords.map((password) => acceptLink(db, { token: link, commandId, password, self: null }, clock())),
    );
    const { passwordHash } = (await accountOf(db, email))!;
    const works = await Promise.all(passwords.map((password) => verifyPassword(passwordHash, password)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.map(({ status }) => status === "fulfilled")).toEqual(works);
    for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject(DEAD);
  });

  it("is dead for a member who was disabled meanwhile; disabling ended their sessions", async () => {
    const { email, token } = await invite();
    await accept(token);
    const { person } = (await accountOf(db, email))!;
    await openSession(db, { id: SessionId.parse(v7()), person, userAgent: "", now: new Date() });
    const link = await offer(person);
    const command = { type: "disableMember", person, disabled: true } as const;
    await disableMember(
      { db, person: admin, now: clock() },
      { newsroomId, commandId: newCommand(), command },
    );
    expect(await sessionsOf(db, person, new Date())).toEqual([]);
    await expect(accept(link)).rejects.toMatchObject(DEAD);
  });
});

describe("the first administrator", () => {
  it("comes by a set-up link on a server without a newsroom, and by a new one after a restart", async () => {
    const fresh = await testDatabase();
    const given = {
      baseUrl: "https://galley.example",
      slug: "courier",
      newsroomName: "The Courier",
      now: clock(),
    };
    const first = await ensureFirstAdmin(fresh, given);
    const second = await ensureFirstAdmin(fresh, given);
    expect(first.founded).toBe(true);
    expect(second.founded).toBe(false);
    expect(second.setUpLink).toMatch(/^https:\/\/galley\.example\/invitation\/[\w-]{43}$/);
    const token = tokenOf(second.setUpLink!);
    expect(await lookAtLink(fresh, token, Date.now())).toMatchObject({ purpose: "set-up", person: null });
    await expect(lookAtLink(fresh, tokenOf(first.setUpLink!), Date.now())).rejects.toMatchObject(DEAD);
    const self = { name: "Robin Ekdal", email: "robin@courier.example" };
    await acceptLink(fresh, { token, commandId: newCommand(), password: PASSWORD, self }, clock());
    expect(await ensureFirstAdmin(fresh, given)).toEqual({ founded: false, setUpLink: null });
  });

  it("comes from the environment, with a password that is judged as any other", async () => {
    const fresh = await testDatabase();
    const given = { email: "Robin@Courier.example", baseUrl: "http://localhost", now: clock() };
    await expect(ensureFirstAdmin(fresh, { ...given, password: "password1234" })).rejects.toMatchObject({
      kind: "bad-input",
    });
    expect(await ensureFirstAdmin(fresh, { ...given, password: PASSWORD })).toMatchObject({
      setUpLink: null,
    });
    expect((await accountOf(fresh, "robin@courier.example"))?.isMember).toBe(true);
  });
});
