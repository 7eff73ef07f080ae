import { setTimeout as delay } from "node:timers/promises";

import { connect } from "~/db/client";
import { type Job, type Jobs, openJobs, type Queue } from "~/db/jobs";
import { queueLetters, sendLetter } from "~/server/digests/digests";
import { type MailSettings, postBy } from "~/server/digests/post";
import type { Env } from "~/server/env";
import { log } from "~/server/log";
import { finishRechecks } from "~/server/recheck";
import { finishWithdrawals } from "~/server/withdrawal";

/** Does what nobody waits for. Several may run, on one machine or many: each job is done by one of them. */
export interface Worker {
  /** Takes no new job, and lets those that run end, for ten seconds. */
  stop(): Promise<void>;
}

/** What a worker needs of the settings; without a mail server it writes no letters. */
export interface WorkerSettings {
  readonly DATABASE_URL: string;
  readonly NEXTAUTH_URL: string;
  readonly mail: MailSettings | null;
}

/** What a crash left half done is looked for so often, in milliseconds. */
const LEFT_EVERY = 60_000;
/** So late may a letter be queued, in milliseconds. */
const LETTERS_EVERY = 300_000;
/** So many letters are sent at once: one that the mail server is slow with holds up no other. */
const LETTERS_AT_ONCE = 4;
/** Where nothing was to do, it is looked again after so long, in milliseconds. */
const IDLE = 2_000;
const STOPS_WITHIN = 10_000;

/** The settings of a worker. @throws Error where Galley's start has not completed them */
export function workerSettings({ DATABASE_URL, NEXTAUTH_URL, SMTP_URL, MAIL_FROM }: Env): WorkerSettings {
  if (!DATABASE_URL || !NEXTAUTH_URL) throw new Error("The worker is started by npm start, not by itself.");
  return { DATABASE_URL, NEXTAUTH_URL, mail: SMTP_URL && MAIL_FROM ? { SMTP_URL, MAIL_FROM } : null };
}

/**
 * Starts working, at once with what became due while nobody did. What fails is logged and done again.
 * @throws what the database throws
 */
export async function startWorker(
  { DATABASE_URL, NEXTAUTH_URL, mail }: WorkerSettings,
  now: () => number = Date.now,
): Promise<Worker> {
  const { db, close } = connect(DATABASE_URL, { max: LETTERS_AT_ONCE + 2 });
  const jobs = mail ? await openJobs(DATABASE_URL, report) : null;
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = [
    every(LEFT_EVERY, () => finishWithdrawals(db, now), signal),
    every(LEFT_EVERY, () => finishRechecks({ db, now }), signal),
  ];
  if (mail && jobs) {
    const sending = { db, post: postBy(mail), base: NEXTAUTH_URL, now };
    running.push(every(LETTERS_EVERY, () => queueLetters({ db, jobs, now }), signal));
    for (let n = 0; n < LETTERS_AT_ONCE; n += 1)
      running.push(workOff(jobs, "letters", (job) => sendLetter(sending, job), signal));
  }
  return {
    async stop() {
      stopping.abort();
      await Promise.race([Promise.all(running), delay(STOPS_WITHIN, undefined, { ref: false })]);
      await jobs?.close();
      await close(1);
    },
  };
}

/** Does something again and again. */
async function every(ms: number, work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work().catch(report);
    await pause(ms, signal);
  }
}

/** Does the jobs of a queue, one after the other. */
async function workOff(
  jobs: Jobs,
  queue: Queue,
  work: (job: Job) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const job = await jobs.take(queue);
    if (!job) {
      await pause(IDLE, signal);
      continue;
    }
    try {
      await work(job);
      await jobs.done(queue, job);
    } catch (error) {
      report(error, { queue, job: job.id });
      // Where not even this can be written, it counts as lost with its worker after a while.
      await jobs.failed(queue, job).catch(report);
    }
  }
}

function report(error: unknown, about: object = {}): void {
  log.warn({ err: error, ...about }, "the worker could not do something; it does it again later");
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
