import NextAuth from "next-auth";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserId } from "~/core/ids";
import type { Database } from "~/db/client";
import { attempts, memberships, sessions } from "~/db/schema/index";
import { replacePassword } from "~/db/queries/sessions";
import { testDatabase } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { contextOf } from "~/server/context";
import { ADDRESS_HEADER } from "~/server/http/address";
import { authOptions } from "./options";
import { hashPassword } from "./passwords";
import { unsealed } from "./token";

process.env.NEXTAUTH_SECRET = "p5Vh0wqkzE0mYxJ8cT3nRfLd7sBuG1aK";
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";
process.env.GALLEY_INSTANCE = "0a1b2c3d";

const PASSWORD = "harbour lamps at dusk";
const HOUR = 3_600_000;
let db: Database;
let nora: UserId;
let email: string;
let clock = Date.now();
const now = () => clock;

beforeAll(async () => {
  db = await testDatabase();
  const newsroom = await testNewsroom(db, ["reporter", "checker"]);
  nora = newsroom.people.get("reporter")!;
  email = `${nora}@example.org`;
  await replacePassword(db, nora, await hashPassword(PASSWORD), null);
});

beforeEach(async () => {
  clock = Date.now();
  await db.delete(attempts);
  await db.delete(sessions);
  await db.update(memberships).set({ disabled: false });
});

/** A browser that talks to next-auth as the route does, and keeps its cookies. */
class Browser {
  readonly jar = new Map<string, string>();

  constructor(
    readonly userAgent = "Mozilla/5.0 Firefox/140.0",
    readonly address = "203.0.113.7",
  ) {}

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get session(): string | undefined {
    return this.jar.get("galley-0a1b2c3d.session");
  }

  async send(
    method: string,
    path: string,
    body: Record<string, string> = {},
  ): Promise<{ status: number; body: unknown }> {
    const answer: { status: number; body: unknown } = { status: 200, body: null };
    const response = {
      status(code: number) {
        answer.status = code;
        return response;
      },
      getHeader: () => undefined,
      setHeader: (name: string, value: string | string[]) => {
        if (name === "Set-Cookie") for (const cookie of [value].flat()) this.keep(cookie);
        return response;
      },
      json: (value: unknown) => (answer.body = value),
      send: (value: unknown) => (answer.body = value),
      end: () => undefined,
    };
    const request = {
      method,
      query: { nextauth: path.split("/") },
      body,
      cookies: Object.fromEntries([...this.jar].map(([name, value]) => [name, decodeURIComponent(value)])),
      headers: { cookie: this.cookie, "user-agent": this.userAgent, [ADDRESS_HEADER]: this.address },
    };
    const onFailure = (error: unknown) => {
      throw error;
    };
    await NextAuth(request as never, response as never, authOptions({ db, now, onFailure }));
    return answer;
  }

  private keep(cookie: string): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === "") this.jar.delete(name);
    else this.jar.set(name, value);
  }

  private async post(path: string, fields: Record<string, string>) {
    const { body } = await this.send("GET", "csrf");
    const { csrfToken } = body as { csrfToken: string };
    return this.send("POST", path, { ...fields, csrfToken, json: "true" });
  }

  /** @returns "in", or the word by which it was refused */
  async signIn(typed = email, password = PASSWORD): Promise<string> {
    const { status, body } = await this.post("callback/credentials", { email: typed, password });
    const url = new URL((body as { url: string }).url);
    return status === 200 ? "in" : (url.searchParams.get("error") ?? `status ${status}`);
  }

  signOut = () => this.post("signout", {});

  /** Who the server says it is. */
  async viewer(): Promise<UserId | null> {
    return (await contextOf(new Headers({ cookie: this.cookie }), db, now)).viewer?.person ?? null;
  }
}

describe("signing in", () => {
  it("opens a session whose id alone is in the cookie", async () => {
    const browser = new Browser("Firefox ".repeat(100));
    expect(await browser.signIn()).toBe("in");
    const [session] = await db.select().from(sessions);
    expect(await unsealed(browser.session!)).toEqual({
      sid: session!.id,
      iat: expect.any(Number) as number,
      exp: expect.any(Number) as number,
      jti: expect.any(String) as string,
    });
    expect(session!.userAgent).toHaveLength(200);
    expect(session!.expiresAt.getTime() - session!.createdAt.getTime()).toBe(7 * 24 * HOUR);
    expect(await browser.viewer()).toBe(nora);
  });

  it("takes the address in any case and with spaces around", async () => {
    expect(await new Browser().signIn(`  ${email.toUpperCase()} `)).toBe("in");
  });

  it("ends the session that the same browser had", async () => {
    const browser = new Browser();
    await browser.signIn();
    const before = browser.cookie;
    await browser.signIn();
    expect(await db.$count(sessions)).toBe(1);
    expect((await contextOf(new Headers({ cookie: before }), db, now)).viewer).toBeNull();
  });

  it.each<[string, string | null, string]>([
    ["a wrong password", null, "harbour lamps at dawn"],
    ["no password", null, ""],
    ["an account that is not there", "nobody@courier.example", PASSWORD],
    ["an account without a password", "", ""],
    ["what is no address", "nora", PASSWORD],
    ["NUL in the address", "nora\0@courier.example", PASSWORD],
    ["half a character in the password", null, "\ud800"],
    ["a very long password", null, PASSWORD.repeat(1_000)],
    ["SQL", "' or 1=1 --", "' or 1=1 --"],
  ])("gives one answer to %s", async (_, typed, password) => {
    const browser = new Browser();
    expect(await browser.signIn(typed ?? email, password)).toBe("wrong");
    expect(browser.session).toBeUndefined();
    expect(await db.$count(sessions)).toBe(0);
  });

  it("gives the same answer to a person who is disabled everywhere", async () => {
    await db.update(memberships).set({ disabled: true });
    expect(await new Browser().signIn()).toBe("wrong");
    expect(await new Browser().signIn(undefined, "wrong too")).toBe("wrong");
  });

  it("takes as long for nobody as for a wrong password", async () => {
    const times = { unknown: [] as number[], wrong: [] as number[] };
    for (let round = 0; round < 5; round += 1) {
      for (const [kind, typed] of [
        ["unknown", `nobody${round}@courier.example`],
        ["wrong", email],
      ] as const) {
        const began = performance.now();
        await new Browser(undefined, `198.51.100.${round}`).signIn(typed, "wrong");
        times[kind].push(performance.now() - began);
      }
    }
    const median = (of: number[]) => of.toSorted((a, b) => a - b)[2]!;
    expect(median(times.unknown)).toBeGreaterThan(median(times.wrong) / 2);
    expect(median(times.unknown)).toBeLessThan(median(times.wrong) * 2);
  });

  it("refuses a form without the token against forged forms", async () => {
    const browser = new Browser();
    await browser.send("POST", "callback/credentials", {
      email,
      password: PASSWORD,
      json: "true",
    });
    expect(browser.session).toBeUndefined();
    expect(await db.$count(sessions)).toBe(0);
  });

  it("tells nothing of a failure but a code", async () => {
    await db.execute("alter table attempts rename to tried");
    try {
      expect(await new Browser().signIn()).toMatch(/^bug:[0-9a-f]{8}$/);
    } finally {
      await db.execute("alter table tried rename to attempts");
    }
  });
});

describe("a session", () => {
  it("ends when its browser signs out", async () => {
    const browser = new Browser();
    await browser.signIn();
    const { cookie } = browser;
    expect((await browser.signOut()).status).toBe(200);
    expect(browser.session).toBeUndefined();
    expect((await contextOf(new Headers({ cookie }), db, now)).viewer).toBeNull();
  });

  it("ends at the next call when its owner is disabled", async () => {
    const browser = new Browser();
    await browser.signIn();
    await db.update(memberships).set({ disabled: true });
    expect(await browser.viewer()).toBeNull();
  });

  it("lasts while it is used, eight hours at rest, and seven days in all", async () => {
    const browser = new Browser();
    await browser.signIn();
    clock += 8 * HOUR - 1;
    expect(await browser.viewer()).toBe(nora);
    clock += 8 * HOUR;
    expect(await browser.viewer()).toBeNull();

    await browser.signIn();
    const end = clock + 7 * 24 * HOUR;
    while (clock + HOUR < end) {
      clock += HOUR;
      expect(await browser.viewer()).toBe(nora);
    }
    clock = end;
    expect(await browser.viewer()).toBeNull();
  });

  it("writes when it was seen once a minute at most", async () => {
    const browser = new Browser();
    await browser.signIn();
    const seen = async () => (await db.select().from(sessions))[0]!.lastSeenAt.getTime();
    const first = await seen();
    clock += 59_000;
    await browser.viewer();
    expect(await seen()).toBe(first);
    clock += 1_000;
    await browser.viewer();
    expect(await seen()).toBe(first + 60_000);
  });
});

describe("wrong passwords", () => {
  const wrong = (times: number, from: (round: number) => Browser, typed?: string) =>
    Promise.all(Array.from({ length: times }, (_, round) => from(round).signIn(typed, "wrong")));

  it("are refused unseen after ten for an account, also the right one, wherever they come from", async () => {
    const answers = await wrong(12, (round) => new Browser(undefined, `198.51.100.${round}`));
    expect(answers.filter((word) => word === "wrong")).toHaveLength(10);
    expect(await new Browser().signIn()).toMatch(/^wait:(8\d\d|900)$/);
    clock += 15 * 60_000;
    expect(await new Browser().signIn()).toBe("in");
  });

  it("are counted for an account that is not there as well", async () => {
    await wrong(10, (round) => new Browser(undefined, `198.51.100.${round}`), "nobody@courier.example");
    expect(await new Browser().signIn("nobody@courier.example", "wrong")).toMatch(/^wait:/);
  });

  it("are refused after ten from an address, whatever the account", async () => {
    for (let round = 0; round < 10; round += 1) {
      expect(await new Browser().signIn(`nobody${round}@courier.example`, "wrong")).toBe("wrong");
    }
    expect(await new Browser().signIn()).toMatch(/^wait:/);
    expect(await new Browser(undefined, "198.51.100.9").signIn()).toBe("in");
  });

  it("are forgiven an account by the right one, an address only what was right", async () => {
    for (let round = 0; round < 9; round += 1) await new Browser().signIn(undefined, "wrong");
    expect(await new Browser().signIn()).toBe("in");
    expect(await new Browser().signIn(undefined, "wrong")).toBe("wrong");
    expect(await new Browser().signIn()).toMatch(/^wait:/);
  });

  it("leave nothing of what was typed in the table", async () => {
    await new Browser().signIn("my secret by mistake", "wrong");
    const kept = JSON.stringify(await db.select().from(attempts));
    expect(kept).not.toContain("secret");
    expect(kept).not.toContain("203.0.113.7");
  });

  it("do not count for ever: ended windows are forgotten at the next sign-in", async () => {
    await new Browser(undefined, "198.51.100.9").signIn("nobody@courier.example", "wrong");
    clock += HOUR;
    await new Browser().signIn();
    expect(await db.$count(attempts)).toBe(1);
  });

  it("gain nothing by coming at the same moment", async () => {
    const answers = await wrong(30, () => new Browser());
    const looked = answers.filter((word) => word === "wrong").length;
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(10);
  });
});
