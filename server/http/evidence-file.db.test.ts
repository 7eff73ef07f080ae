import { createHash, randomUUID } from "node:crypto";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import type { EvidenceId, UserId } from "~/core/ids";
import { CommandId, EvidenceId as EvidenceIds, SessionId } from "~/core/shapes/ids";
import type { NewsroomCommand } from "~/core/newsroom";
import { database } from "~/db/client";
import { readLog, verifyLog } from "~/db/log";
import { headOfNewsroom } from "~/db/queries/heads";
import { wholeNewsroom } from "~/db/queries/newsroom-slices";
import { openSession } from "~/db/queries/sessions";
import { proveSoundness } from "~/db/queries/soundness";
import { evidenceFileParts, evidenceFiles } from "~/db/schema/files";
import { testDatabaseUrl } from "~/db/testing";
import { type NewsroomWithDesks, newsroomWithDesks } from "~/db/testing-members";
import { cookieName } from "~/server/auth/cookies";
import { sealSession } from "~/server/auth/token";
import { PART_BYTES } from "~/server/evidence-files/take-file";
import { executeInNewsroom } from "~/server/execute-newsroom";
import { attach, download } from "./evidence-file";

const ORIGIN = "http://127.0.0.1:3000";
vi.stubEnv("DATABASE_URL", await testDatabaseUrl());
vi.stubEnv("NEXTAUTH_URL", ORIGIN);
vi.stubEnv("NEXTAUTH_SECRET", "k3".repeat(20));
vi.stubEnv("EVIDENCE_FILE_MB", "3");
afterAll(() => globalThis.galleyConnection?.close());

let home: NewsroomWithDesks;
let away: NewsroomWithDesks;
let people: Record<"nora" | "cara" | "stella" | "admin" | "counsel" | "stranger", UserId>;

beforeAll(async () => {
  home = await newsroomWithDesks(database(), "files");
  away = await newsroomWithDesks(database(), "elsewhere");
  people = {
    nora: await home.member("Nora", ["reporter"]),
    cara: await home.member("Cara", ["checker"]),
    stella: await home.member("Stella", ["standards"]),
    admin: await home.member("Ada", ["admin"]),
    counsel: await home.member("Cyd", ["counsel"]),
    stranger: await away.member("Stan", ["managing-editor"]),
  };
});

async function act(person: UserId, command: NewsroomCommand, newsroom = home): Promise<void> {
  const performer = { db: database(), person, now: Date.now };
  await executeInNewsroom(performer, newsroom.id, CommandId.parse(v7()), command);
}

async function newItem(person = people.nora, newsroom = home): Promise<EvidenceId> {
  const evidence = EvidenceIds.parse(v7());
  const item = {
    kind: "document",
    reference: "Minutes",
    locator: null,
    retrievedAt: null,
    note: null,
  } as const;
  await act(person, { type: "addEvidence", evidence, ...item }, newsroom);
  return evidence;
}

async function cookieOf(person: UserId): Promise<string> {
  const id = SessionId.parse(randomUUID());
  await openSession(database(), { id, person, userAgent: "a test", now: new Date() });
  return `${cookieName("session")}=${await sealSession(id)}`;
}

interface Sent {
  by?: UserId;
  evidence?: string;
  newsroom?: string;
  command?: string;
  name?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

async function post(sent: Sent): Promise<Response> {
  const { evidence = v7(), newsroom = home.slug, command = v7(), name = "minutes.txt" } = sent;
  const headers = new Headers({
    origin: ORIGIN,
    "x-galley": "1",
    "content-type": "application/octet-stream",
    "x-file-name": encodeURIComponent(name),
    ...sent.headers,
  });
  if (sent.by) headers.set("cookie", await cookieOf(sent.by));
  const address = `${ORIGIN}/api/evidence?${new URLSearchParams({ newsroom, evidence, command })}`;
  const body = sent.body ?? "The minutes";
  return attach(new Request(address, { method: "POST", headers, body, duplex: "half" } as RequestInit));
}

async function get(by: UserId | null, evidence: string, newsroom = home.slug): Promise<Response> {
  const headers = new Headers(by ? { cookie: await cookieOf(by) } : {});
  return download(
    new Request(`${ORIGIN}/api/evidence?${new URLSearchParams({ newsroom, evidence })}`, { headers }),
  );
}

const sha256 = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const itemNow = async (id: EvidenceId) => (await wholeNewsroom(database(), home.id))!.evidence.get(id)!;
const contentsKept = async () =>
  (await database().select({ sha256: evidenceFiles.sha256 }).from(evidenceFiles)).map((row) => row.sha256);

/** A body that comes in chunks of uneven sizes, without saying how long it is. */
function streaming(bytes: Uint8Array, ending: "closes" | "breaks off" = "closes"): ReadableStream {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) {
        const size = 1 + ((at * 7 + 77_777) % 300_000);
        controller.enqueue(bytes.slice(at, at + size));
        at += size;
      } else if (ending === "closes") controller.close();
      else controller.error(new Error("aborted"));
    },
  });
}

describe("who and what is turned away", () => {
  const cases: [what: string, sent: () => Promise<Sent> | Sent, status: number][] = [
    ["a page of another site", () => ({ by: people.nora, headers: { origin: "https://evil.example" } }), 403],
    ["a request without our header", () => ({ by: people.nora, headers: { "x-galley": "" } }), 403],
    ["a form", () => ({ by: people.nora, headers: { "content-type": "multipart/form-data" } }), 415],
    ["whoever is signed out", () => ({}), 401],
    ["whoever belongs elsewhere", async () => ({ by: people.stranger, evidence: await newItem() }), 404],
    ["an administrator", async () => ({ by: people.admin, evidence: await newItem() }), 403],
    ["counsel", async () => ({ by: people.counsel, evidence: await newItem() }), 403],
    ["an item that is not there", () => ({ by: people.nora }), 404],
    [
      "an item of another newsroom",
      async () => ({ by: people.nora, evidence: await newItem(people.stranger, away) }),
      404,
    ],
    ["no name", async () => ({ by: people.nora, evidence: await newItem(), name: " " }), 400],
    [
      "a name too long",
      async () => ({ by: people.nora, evidence: await newItem(), name: "x".repeat(256) }),
      400,
    ],
    [
      "a name badly encoded",
      async () => ({ by: people.nora, evidence: await newItem(), headers: { "x-file-name": "%E0%A4%A" } }),
      400,
    ],
    ["an id that is none", () => ({ by: people.nora, evidence: "1" }), 400],
    [
      "an empty file",
      async () => ({ by: people.nora, evidence: await newItem(), body: streaming(new Uint8Array()) }),
      400,
    ],
    [
      "a length beyond the limit",
      async () => ({ by: people.nora, evidence: await newItem(), headers: { "content-length": "3000001" } }),
      413,
    ],
    [
      "more than the limit, whatever it said",
      async () => ({
        by: people.nora,
        evidence: await newItem(),
        body: streaming(new Uint8Array(3_000_001)),
      }),
      413,
    ],
    [
      "a body that breaks off",
      async () => ({
        by: people.nora,
        evidence: await newItem(),
        body: streaming(new Uint8Array(2 * PART_BYTES), "breaks off"),
      }),
      400,
    ],
  ];

  it.each(cases)("%s, and nothing is kept", async (_, sent, status) => {
    const response = await post(await sent());
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: expect.any(String) as string });
    expect(await contentsKept()).toEqual([]);
    expect(await database().$count(evidenceFileParts)).toBe(0);
  });

  it("the refusal of a large file says how large and what to do", async () => {
    const body = streaming(new Uint8Array(3_000_001));
    const response = await post({ by: people.nora, evidence: await newItem(), body });
    expect(await response.json()).toEqual({
      error: expect.stringMatching(/3 MB.*Nothing was added/) as string,
    });
  });
});

describe("a file", () => {
  const bytes = new Uint8Array(2.5 * PART_BYTES).map((_, at) => at * 31 + (at >> 8));

  it("comes in piece by piece and goes out the same, as an attachment and nothing else", async () => {
    const evidence = await newItem();
    const name = "../Protokoll „März“ \u202Efdp.exe";
    const response = await post({ by: people.nora, evidence, name, body: streaming(bytes) });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      file: { sha256: sha256(bytes), bytes: bytes.length, mediaType: "application/octet-stream" },
    });
    expect((await itemNow(evidence)).file).toMatchObject({
      sha256: sha256(bytes),
      name: { words: "Protokoll „März“ fdp.exe" },
      by: people.nora,
    });
    const out = await get(people.cara, evidence);
    expect(out.status).toBe(200);
    expect(Object.fromEntries(out.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-length": String(bytes.length),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    });
    expect(out.headers.get("content-disposition")).toMatch(
      /^attachment; filename="Protokoll Marz fdp\.exe"; filename\*=UTF-8''Protokoll%20%E2%80%9EM%C3%A4rz/,
    );
    expect(sha256(new Uint8Array(await out.arrayBuffer()))).toBe(sha256(bytes));
  });

  it("is told by its bytes, not by its name", async () => {
    for (const [body, type] of [
      ["<script>alert(1)</script>", "text/plain"],
      ["%PDF-1.7 \0", "application/pdf"],
      ["\0", "application/octet-stream"],
    ] as const) {
      const evidence = await newItem();
      await post({ by: people.nora, evidence, name: "page.html", body });
      expect((await get(people.nora, evidence)).headers.get("content-type")).toBe(type);
    }
  });

  it("sent again, also at the same moment, is attached once; another one is refused", async () => {
    const evidence = await newItem();
    const sent = { by: people.nora, evidence, command: v7(), body: "Once" };
    const all = await Promise.all([post(sent), post(sent), post(sent)]);
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await post({ ...sent, body: "Twice" })).status).toBe(409);
    expect((await post({ ...sent, command: v7(), body: "Twice" })).status).toBe(409);
    const log = await readLog(database(), home.id, { limit: 10_000 });
    const attached = log.filter(
      ({ type, body }) => type === "FileAttached" && JSON.stringify(body).includes(evidence),
    );
    expect(attached).toHaveLength(1);
    expect(await contentsKept()).not.toContain(sha256("Twice"));
    expect(await contentsKept()).not.toContain(null);
  });

  it("of the same contents is kept once in a newsroom, and again in another", async () => {
    const [first, second] = [await newItem(), await newItem(people.cara)];
    const theirs = await newItem(people.stranger, away);
    await Promise.all([
      post({ by: people.nora, evidence: first, body: "The same", name: "a.txt" }),
      post({ by: people.cara, evidence: second, body: "The same", name: "b.txt" }),
      post({ by: people.stranger, evidence: theirs, body: "The same", newsroom: away.slug }),
    ]);
    expect((await contentsKept()).filter((hash) => hash === sha256("The same"))).toHaveLength(2);
    const names = [first, second].map(async (id) => (await itemNow(id)).file?.name.words);
    expect(await Promise.all(names)).toEqual(["a.txt", "b.txt"]);
  });

  it("does not exist for whoever may not see the newsroom’s evidence", async () => {
    const evidence = await newItem();
    await post({ by: people.nora, evidence });
    const missing = await (await get(people.nora, v7())).text();
    for (const person of [people.admin, people.counsel, people.stranger]) {
      const refused = await get(person, evidence);
      expect([refused.status, await refused.text()]).toEqual([404, missing]);
    }
    const elsewhere = await get(people.stranger, evidence, away.slug);
    expect([elsewhere.status, await elsewhere.text()]).toEqual([404, missing]);
    expect((await get(null, evidence)).status).toBe(401);
    const fileless = await get(people.nora, await newItem());
    expect([fileless.status, await fileless.text()]).toEqual([404, missing]);
  });

  it("removed from the record is gone with its name, unless another item has the same contents", async () => {
    const [first, second] = [await newItem(), await newItem()];
    const command = v7();
    await post({ by: people.nora, evidence: first, body: "Secret", name: "anna.txt", command });
    await post({ by: people.nora, evidence: second, body: "Secret", name: "berta.txt" });
    const removal = (evidence: EvidenceId) => ({ type: "removeFile", evidence, reason: "A source" }) as const;
    await act(people.stella, removal(first));
    expect((await get(people.nora, first)).status).toBe(404);
    expect(await (await get(people.nora, second)).text()).toBe("Secret");
    await act(people.stella, removal(second));
    expect((await get(people.nora, second)).status).toBe(404);
    expect(await contentsKept()).not.toContain(sha256("Secret"));
    // The answer of then, to a browser that never heard it, brings nothing back.
    await post({ by: people.nora, evidence: first, body: "Secret", name: "anna.txt", command });
    expect(await contentsKept()).not.toContain(sha256("Secret"));
    const everything = JSON.stringify(await readLog(database(), home.id, { limit: 10_000 }));
    expect(everything).not.toMatch(/anna|berta/);
    expect(await verifyLog(database(), home.id, (await headOfNewsroom(database(), home.id))!)).toBeNull();
  });

  it("that is not what its hash says is found by the proof of soundness", async () => {
    const evidence = await newItem();
    await post({ by: people.nora, evidence, body: "Sound" });
    const unsound = async () =>
      (await proveSoundness(database())).flaws.filter((flaw) => flaw.includes("hash"));
    expect(await unsound()).toEqual([]);
    await database()
      .update(evidenceFileParts)
      .set({ content: new TextEncoder().encode("Spoilt") });
    expect((await unsound()).join()).toContain(sha256("Sound"));
  });
});
