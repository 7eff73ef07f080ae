import { v7 } from "uuid";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";

import { connect, type Database } from "~/db/client";
import { type Jobs, openJobs } from "~/db/jobs";
import { BeingWritten, beginLetter } from "~/db/queries/digests";
import { memberships } from "~/db/schema/newsrooms";
import { notices } from "~/db/schema/notices";
import { users } from "~/db/schema/people";
import { testDatabaseUrl } from "~/db/testing";
import { ageJobs, jobStates } from "~/db/testing-jobs";
import { queueLetters, sendLetter } from "./digests";
import { postBy } from "./post";
import { headerOf, type Manner, type TestMail, testMail, unwrapped } from "./testing-mail";
import { testReader } from "./testing-reader";

const BASE = "https://galley.example.org";
const MAIL_FROM = "Galley <galley@example.org>";
const HOUR = 3_600_000;
const NOON = Date.parse("2026-11-27T12:00:00Z");

let mail: TestMail;
let db: Database;
let jobs: Jobs;
beforeEach(async () => {
  mail = await testMail();
  const url = await testDatabaseUrl();
  const { db: own, close } = connect(url);
  onTestFinished(() => close());
  db = own;
  jobs = await openJobs(url, (error) => expect.unreachable(String(error)));
  onTestFinished(() => jobs.close());
});
afterEach(() => mail.close());

/** Queues what is due at a moment and does what is to do, as a worker does. @returns what went wrong */
async function work(at: number, smtp = mail.url): Promise<unknown[]> {
  const sending = { db, post: postBy({ SMTP_URL: smtp, MAIL_FROM }), base: BASE, now: () => at };
  await queueLetters({ db, jobs, now: () => at });
  const wrong: unknown[] = [];
  for (let job = await jobs.take("letters"); job; job = await jobs.take("letters")) {
    try {
      await sendLetter(sending, job);
      await jobs.done("letters", job);
    } catch (error) {
      wrong.push(error);
      await jobs.failed("letters", job);
    }
  }
  return wrong;
}

/** How many letters that comes to. */
async function sent(at: number): Promise<number> {
  const before = mail.letters.length;
  expect(await work(at)).toEqual([]);
  return mail.letters.length - before;
}

it("writes once of what is unread when a letter is due, by article, with links and without the words", async () => {
  const reader = await testReader(db);
  const article = await reader.article("Die Hafenmauer – größer");
  await reader.mention(article, NOON + 1_000);
  expect(await sent(NOON + 60_000)).toBe(0);
  expect(await sent(NOON + HOUR)).toBe(1);
  expect(await sent(NOON + HOUR + 300_000)).toBe(0);
  expect(await sent(NOON + 2 * HOUR)).toBe(0);
  const [letter] = mail.letters;
  expect(letter!.to).toBe(reader.email);
  expect(headerOf(letter!, "From")).toBe(MAIL_FROM);
  expect(headerOf(letter!, "Subject")).toBe("1 notice in Galley");
  expect(headerOf(letter!, "List-Unsubscribe")).toBe(`<${BASE}/account#notices>`);
  expect(headerOf(letter!, "Auto-Submitted")).toBe("auto-generated");
  expect(headerOf(letter!, "Message-ID")).toMatch(/^<[0-9a-f-]{36}@example\.org>$/);
  const words = unwrapped(letter!);
  expect(words).toContain("A copy-editor mentioned you");
  expect(words).toContain("Die Hafenmauer – größer");
  expect(words).toContain(`${BASE}/articles/${article}#thread=`);
  expect(words).not.toContain("Secret words");
});

it("names no restricted article, and tells nothing of one that cannot be seen any more", async () => {
  const reader = await testReader(db);
  const article = await reader.article("The mayor’s brother");
  await reader.mention(article, NOON + 1_000);
  await reader.edit(article, { type: "restrictArticle", restricted: true });
  expect(await sent(NOON + HOUR)).toBe(1);
  const words = unwrapped(mail.letters[0]!);
  expect(words).toContain(`/articles/${article}#thread=`);
  expect(words).not.toContain("brother");

  await reader.mention(await reader.article("Another"), NOON + HOUR);
  await db.update(memberships).set({ disabled: true });
  expect(await sent(NOON + 2 * HOUR)).toBe(0);
});

it("looks at sending time who may still be told, and of what", async () => {
  const reader = await testReader(db);
  await reader.mention(await reader.article("Wall"), NOON + 1_000);
  await queueLetters({ db, jobs, now: () => NOON + HOUR });
  expect(await jobStates(db)).toEqual({ "letters created": 1 });
  await db.update(memberships).set({ disabled: true });
  expect(await sent(NOON + HOUR)).toBe(0);
  expect(await jobStates(db)).toEqual({ "letters completed": 1 });
});

it.each([
  ["never", [], NOON + 48 * HOUR],
  ["hourly", ["mention"], NOON + 48 * HOUR],
  ["daily", [], NOON + 19 * HOUR],
] as const)("writes nothing to whoever wants it %s, without %s", async (every, noMail, at) => {
  const reader = await testReader(db, { every, noMail: [...noMail] });
  await reader.mention(await reader.article("Wall"), NOON + 1_000);
  expect(await sent(at)).toBe(0);
  expect(await jobStates(db)).toEqual({});
});

it("writes each day at the hour that was chosen, of nothing that was read", async () => {
  const reader = await testReader(db, { every: "daily" });
  const article = await reader.article("Wall");
  await reader.mention(article, NOON + 1_000);
  await db.update(notices).set({ readAt: new Date(NOON + 2_000) });
  expect(await sent(NOON + 20 * HOUR)).toBe(0);
  await reader.mention(article, NOON + 3_000);
  expect(await sent(NOON + 20 * HOUR)).toBe(1);
});

it.each(["puts off", "hangs up"] as const)(
  "sends again, as the same letter, what the mail server %s; others get theirs meanwhile",
  async (manner) => {
    const [late, other] = [await testReader(db), await testReader(db)];
    for (const reader of [late, other]) await reader.mention(await reader.article("Wall"), NOON + 1_000);
    mail.manner = (to): Manner => (to === late.email ? manner : "takes");
    expect(await work(NOON + HOUR)).toHaveLength(1);
    expect(mail.letters.map(({ to }) => to)).toEqual([other.email]);
    mail.manner = "takes";
    expect(await sent(NOON + HOUR + 300_000)).toBe(0);
    await ageJobs(db);
    expect(await sent(NOON + HOUR + 600_000)).toBe(1);
    const tries = mail.read.filter(({ to }) => to === late.email);
    expect(tries).toHaveLength(2);
    expect(new Set(tries.map((letter) => headerOf(letter, "Message-ID"))).size).toBe(1);
  },
);

it("does not send again what the mail server refuses for good", async () => {
  const reader = await testReader(db);
  const article = await reader.article("Wall");
  await reader.mention(article, NOON + 1_000);
  mail.manner = "refuses";
  expect(await sent(NOON + HOUR)).toBe(0);
  mail.manner = "takes";
  await ageJobs(db);
  expect(await sent(NOON + 2 * HOUR)).toBe(0);
  await reader.mention(article, NOON + 2 * HOUR + 1);
  expect(await sent(NOON + 3 * HOUR)).toBe(1);
  expect(headerOf(mail.letters[0]!, "Subject")).toBe("1 notice in Galley");
});

it("keeps everything while the mail server is away", async () => {
  const reader = await testReader(db);
  await reader.mention(await reader.article("Wall"), NOON + 1_000);
  const nowhere = await testMail();
  await nowhere.close();
  expect(await work(NOON + HOUR, nowhere.url)).toHaveLength(1);
  await ageJobs(db);
  expect(await sent(NOON + HOUR + 300_000)).toBe(1);
});

it("lets one job at a time write to a person, until it counts as lost", async () => {
  const reader = await testReader(db);
  await reader.mention(await reader.article("Wall"), NOON + 1_000);
  const other = { person: reader.id, job: v7() };
  const at = NOON + HOUR;
  expect(await beginLetter(db, other, { upTo: new Date(at), now: at })).not.toBeNull();
  expect(await work(at)).toEqual([expect.any(BeingWritten)]);
  await ageJobs(db);
  expect(await sent(at + 1_800_000)).toBe(1);
});

it("lets no name write a header, nor a second address", async () => {
  const reader = await testReader(db);
  const odd = 'Ines\r\nBcc: all@example.org\r\n\r\n<b>", other@example.org <third@example.org>';
  await db.update(users).set({ name: odd });
  await reader.mention(await reader.article("Wall"), NOON + 1_000);
  expect(await sent(NOON + HOUR)).toBe(1);
  const [letter] = mail.letters;
  expect(letter!.to).toBe(reader.email);
  expect(headerOf(letter!, "Bcc")).toBeUndefined();
  expect(headerOf(letter!, "To")).toContain(`<${reader.email}>`);
});
