import path from "node:path";
import { QCU_1 } from "~/core/qcu";
import { connect } from "~/db/client";
import { migrate } from "~/db/migrate";
import { keepSchemeEverywhere } from "~/db/queries/standing";
import { takeTurn } from "~/db/turn";
import type { Env } from "~/server/env";
import { ensureFirstAdmin } from "~/server/people/first-admin";
import { box } from "./box";
import { buildDir, buildIfNeeded } from "./build";
import { openDatabase, type OpenDatabase } from "./database";
import { end, endCodeIs, onEnd } from "./ending";
import { mayHaveDemo, refuseDemoInReach } from "./exposure";
import { fillOnFirstRun, shownAccounts } from "./first-run";
import { say, step } from "./progress.mjs";
import { instanceName, keepSecret } from "./secret";
import { startProcesses } from "./processes";
import { freePort, serve, type ServeOptions, type Serving } from "./serve";
import { buildNote, dataNote, findServing, leaveNote, removeNote } from "./serving";
import { startWorkerAs } from "./worker";

/** How many ports above the wanted one are tried, where nothing outside counts on the port. */
const furtherPorts = 50;

/**
 * Starts the newsroom and prints the box. One server serves one embedded database: a second start on the
 * same data says where the first serves, and ends; two at the same moment take turns.
 */
export async function start(env: Env, development: boolean): Promise<void> {
  const began = performance.now();
  const database = await openDatabase(env);
  const endTurn = await takeTurn(database.url, () => say("  Another start is under way; waiting for it."));
  if (database.embedded) {
    const address = await findServing(dataNote(env.GALLEY_DATA, development));
    if (address !== undefined) {
      say(`\nGalley runs already, at ${address}\nIt stops where it was started, with Ctrl-C.`);
      await end(0);
    }
  }
  process.env.DATABASE_URL = database.url;
  process.env.NEXTAUTH_SECRET = env.NEXTAUTH_SECRET ?? (await keepSecret(env.GALLEY_DATA));
  await step(
    "Migrations",
    () => migrate(database.url),
    (count) => (count === 0 ? "none new" : `${count} applied`),
  );
  const { db, close } = connect(database.url, { max: 2 });
  onEnd(() => close(1));
  // Articles are made with the current scheme, which may be newer than the newsroom.
  await keepSchemeEverywhere(db, QCU_1);
  await refuseDemoInReach(db, env);
  if (mayHaveDemo(env)) {
    const fill = () => fillOnFirstRun(env, db, database.url);
    await step("Demo newsroom", fill, (filled) => (filled ? "made" : "not the first run"));
  }
  if (!development) await step("Build", buildIfNeeded, (done) => done);

  let address = "";
  await step(
    "Server",
    async () => {
      const isOne = development || env.PROCESSES === 1;
      const serving = await (isOne ? serve : serveByMany(env.PROCESSES))({
        development,
        host: env.HOST,
        port: env.PORT,
        trustedProxies: env.TRUST_PROXY,
        furtherPorts: database.embedded ? furtherPorts : 0,
        onPort(port) {
          address =
            env.NEXTAUTH_URL ?? `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${port}`;
          process.env.NEXTAUTH_URL = address;
          process.env.GALLEY_INSTANCE = instanceName(env.GALLEY_DATA, port);
        },
      });
      onEnd(() => serving.close());
      const notes = [
        ...(database.embedded ? [dataNote(env.GALLEY_DATA, development)] : []),
        ...(development ? [] : [buildNote(buildDir, serving.port)]),
      ];
      for (const file of notes) {
        onEnd(() => removeNote(file));
        await leaveNote(file, { address, instance: process.env.GALLEY_INSTANCE ?? "" });
      }
    },
    () => address,
  );
  const { setUpLink } = await ensureFirstAdmin(db, {
    email: env.INIT_ADMIN_EMAIL,
    password: env.INIT_ADMIN_PASSWORD,
    baseUrl: address,
    now: Date.now,
  });
  // While Galley is worked on, one process is enough.
  const WORKER = development && env.WORKER === "process" ? "inline" : env.WORKER;
  const worker = await startWorkerAs({ ...env, WORKER, DATABASE_URL: database.url, NEXTAUTH_URL: address });
  if (worker) onEnd(() => worker.stop());
  await endTurn();
  endCodeIs(0);
  say(
    box({
      address,
      development,
      data: dataPlace(database),
      embedded: database.embedded !== undefined,
      seconds: (performance.now() - began) / 1000,
      accounts: mayHaveDemo(env) ? await shownAccounts(db) : [],
      setUpLink,
    }),
  );
}

/** Serves by several processes, which find what was set in the environment until the port was known. */
function serveByMany(count: number): (options: ServeOptions) => Promise<Serving> {
  return async (options) => {
    const port = await freePort(options);
    process.env.PORT = String(port);
    options.onPort(port);
    const processes = await startProcesses(path.join(import.meta.dirname, "serving-process.ts"), count);
    process.on("SIGUSR2", () => void processes.restart().catch(reportRestart));
    return { port, close: () => processes.close() };
  };
}

function reportRestart(error: unknown): void {
  say(`\nThe restart broke off; the processes that serve go on. ${String(error)}`);
}

function dataPlace({ url, embedded }: OpenDatabase): string {
  if (embedded) {
    const fromHere = path.relative("", embedded.home);
    return fromHere.startsWith("..") ? embedded.home : fromHere;
  }
  const { host, pathname } = new URL(url);
  return `${host}${pathname} (DATABASE_URL)`;
}
