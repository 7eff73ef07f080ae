/**
 * The embedded database: real Postgres 18, supervised by ourselves, so that a newsroom needs nothing
 * but Node. It runs as an unprivileged user, listens on 127.0.0.1 at a free port behind a random
 * password, outlives a killed launcher, is adopted by the next one, and stops when its last user leaves.
 * Nothing here is needed with DATABASE_URL.
 *
 * There is no lock file of ours: `initdb` ends in one rename, Postgres's own lock admits one server to
 * a data directory, and who uses the server is kept in it (`lease`). Whoever loses a race tries again.
 */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import {
  dropForeignLock,
  findPostmaster,
  lastWords,
  launch,
  readPassword,
  setUp,
  shutDown,
  versionOfData,
} from "./embedded/cluster";
import { addressOf, makeDatabase, takeLease, type Lease } from "./embedded/lease";
import { choosePlace, settlePlace, type Place } from "./embedded/place";
import { findPrograms, type Programs } from "./embedded/programs";

export interface EmbeddedOptions {
  /** Galley's data folder, `.galley` of the project; need not exist. */
  readonly dataDir: string;
  /** Takes sentences for the person at the terminal. */
  readonly log?: (sentence: string) => void;
}

export interface EmbeddedDatabase {
  /** Where to connect: database `galley`, user `galley`; the port differs from start to start. */
  readonly url: string;
  /** The folder in which the data lie; not always inside `dataDir` (see `settlePlace`). */
  readonly home: string;
  /** Whether the server was running already, left by a killed launcher or shared with another. */
  readonly adopted: boolean;
  /** Whether the database was made by this call. */
  readonly fresh: boolean;
  /** Leaves; the last one to leave stops the server. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded server or adopts the one that runs, and keeps it up until `stop`: if it dies, it
 * is started again at the same address.
 *
 * @throws in words for the person at the terminal when that is impossible
 */
export async function startEmbedded({
  dataDir,
  log = () => undefined,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const place = await settlePlace(dataDir);
  const programs = await findPrograms(place);
  const made = await versionOfData(place);
  if (made === undefined) await setUp(place, programs);
  else if (made !== programs.major) {
    throw new Error(
      `The database in ${place.home} was made by Postgres ${made}, and this Galley brings ${programs.major}. ` +
        "The data are untouched. Export them with the version of Galley that made them, or start over with npm run db:reset.",
    );
  }
  const first = await attach(place, programs);
  const fresh = await makeDatabase(first.password, first.port);
  let lease = first.lease;
  let stopping: Promise<void> | undefined;

  async function keepUp(): Promise<void> {
    for (;;) {
      await lease.lost;
      if (stopping) return;
      log("The database went away; starting it again.");
      ({ lease } = await attach(place, programs, first.port));
      log("The database is back.");
    }
  }
  const kept = keepUp().catch((error: unknown) => {
    log(error instanceof Error ? error.message : String(error));
  });

  async function leave(): Promise<void> {
    try {
      await lease.endAsLast(() => shutDown(place));
    } catch {
      // The server died under us. If nobody else has started it again, there is nothing to stop.
      await Promise.race([kept, pause(200)]);
    }
  }
  return {
    url: addressOf("galley", first.password, first.port),
    home: place.home,
    adopted: first.adopted,
    fresh,
    stop: () => (stopping ??= leave()),
  };
}

/** An embedded database that is there, running or not. */
export interface FoundDatabase {
  readonly home: string;
  /** Stops a server that nobody uses, as a killed launcher leaves one. False, and nothing done, when it is in use. */
  stopIfUnused(): Promise<boolean>;
}

/** The embedded database of a data folder, if one was ever made there. */
export async function findEmbedded(dataDir: string): Promise<FoundDatabase | undefined> {
  if (!existsSync(dataDir)) return undefined;
  const place = await choosePlace(dataDir);
  if ((await versionOfData(place)) === undefined) return undefined;
  return {
    home: place.home,
    async stopIfUnused() {
      const running = await findPostmaster(place);
      if (!running) return true;
      const lease = await takeLease(await readPassword(place), running.port);
      return lease.endAsLast(() => shutDown(place));
    },
  };
}

interface Attachment {
  readonly lease: Lease;
  readonly password: string;
  readonly port: number;
  readonly adopted: boolean;
}

/** How long a dead server's lock and children may bar the way before that is an error. */
const patienceMs = 30_000;

/** Gets a lease on a running server, launching one if there is none. */
async function attach(place: Place, programs: Programs, wantedPort?: number): Promise<Attachment> {
  const password = await readPassword(place);
  const end = Date.now() + patienceMs;
  let adopted = true;
  let lastError: unknown;
  while (Date.now() < end) {
    const running = await findPostmaster(place);
    if (running?.ready) {
      try {
        return { lease: await takeLease(password, running.port), password, port: running.port, adopted };
      } catch (error) {
        // It may be on its way down; the next round finds out.
        lastError = error;
      }
    } else if (!running) {
      await dropForeignLock(place);
      if (await launch(place, programs, wantedPort ?? (await freePort()))) {
        adopted = false;
        continue;
      }
    }
    await pause(100);
  }
  throw new Error(
    `The embedded database in ${place.home} does not start; the data are untouched. Its last words:\n${await lastWords(place)}`,
    { cause: lastError },
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}
