import { randomUUID } from "node:crypto";
import superjson from "superjson";
import { v7 } from "uuid";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { UserId } from "~/core/ids";
import { PAGE_OF } from "~/core/page-of";
import { SessionId } from "~/core/shapes/ids";
import { connect, type Connection, database } from "~/db/client";
import { openSession } from "~/db/queries/sessions";
import { users } from "~/db/schema/index";
import { testDatabaseUrl } from "~/db/testing";
import { testNewsroom } from "~/db/testing-newsroom";
import { cookieName } from "~/server/auth/cookies";
import { sealSession } from "~/server/auth/token";
import { logTo } from "~/server/log";
import { trpc } from "./trpc";

process.env.NEXTAUTH_SECRET = "p5Vh0wqkzE0mYxJ8cT3nRfLd7sBuG1aK";
process.env.NEXTAUTH_URL = "http://127.0.0.1:3000";
process.env.GALLEY_INSTANCE = "0a1b2c3d";
process.env.LOG_LEVEL = "error";

const own = "http://127.0.0.1:3000";
let cookie: string;
let good: Connection;
let slug: string;

beforeAll(async () => {
  process.env.DATABASE_URL = await testDatabaseUrl();
  const db = database();
  good = globalThis.galleyConnection!;
  const newsroom = await testNewsroom(db, ["checker"]);
  ({ slug } = newsroom);
  const id = SessionId.parse(randomUUID());
  await openSession(db, { id, person: newsroom.people.get("checker")!, userAgent: "", now: new Date() });
  cookie = `${cookieName("session")}=${await sealSession(id)}`;
  return () => good.close();
});

afterEach(() => {
  globalThis.galleyConnection = good;
});

interface Answer {
  status: number;
  text: string;
  /** What our client makes of the error; of the first in a batch. */
  error: { message: string; data: { kind: string; code?: string } } | undefined;
}

async function send(path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = {
    cookie,
    origin: own,
    "x-galley": "1",
    ...(init.headers as Record<string, string> | undefined),
  };
  const answer = await trpc(new Request(`${own}/api/trpc/${path}`, { ...init, headers }));
  const text = await answer.text();
  const body: unknown = JSON.parse(text);
  const [first] = [body].flat() as { error?: { json: unknown } }[];
  const error = first?.error && superjson.deserialize<NonNullable<Answer["error"]>>(first.error as never);
  return { status: answer.status, text, error };
}

const input = (value: unknown) => encodeURIComponent(JSON.stringify(superjson.serialize(value)));
const post = (path: string, value: unknown, headers: Record<string, string> = {}) =>
  send(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof value === "string" ? value : JSON.stringify(superjson.serialize(value)),
  });

describe("the procedures over HTTP", () => {
  it("answer a page of somebody else's as if nobody were signed in", async () => {
    const me = JSON.parse((await send("account.me")).text) as {
      result: { data: { json: { email: string } } };
    };
    const as = (email: string) => send("account.me", { headers: { [PAGE_OF]: encodeURIComponent(email) } });
    expect(await as(me.result.data.json.email)).toMatchObject({ status: 200 });
    expect(await as("somebody.else@example.org")).toMatchObject({
      status: 401,
      error: { data: { kind: "signed-out" } },
    });
  });

  it("know the person by the cookie", async () => {
    expect((await send("account.me")).text).toContain(slug);
    expect(await send("account.me", { headers: { cookie: "" } })).toMatchObject({
      status: 401,
      error: { data: { kind: "signed-out" } },
    });
  });

  it.each<[string, () => Promise<Answer>, number, string]>([
    [
      "a foreign page",
      () => post("account.endOtherSessions", undefined, { origin: "https://evil.example" }),
      403,
      "forbidden",
    ],
    [
      "multipart",
      () => post("account.endOtherSessions", "", { "content-type": "multipart/form-data; boundary=x" }),
      415,
      "bad-input",
    ],
    ["a mutation by GET", () => send("account.endOtherSessions"), 405, "bad-input"],
    [
      "a body of more than a megabyte",
      () => post("account.changePassword", "x".repeat(1_000_001)),
      413,
      "bad-input",
    ],
    ["what is not JSON", () => post("account.changePassword", "{"), 400, "bad-input"],
    ["JSON that is not superjson", () => post("account.changePassword", "[1,2,3]"), 400, "bad-input"],
    [
      "a prototype as input",
      () => post("account.changePassword", '{"json":{"__proto__":{"present":"x"}}}'),
      400,
      "bad-input",
    ],
    [
      "a key that nobody asked for",
      () => post("account.changePassword", { present: "x", next: "y", role: "admin" }),
      400,
      "bad-input",
    ],
    ["a procedure that is not there", () => send("account.everything"), 404, "not-found"],
    ["a procedure named by a prototype", () => send("__proto__.toString"), 404, "not-found"],
    ["input that is not JSON", () => send("articles.list?input=%7B"), 400, "bad-input"],
    [
      "a newsroom of nobody's",
      () => send(`articles.list?input=${input({ newsroom: "nobodys" })}`),
      404,
      "not-found",
    ],
  ])("turn away %s", async (_, call, status, kind) => {
    const answer = await call();
    expect(answer).toMatchObject({ status, error: { data: { kind } } });
    expect(answer.text).not.toMatch(/\\n *at |node_modules|select |insert /i);
  });

  it("are judged one by one in a batch, twenty at most", async () => {
    const inputs = input({ newsroom: slug });
    const mixed = await send(
      `account.me,articles.list,desks.list?batch=1&input=${encodeURIComponent(
        JSON.stringify({
          1: superjson.serialize({ newsroom: "nobodys" }),
          2: superjson.serialize({ newsroom: slug }),
        }),
      )}`,
    );
    const answers = JSON.parse(mixed.text) as { result?: unknown; error?: unknown }[];
    expect(answers.map(({ result }) => result !== undefined)).toEqual([true, false, true]);
    const many = (count: number) =>
      send(`${Array.from({ length: count }, () => "account.me").join(",")}?batch=1&input=${inputs}`);
    expect((await many(20)).status).toBe(200);
    expect(await many(21)).toMatchObject({ status: 400, error: { data: { kind: "bad-input" } } });
  });
});

describe("what failed inside", () => {
  it("leaves nothing on the wire but a code", async () => {
    const secret = "the source is Hanna";
    await good.db.execute("alter table desks rename column name to nom");
    try {
      const answer = await post("desks.add", {
        newsroom: slug,
        commandId: v7(),
        command: { type: "addDesk", desk: v7(), name: secret },
      });
      const list = await send(`desks.list?input=${input({ newsroom: slug })}`);
      for (const { text } of [answer, list])
        expect(text).not.toMatch(/Hanna|select|insert|desks"|nom|params|\.ts/);
      expect(list).toMatchObject({ status: 500, error: { data: { kind: "bug" } } });
      expect(list.error?.data.code).toMatch(/^[0-9a-f]{8}$/);
      expect(list.error?.message).toContain(list.error?.data.code);
    } finally {
      await good.db.execute("alter table desks rename column nom to name");
    }
  });

  it("leaves no value in the log", async () => {
    const lines: string[] = [];
    const planted: unknown = await good.db
      .insert(users)
      .values({ id: "the source is Hanna" as UserId, name: "Hanna", createdAt: new Date() })
      .catch((error: unknown) => error);
    expect(String(planted)).toContain("Hanna");
    logTo({ write: (line) => lines.push(line) }).error(
      { err: new Error(String(planted), { cause: planted }) },
      "bug",
    );
    expect(lines.join("")).toContain("22P02");
    expect(lines.join("")).not.toContain("Hanna");
  });
});

describe("while the database is away", () => {
  it("answers 503 in a plain sentence each time, and goes on when it is back", async () => {
    const away = connect("postgres://galley:x@127.0.0.1:1/galley");
    globalThis.galleyConnection = away;
    for (let round = 0; round < 6; round += 1) {
      const answer = await send("account.me");
      expect(answer).toMatchObject({ status: 503, error: { data: { kind: "away" } } });
      expect(answer.error?.message).toContain("does not answer");
    }
    await away.close(0);
    globalThis.galleyConnection = good;
    expect((await send("account.me")).status).toBe(200);
  });
});
