import { startEmbedded, type EmbeddedDatabase } from "~/db/embedded";
import { reachServer } from "~/db/server";
import type { Env } from "~/server/env";
import { onEnd } from "./ending";
import { say, step } from "./progress.mjs";

export interface OpenDatabase {
  readonly url: string;
  /** Present when Galley runs the server itself. */
  readonly embedded?: EmbeddedDatabase;
}

/** How long a server of one's own may take to come up beside the application. */
const patienceMs = 30_000;

/** Reaches the server that DATABASE_URL names, or starts the embedded one, which stops when Galley ends. */
export async function openDatabase(env: Env): Promise<OpenDatabase> {
  const url = env.DATABASE_URL;
  if (url !== undefined) {
    await step(
      "Database",
      () => reachServer(url, patienceMs),
      (version) => `Postgres ${version}, by DATABASE_URL`,
    );
    return { url };
  }
  const embedded = await step(
    "Database",
    () => {
      const starting = startEmbedded({ dataDir: env.GALLEY_DATA, log: say });
      onEnd(async () => {
        const started = await starting.catch(() => undefined);
        await started?.stop();
      });
      return starting;
    },
    ({ adopted }) => `Postgres 18, embedded${adopted ? ", was running" : ""}`,
  );
  return { url: embedded.url, embedded };
}
