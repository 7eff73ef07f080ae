import { database, type Database } from "~/db/client";
import { type Viewer, viewerOf } from "~/db/queries/sessions";
import { PAGE_OF } from "~/core/page-of";
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
  const viewer = session && (await viewerOf(db, session, new Date(now())));
  return { db, viewer: viewer && isPageOf(headers, viewer) ? viewer : null, now };
}

/** Whether the page that asks is the signed-in person's own, as far as it says. */
function isPageOf(headers: Headers, { email }: Viewer): boolean {
  const owner = headers.get(PAGE_OF);
  return owner === null || owner === encodeURIComponent(email);
}
