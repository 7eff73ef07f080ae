import { database, type Database } from "~/db/client";
import { type Viewer, viewerOf } from "~/db/queries/sessions";
import { sessionIn } from "./auth/token";

export type { Viewer };

/** What every procedure is given. */
export interface Context {
  readonly db: Database;
  readonly viewer: Viewer | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The context of a request, by the session that its cookie names. */
export async function contextOf(
  headers: Headers,
  db: Database = database(),
  now = Date.now,
): Promise<Context> {
  const session = await sessionIn(headers);
  return { db, viewer: session && (await viewerOf(db, session, new Date(now()))), now };
}
