import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";

import { connect } from "~/db/client";
import { openJobs } from "~/db/jobs";
import { testDatabaseUrl } from "~/db/testing";
import { ageJobs, jobStates } from "~/db/testing-jobs";
import { STOP } from "~/server/boot/processes";
import { queueLetters } from "~/server/digests/digests";
import { headerOf, testMail } from "~/server/digests/testing-mail";
import { testReader } from "~/server/digests/testing-reader";
import { startWorker } from "./worker";

const HOUR = 3_600_000;
const SOON = { timeout: 60_000, interval: 50 };

/** A database in which one letter is due, and what a worker needs to send it. */
async function dueLetter() {
  const url = await testDatabaseUrl();
  const { db, close } = connect(url, { max: 2 });
  onTestFinished(() => close());
  const mail = await testMail();
  onTestFinished(() => mail.close());
  const reader = await testReader(db);
  await reader.mention(await reader.article("Wall"), Date.now() - 2 * HOUR);
  const settings = { DATABASE_URL: url, NEXTAUTH_URL: "https://galley.example.org" };
  return { db, mail, settings, post: { SMTP_URL: mail.url, MAIL_FROM: "galley@example.org" } };
}

it("has a letter written once by two workers, which end in good order", async () => {
  const { db, mail, settings, post } = await dueLetter();
  const workers = [
    await startWorker({ ...settings, mail: post }),
    await startWorker({ ...settings, mail: post }),
  ];
  await vi.waitFor(() => expect(mail.letters).toHaveLength(1), SOON);
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(mail.letters).toHaveLength(1);
  expect(await jobStates(db)).toEqual({ "letters completed": 1 });
});

it("lets a letter end that is under way when it stops", async () => {
  const { db, mail, settings, post } = await dueLetter();
  mail.manner = "takes slowly";
  const worker = await startWorker({ ...settings, mail: post });
  await vi.waitFor(() => expect(mail.read).toHaveLength(1), SOON);
  await worker.stop();
  expect(mail.letters).toHaveLength(1);
  expect(await jobStates(db)).toEqual({ "letters completed": 1 });
});

it("writes none without a mail server", async () => {
  const { db, settings } = await dueLetter();
  await (await startWorker({ ...settings, mail: null })).stop();
  expect(await jobStates(db)).toEqual({});
});

it("goes on when its connections are cut", async () => {
  const { db, mail, settings, post } = await dueLetter();
  mail.manner = "is silent";
  const worker = await startWorker({ ...settings, mail: post });
  await vi.waitFor(() => expect(mail.read).toHaveLength(1), SOON);
  await db.execute(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  // Another job than the one whose letter is under way: that waits for the mail server.
  const jobs = await openJobs(settings.DATABASE_URL, (error) => expect.unreachable(String(error)));
  mail.manner = "takes";
  const other = await testReader(db);
  await other.mention(await other.article("Wall"), Date.now() - 2 * HOUR);
  await queueLetters({ db, jobs, now: Date.now });
  await vi.waitFor(() => expect(mail.letters.map(({ to }) => to)).toEqual([other.email]), SOON);
  await mail.close();
  await worker.stop();
  await jobs.close();
}, 60_000);

it("loses no letter to a kill, and sends none twice that was noted as sent", async () => {
  const { db, mail, settings, post } = await dueLetter();
  const start = (): ChildProcess => {
    const child = fork(path.join("server", "boot", "worker-process.ts"), [], {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, ...settings, ...post, NEXTAUTH_SECRET: "q3Zt7vB1yW9rK5mN0pL8sD2fG6hJ4xCa" },
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    return child;
  };
  mail.manner = "is silent";
  const first = start();
  await vi.waitFor(() => expect(mail.read).toHaveLength(1), SOON);
  first.kill("SIGKILL");
  await once(first, "exit");
  expect(await jobStates(db)).toEqual({ "letters active": 1 });

  mail.manner = "takes";
  await ageJobs(db);
  const second = start();
  // It was taken by a worker that died, so that it waits for its next try.
  await vi.waitFor(async () => expect(await jobStates(db)).toEqual({ "letters retry": 1 }), SOON);
  await ageJobs(db);
  await vi.waitFor(async () => expect(await jobStates(db)).toEqual({ "letters completed": 1 }), SOON);
  expect(mail.letters).toHaveLength(1);
  expect(headerOf(mail.letters[0]!, "Message-ID")).toBe(headerOf(mail.read[0]!, "Message-ID"));

  second.send(STOP);
  expect(await once(second, "exit")).toEqual([0, null]);
  await ageJobs(db);
  await (await startWorker({ ...settings, mail: post })).stop();
  expect(mail.letters).toHaveLength(1);
}, 120_000);
