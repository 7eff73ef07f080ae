import type { SessionId, UserId } from "~/core/ids";
import type { Database } from "~/db/client";

/** Who is signed in, by which session. What they may do depends on the newsroom and is asked there. */
export interface Viewer {
  readonly person: UserId;
  readonly session: SessionId;
  readonly name: string;
  readonly email: string;
}

/** What every procedure is given. */
export interface Context {
  readonly db: Database;
  readonly viewer: Viewer | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
