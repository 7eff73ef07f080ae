import PgBoss from "pg-boss";

import { connect, type Database } from "./client";

/**
 * Jobs that nobody waits for: each is done by one worker, however many there are, again if that fails or the worker dies,
 * and later each time. They lie in pg-boss's tables, in a schema of their own, reached over the one driver that Galley
 * has. Of pg-boss the tables and their SQL are used; the loops that take jobs are Galley's (server/jobs), since pg-boss's
 * do not await their own confirmations: a database that was away for a moment would end the process.
 */

export const QUEUES = ["letters"] as const;
export type Queue = (typeof QUEUES)[number];

export interface Job {
  readonly id: string;
  readonly data: unknown;
}

export interface Jobs {
  /** Adds a job, to be done soon. Where one with this id was added before, it stays as it is. */
  add(queue: Queue, id: string, data: object): Promise<void>;
  /** Takes the oldest job that is due; null where there is none, and while the database is away. */
  take(queue: Queue): Promise<Job | null>;
  done(queue: Queue, job: Job): Promise<void>;
  /** It is done again after a minute, then after two, four and so on: seven times, within some four hours. */
  failed(queue: Queue, job: Job): Promise<void>;
  close(): Promise<void>;
}

/**
 * A job that was taken so long ago counts as lost with its worker, and is done again, in seconds: as long as a mail server
 * may take, and some more.
 */
const EXPIRES = 900;
const AGAIN = { retryLimit: 7, retryDelay: 60, retryBackoff: true, expireInSeconds: EXPIRES };

/** All that makes the tables, for whoever keeps databases that have them. */
export const JOB_TABLES = PgBoss.getConstructionPlans();

/** Makes the tables, or brings them up to this version. To be called under the lock of the migrations. */
export async function installJobs(client: Database["$client"]): Promise<void> {
  const boss = new PgBoss({ db: over(client), supervise: false, schedule: false });
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue);
  await boss.stop({ graceful: false });
}

/**
 * Opens the queues on a connection of their own, straight to the server.
 * @param reported what went wrong while nobody asked
 * @throws where the tables are not those of this version, and what the database throws
 */
export async function openJobs(url: string, reported: (error: unknown) => void): Promise<Jobs> {
  // One connection: what fails in the middle of several statements is rolled back on the connection that it was on.
  const { db, close } = connect(url, { max: 1 });
  const boss = new PgBoss({ db: over(db.$client), migrate: false, schedule: false });
  boss.on("error", reported);
  try {
    await boss.start();
    // It does so every two minutes; after a pause of all workers there may be something at once.
    await boss.maintain();
  } catch (error) {
    await close(1);
    throw error;
  }
  return {
    async add(queue, id, data) {
      await boss.send(queue, data, { id, ...AGAIN });
    },
    take: async (queue) => (await boss.fetch(queue))[0] ?? null,
    done: (queue, { id }) => boss.complete(queue, id),
    failed: (queue, { id }) => boss.fail(queue, id),
    async close() {
      await boss.stop({ graceful: false });
      await close(1);
    },
  };
}

/** A value for a place in the queue's SQL. */
type Parameter = string | number | boolean | Date | string[] | Record<string, unknown> | null | undefined;

/** What pg-boss wants of a driver, by ours. */
function over(client: Database["$client"]): PgBoss.Db {
  return {
    async executeSql(text: string, values: readonly Parameter[] = []) {
      try {
        const rows = await client.unsafe(text, values.map(asWritten));
        return { rows: [...rows] };
      } catch (error) {
        // A text that failed in the middle leaves its transaction open, and the connection is used further.
        await client`rollback`.catch(() => undefined);
        throw error;
      }
    },
  };
}

/** It counts on the driver to write JSON, and to take what is undefined for null; ours, under Drizzle, does neither. */
function asWritten(value: Parameter): string | number | boolean | Date | string[] | null {
  const isPlain =
    typeof value !== "object" || value instanceof Date || Array.isArray(value) || value === null;
  return isPlain ? (value ?? null) : JSON.stringify(value);
}
