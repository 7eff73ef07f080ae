import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import type { UserId } from "~/core/ids";
import { SessionId } from "~/core/shapes/ids";
import { database } from "~/db/client";
import { openSession } from "~/db/queries/sessions";
import { testDatabaseUrl } from "~/db/testing";
import { type NewsroomWithDesks, newsroomWithDesks } from "~/db/testing-members";
import { cookieName } from "~/server/auth/cookies";
import { sealSession } from "~/server/auth/token";
import { upload } from "./upload";

const ORIGIN = "http://127.0.0.1:3000";
vi.stubEnv("DATABASE_URL", await testDatabaseUrl());
vi.stubEnv("NEXTAUTH_URL", ORIGIN);
vi.stubEnv("NEXTAUTH_SECRET", "k3".repeat(20));
afterAll(() => globalThis.galleyConnection?.close());

let home: NewsroomWithDesks;
let people: Record<"nora" | "admin" | "stranger", UserId>;

beforeAll(async () => {
  home = await newsroomWithDesks(database(), "uploads");
  const away = await newsroomWithDesks(database(), "elsewhere");
  people = {
    nora: await home.member("Nora", ["reporter"]),
    admin: await home.member("Ada", ["admin"]),
    stranger: await away.member("Stan", ["managing-editor"]),
  };
});

async function cookieOf(person: UserId): Promise<string> {
  const id = SessionId.parse(randomUUID());
  await openSession(database(), { id, person, userAgent: "a test", now: new Date() });
  return `${cookieName("session")}=${await sealSession(id)}`;
}

interface Sent {
  by?: UserId;
  file?: File;
  fields?: Record<string, string>;
  query?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

const newFile = (text: string | Uint8Array<ArrayBuffer>, name = "story.txt") => new File([text], name);

async function send(sent: Sent): Promise<{ status: number; answer: unknown }> {
  const response = await responseTo(sent);
  return { status: response.status, answer: await response.json() };
}

async function responseTo(sent: Sent): Promise<Response> {
  const form = new FormData();
  const fields = { articleId: randomUUID(), commandId: randomUUID(), ...sent.fields };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", sent.file ?? newFile("Wall\n\nIt holds.\n"));
  const headers = new Headers({ origin: ORIGIN, "x-galley": "1", ...sent.headers });
  if (sent.by) headers.set("cookie", await cookieOf(sent.by));
  const address = `${ORIGIN}/api/upload?newsroom=${home.slug}${sent.query ?? ""}`;
  return upload(new Request(address, { method: "POST", headers, body: sent.body ?? form }));
}

describe("who and what is turned away", () => {
  const big = new File([new Uint8Array(15_000_001)], "big.txt");
  const cases: [what: string, sent: () => Sent, status: number][] = [
    ["a page of another site", () => ({ by: people.nora, headers: { origin: "https://evil.example" } }), 403],
    ["a form without our header", () => ({ by: people.nora, headers: { "x-galley": "" } }), 403],
    ["JSON", () => ({ by: people.nora, body: "{}", headers: { "content-type": "application/json" } }), 415],
    ["whoever is signed out", () => ({}), 401],
    ["whoever belongs elsewhere", () => ({ by: people.stranger }), 404],
    ["an administrator", () => ({ by: people.admin }), 403],
    ["more than 15 MB", () => ({ by: people.nora, file: big }), 413],
    [
      "a form cut short",
      () => ({
        by: people.nora,
        body: "--x\r\n",
        headers: { "content-type": "multipart/form-data; boundary=x" },
      }),
      400,
    ],
    ["a field that nobody knows", () => ({ by: people.nora, fields: { restricted: "true" } }), 400],
    ["an id that is none", () => ({ by: people.nora, fields: { articleId: "1" } }), 400],
    ["another desk’s id", () => ({ by: people.nora, fields: { desk: randomUUID() } }), 404],
    ["a conversion that nobody knows", () => ({ by: people.nora, query: "&convert=ebcdic" }), 400],
  ];

  it.each(cases)("%s", async (_, sent, status) => {
    const { status: answered, answer } = await send(sent());
    expect({ answered, answer }).toEqual({
      answered: status,
      answer: { error: expect.any(String) as string },
    });
  });

  it("is answered as JSON and nothing else, kept nowhere", async () => {
    for (const sent of [{}, { by: people.admin }]) {
      const { headers } = await responseTo(sent);
      expect(Object.fromEntries(headers)).toMatchObject({
        "content-type": "application/json",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
    }
  });
});

describe("a file", () => {
  it("becomes one article, however often it is sent", async () => {
    const fields = { articleId: randomUUID(), commandId: randomUUID(), desk: home.city };
    const sent = {
      by: people.nora,
      fields,
      file: newFile("The quay opens\r\n\r\nOn Monday.\r\n", "../../q.md"),
    };
    const first = await send(sent);
    expect(first).toEqual({
      status: 200,
      answer: { status: "created", article: fields.articleId, title: "The quay opens" },
    });
    expect(await Promise.all([send(sent), send(sent)])).toEqual([first, first]);
  });

  it("is read in another way once that is agreed", async () => {
    const file = newFile(new Uint8Array(Buffer.from("A caf\xe9\n\nIt is open.\n", "latin1")));
    const fields = { articleId: randomUUID(), commandId: randomUUID() };
    expect(await send({ by: people.nora, file, fields })).toMatchObject({
      status: 200,
      answer: { status: "refused", offer: "windows-1252", problems: [{ line: 1, column: 6 }] },
    });
    expect(await send({ by: people.nora, file, fields, query: "&convert=windows-1252" })).toMatchObject({
      answer: { status: "created", title: "A café" },
    });
  });

  it("has its flaws replaced once that is agreed", async () => {
    const file = newFile("Fine.\nNot \0 fine.\n");
    expect(await send({ by: people.nora, file })).toMatchObject({
      answer: { status: "refused", offer: "replace", problems: [{ line: 2, column: 5 }] },
    });
    expect(await send({ by: people.nora, file, query: "&convert=replace" })).toMatchObject({
      answer: { status: "created" },
    });
  });

  it("that is here already is told, and added on demand", async () => {
    const file = newFile("Twice\n\nThe same.\n");
    const { answer: first } = await send({ by: people.nora, file });
    expect(await send({ by: people.nora, file })).toMatchObject({
      answer: { status: "here", title: "Twice", article: (first as { article: string }).article },
    });
    expect(await send({ by: people.nora, file, fields: { again: "true" } })).toMatchObject({
      answer: { status: "created" },
    });
  });
});
