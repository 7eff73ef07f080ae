import { createHash } from "node:crypto";

import type { Database } from "~/db/client";
import { countAttempt, forgetAttemptsOf, forgetOldAttempts, uncountAttempt } from "~/db/queries/attempts";

/**
 * How often a password may be wrong: ten times in a quarter of an hour for an account, whether or not it
 * exists, and for a connection address. The count is in the database, so that a restart or another process
 * does not begin it anew.
 */

export const MOST_WRONG = 10;
export const WINDOW_MS = 15 * 60 * 1000;

/** Attempts that are under way or were wrong count; right ones are taken back. */
export interface Attempt {
  /** How many milliseconds to wait before the next may be tried; 0 when this one may. */
  readonly waitMs: number;
  /** The password was right: the account's count begins anew, the address gets its attempt back. */
  readonly succeeded: () => Promise<void>;
}

/**
 * Counts an attempt before the password is looked at, so that many at the same moment gain nothing.
 * @param now milliseconds since 1970
 */
export async function beginAttempt(
  db: Database,
  of: { email: string; address: string },
  now: number,
): Promise<Attempt> {
  const account = key("account", of.email);
  const address = key("address", of.address);
  const used = [
    await countAttempt(db, account, now, WINDOW_MS),
    await countAttempt(db, address, now, WINDOW_MS),
  ];
  const waits = used.map(({ points, until }) => (points > MOST_WRONG ? until - now : 0));
  return {
    waitMs: Math.max(0, ...waits),
    async succeeded() {
      await forgetAttemptsOf(db, account);
      await uncountAttempt(db, address);
      await forgetOldAttempts(db, now);
    },
  };
}

/** Hashed: what was typed as an address may be a password, and the table should not hold it. */
function key(kind: "account" | "address", value: string): string {
  return `${kind}:${createHash("sha256").update(value).digest("base64url")}`;
}

/** The refusal of a person who has to wait, in a sentence. */
export function waitSentence(waitMs: number): string {
  const minutes = Math.ceil(waitMs / 60_000);
  return `There were too many wrong passwords. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`;
}
