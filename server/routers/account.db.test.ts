import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserId } from "~/core/ids";
import { SessionId } from "~/core/shapes/ids";
import { USUAL_PREFERENCES } from "~/core/preferences";
import { QCU_1 } from "~/core/qcu";
import type { Database } from "~/db/client";
import { openSession, replacePassword, viewerOf } from "~/db/queries/sessions";
import { passwordHashOf } from "~/db/queries/users";
import { attempts, sessions } from "~/db/schema/index";
import { testDatabase } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { hashPassword, verifyPassword } from "~/server/auth/passwords";
import { createCallerFactory } from "~/server/trpc";
import { appRouter } from "./index";

const PASSWORD = "harbour lamps at dusk";
const NEXT = "a falcon over the quay";
const createCaller = createCallerFactory(appRouter);

let db: Database;
let ines: UserId;
let robin: UserId;
let passwordHash: string;
beforeAll(async () => {
  db = await testDatabase();
  const { people } = await testNewsroom(db, ["checker", "admin"]);
  ines = people.get("checker")!;
  robin = people.get("admin")!;
  passwordHash = await hashPassword(PASSWORD);
});

beforeEach(async () => {
  await db.delete(sessions);
  await db.delete(attempts);
  await replacePassword(db, ines, passwordHash, null);
});

/** A browser of the person's, signed in, with the procedures as it calls them. */
async function browser(person: UserId, userAgent = "Firefox") {
  const id = SessionId.parse(randomUUID());
  await openSession(db, { id, person, userAgent, now: new Date() });
  const viewer = await viewerOf(db, id, new Date());
  return {
    id,
    api: createCaller({ db, viewer, now: Date.now }),
    isIn: async () => (await viewerOf(db, id, new Date())) !== null,
  };
}

describe("one's sessions", () => {
  it("are listed with the one that asks, and nobody else's", async () => {
    const here = await browser(ines, "Firefox");
    const there = await browser(ines, "Safari");
    await browser(robin);
    const found = await here.api.account.sessions();
    expect(found.map(({ id, userAgent, isThis }) => ({ id, userAgent, isThis }))).toEqual(
      expect.arrayContaining([
        { id: here.id, userAgent: "Firefox", isThis: true },
        { id: there.id, userAgent: "Safari", isThis: false },
      ]),
    );
    expect(found).toHaveLength(2);
  });

  it("can be ended one by one, and then are over", async () => {
    const here = await browser(ines);
    const there = await browser(ines);
    await here.api.account.endSession({ session: there.id });
    expect([await here.isIn(), await there.isIn()]).toEqual([true, false]);
  });

  it("of others cannot be ended", async () => {
    const here = await browser(ines);
    const theirs = await browser(robin);
    await expect(here.api.account.endSession({ session: theirs.id })).rejects.toThrow("signed out already");
    expect(await theirs.isIn()).toBe(true);
  });

  it("can all be ended but this one", async () => {
    const here = await browser(ines);
    const others = [await browser(ines), await browser(ines)];
    const theirs = await browser(robin);
    expect(await here.api.account.endOtherSessions()).toEqual({ ended: 2 });
    expect(await Promise.all([here, theirs, ...others].map((each) => each.isIn()))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe("one's preferences", () => {
  const reader = { size: "large", width: "wide", face: "sans" } as const;

  it("are the usual ones at first, then as they were set, in every browser and for nobody else", async () => {
    const here = await browser(ines);
    const there = await browser(ines);
    const theirs = await browser(robin);
    expect(await here.api.account.preferences()).toEqual(USUAL_PREFERENCES);
    await here.api.account.setPreferences({ reader });
    const set = await there.api.account.setPreferences({ keys: { next: ["Alt+n"] } });
    expect(set).toEqual({ ...USUAL_PREFERENCES, reader, keys: { next: ["Alt+n"] } });
    expect(await here.api.account.preferences()).toEqual(set);
    expect(await theirs.api.account.preferences()).toEqual(USUAL_PREFERENCES);
  });

  it("keep every part, also when several pages change them at once", async () => {
    const { api } = await browser(robin);
    await Promise.all([
      api.account.setPreferences({ reader }),
      api.account.setPreferences({ singleKeys: false }),
      api.account.setPreferences({ keys: { approve: [] } }),
    ]);
    expect(await api.account.preferences()).toEqual({
      ...USUAL_PREFERENCES,
      reader,
      singleKeys: false,
      keys: { approve: [] },
    });
  });

  it("come with the schemes of one's newsrooms, whose types have keys", async () => {
    const { api } = await browser(ines);
    expect((await api.account.schemes()).map(({ id, version }) => ({ id, version }))).toEqual([
      { id: QCU_1.id, version: QCU_1.version },
    ]);
  });
});

describe("one's password", () => {
  const kept = () => passwordHashOf(db, ines);

  it("is changed, and signs the other browsers out at their next call", async () => {
    const here = await browser(ines);
    const there = await browser(ines);
    await here.api.account.changePassword({ present: PASSWORD, next: NEXT });
    expect(await verifyPassword(await kept(), NEXT)).toBe(true);
    expect([await here.isIn(), await there.isIn()]).toEqual([true, false]);
  });

  it.each([
    ["the present one is wrong", { present: "wrong", next: NEXT }, "FORBIDDEN", "not your present password"],
    ["the next is short", { present: PASSWORD, next: "short" }, "BAD_REQUEST", "12 or more"],
    [
      "the next is common",
      { present: PASSWORD, next: "correct horse battery staple" },
      "BAD_REQUEST",
      "the first",
    ],
  ])("stays when %s", async (_, typed, code, sentence) => {
    const here = await browser(ines);
    const there = await browser(ines);
    const refused = here.api.account.changePassword(typed);
    await expect(refused).rejects.toMatchObject({
      code,
      message: expect.stringContaining(sentence) as string,
    });
    expect(await kept()).toBe(passwordHash);
    expect(await there.isIn()).toBe(true);
  });

  it("cannot be found out by trying: after ten wrong ones the right one waits as well", async () => {
    const { api } = await browser(ines);
    for (let round = 0; round < 10; round += 1) {
      await expect(api.account.changePassword({ present: "wrong", next: NEXT })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    await expect(api.account.changePassword({ present: PASSWORD, next: NEXT })).rejects.toMatchObject({
      code: "TOO_MANY_REQUESTS",
      message: "There were too many wrong passwords. Wait 15 minutes, then try again.",
    });
  });
});
