import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";

/** The oldest major version of Postgres that Galley is tested on. */
export const oldestPostgres = 15;

/**
 * The major version of the server at `url`, waiting for it up to `patienceMs` while it starts.
 *
 * @throws in words for the person at the terminal, without the password, when it does not answer,
 * refuses, or is too old
 */
export async function reachServer(url: string, patienceMs = 0): Promise<number> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
    try {
      const [row] = await sql<
        { version: number }[]
      >`select current_setting('server_version_num')::int / 10000 as version`;
      const version = row?.version ?? 0;
      if (version >= oldestPostgres) return version;
      throw new Error(`The database server is Postgres ${version}; Galley needs ${oldestPostgres} or newer.`);
    } catch (error) {
      if (Date.now() < end && isStarting(error)) await pause(500);
      else throw describe(error, url);
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Not there yet (a container of the same compose file), or there and starting up. */
function isStarting(error: unknown): boolean {
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CONNECT_TIMEOUT", "57P03"].includes(codeOf(error));
}

function describe(error: unknown, url: string): Error {
  const code = codeOf(error);
  if (!code) return error instanceof Error ? error : new Error(String(error));
  const { host, pathname } = new URL(url);
  const where = `the database ${decodeURIComponent(pathname.slice(1))} at ${host}`;
  if (code.startsWith("28"))
    return new Error(`Postgres refuses the user or password for ${where}.`, { cause: error });
  if (code === "3D000")
    return new Error(`There is no such database: ${where}. Create it first.`, { cause: error });
  return new Error(`No answer from ${where} (${code}). Is it running, and is DATABASE_URL right?`, {
    cause: error,
  });
}
