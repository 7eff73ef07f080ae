import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";

import type { NewsroomId, UserId } from "~/core/ids";
import { CommandId } from "~/core/shapes/ids";
import { wordsOf } from "~/core/words";
import type { Database } from "./client";
import { appendEvents, type Head, type LoggedEvent, readLog, removeText, verifyLog } from "./log";
import { testDatabase } from "./testing";
import { testNewsroom } from "./testing-newsroom";

let db: Database;
let newsroom: NewsroomId;
let person: UserId;
beforeAll(async () => {
  db = await testDatabase();
  const made = await testNewsroom(db, ["checker"]);
  newsroom = made.id;
  person = made.people.get("checker")!;
});

function event(log: string, seq: number, body: unknown): LoggedEvent {
  const command = CommandId.parse(v7());
  const rest = {
    version: 1,
    at: 1_800_000_000_000 + seq,
    actor: person,
    role: "checker",
    revision: null,
    undoes: null,
  } as const;
  return { log, seq, command, type: "NoteSet", body, ...rest };
}

/** A log of three events, each with words. */
async function threeEvents(): Promise<{ log: string; head: Head }> {
  const log = v7();
  const bodies = ["one", "two", "three"].map((text) => ({ to: wordsOf(text), from: null }));
  const events = bodies.map((body, index) => event(log, index + 1, body));
  const { head } = await db.transaction((tx) => appendEvents(tx, newsroom, { seq: 0, hash: "" }, events));
  return { log, head };
}

/** Runs a change with the triggers off, as the owner of the database could. */
async function tamper(change: ReturnType<typeof sql>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(change);
  });
}

it("reads back what was appended, words in their places", async () => {
  const { log, head } = await threeEvents();
  const read = await readLog(db, log);
  expect(read.map(({ body }) => body)).toEqual([
    { from: null, to: { ref: "1/to", words: "one" } },
    { from: null, to: { ref: "2/to", words: "two" } },
    { from: null, to: { ref: "3/to", words: "three" } },
  ]);
  expect(await verifyLog(db, log, head)).toBeNull();
});

const refused: [string, (log: string) => ReturnType<typeof sql>][] = [
  ["changing an event", (log) => sql`update events set role = 'admin' where log_id = ${log}`],
  ["deleting an event", (log) => sql`delete from events where log_id = ${log} and seq = 3`],
  ["deleting words", (log) => sql`delete from event_texts where log_id = ${log}`],
  ["changing words", (log) => sql`update event_texts set words = 'else' where log_id = ${log}`],
  [
    "changing words and salt",
    (log) => sql`update event_texts set words = 'else', salt = null where log_id = ${log}`,
  ],
  ["emptying the log", () => sql`truncate events cascade`],
];
it.each(refused)("refuses %s", async (_name, change) => {
  const { log, head } = await threeEvents();
  await expect(db.execute(change(log))).rejects.toThrow();
  expect(await verifyLog(db, log, head)).toBeNull();
});

const tampered: [string, (log: string) => ReturnType<typeof sql>, string, number][] = [
  [
    "a changed body",
    (log) => sql`update events set body = '{}' where log_id = ${log} and seq = 2`,
    "its hash differs",
    2,
  ],
  [
    "a changed time",
    (log) => sql`update events set at = at + interval '1 s' where log_id = ${log} and seq = 2`,
    "its hash differs",
    2,
  ],
  [
    "a changed role",
    (log) => sql`update events set role = 'admin' where log_id = ${log} and seq = 3`,
    "its hash differs",
    3,
  ],
  [
    "changed words",
    (log) => sql`update event_texts set words = 'else' where log_id = ${log} and seq = 1`,
    "its words differ",
    1,
  ],
  ["an event taken out", (log) => sql`delete from events where log_id = ${log} and seq = 2`, "a gap", 2],
  [
    "words taken out",
    (log) => sql`delete from event_texts where log_id = ${log} and seq = 3`,
    "its words are missing",
    3,
  ],
  [
    "the end cut off",
    (log) => sql`delete from events where log_id = ${log} and seq = 3`,
    "its end differs",
    2,
  ],
];
it.each(tampered)("finds %s", async (_name, change, why, seq) => {
  const { log, head } = await threeEvents();
  await tamper(change(log));
  expect(await verifyLog(db, log, head)).toEqual({ seq, why });
});

it("verifies after words were removed by an event that says so, and they are gone", async () => {
  const { log, head } = await threeEvents();
  const removedAt = new Date(1_800_000_100_000);
  const removed = await db.transaction(async (tx) => {
    await removeText(tx, log, "2/to", { words: null, removedAt });
    return appendEvents(tx, newsroom, head, [
      event(log, 4, { ref: "2/to", reason: wordsOf("The source asked.") }),
    ]);
  });
  expect(await verifyLog(db, log, removed.head)).toBeNull();
  expect((await readLog(db, log))[1]!.body).toEqual({
    from: null,
    to: { ref: "2/to", words: null, removedAt: removedAt.getTime() },
  });
});

it("finds words blanked without an event that says so", async () => {
  const { log, head } = await threeEvents();
  await db.transaction((tx) => removeText(tx, log, "2/to", { words: null, removedAt: new Date() }));
  expect(await verifyLog(db, log, head)).toEqual({ seq: 2, why: "its words are missing" });
});

it("repeats no words: what was written before is named by its place", async () => {
  const { log, head } = await threeEvents();
  const again = event(log, 4, { from: { ref: "1/to", words: "one" }, to: null });
  await db.transaction((tx) => appendEvents(tx, newsroom, head, [again]));
  const stored = await db.execute(sql`select body from events where log_id = ${log} and seq = 4`);
  expect(stored[0]).toEqual({ body: { from: { ref: "1/to" }, to: null } });
  expect((await readLog(db, log, { after: 3 }))[0]!.body).toEqual({
    from: { ref: "1/to", words: "one" },
    to: null,
  });
});
