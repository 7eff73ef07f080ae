import { z } from "zod";

import type { SessionId, UserId } from "~/core/ids";
import { Email } from "~/core/shapes/newsroom";
import { line } from "~/core/shapes/words";
import { awayCode } from "~/db/errors";
import type { Database } from "~/db/client";
import { closeSession, openSession } from "~/db/queries/sessions";
import { accountOf } from "~/db/queries/users";
import { log, reportBug } from "~/server/log";
import { beginAttempt } from "./limits";
import { LONGEST_PASSWORD, verifyPassword } from "./passwords";

/** What signing in came to. Unknown, disabled and wrong are one answer, after the same time. */
export type SignIn =
  | { readonly done: true; readonly session: SessionId; readonly person: UserId }
  | { readonly done: false; readonly why: "wrong" }
  | { readonly done: false; readonly why: "wait"; readonly waitMs: number };

const Credentials = z.object({
  // An address that cannot be one is treated as unknown: it takes as long, and counts.
  email: line(254).transform((typed) => Email.safeParse(typed.trim()).data ?? typed.trim().toLowerCase()),
  password: line(LONGEST_PASSWORD),
});

/** Who asks, in what browser, from where, when. */
export interface SignInRequest {
  readonly db: Database;
  /** What was typed: `email` and `password`. */
  readonly typed: unknown;
  /** The connection's address. */
  readonly address: string;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The id of the session to be. */
  readonly session: SessionId;
  /** The session that this browser had; it ends. */
  readonly before: SessionId | null;
}

/** Judges e-mail and password, and opens a session when they are right. */
export async function signIn(request: SignInRequest): Promise<SignIn> {
  const { db, typed, address, userAgent, now, session, before } = request;
  const parsed = Credentials.safeParse(typed);
  const { email, password } = parsed.success ? parsed.data : { email: "", password: "" };
  const attempt = await beginAttempt(db, { email, address }, now);
  if (attempt.waitMs > 0) {
    log.warn({ address, waitMs: attempt.waitMs }, "sign-in refused: too many wrong passwords");
    return { done: false, why: "wait", waitMs: attempt.waitMs };
  }
  const account = await accountOf(db, email);
  const isRight = await verifyPassword(account?.passwordHash ?? null, password);
  if (!account?.isMember || !isRight) {
    log.warn({ person: account?.person, address }, "sign-in refused");
    return { done: false, why: "wrong" };
  }
  await attempt.succeeded();
  if (before) await closeSession(db, before);
  await openSession(db, { id: session, person: account.person, userAgent, now: new Date(now) });
  log.info({ person: account.person, session, address }, "signed in");
  return { done: true, session, person: account.person };
}

/** How next-auth's client is told why not: a word, with a figure or a code after a colon. */
export function refusalCode(answer: Extract<SignIn, { done: false }>): string {
  return answer.why === "wait" ? `wait:${Math.ceil(answer.waitMs / 1000)}` : "wrong";
}

/** The same for what was thrown: nothing of it but a code reaches the browser. */
export function failureCode(error: unknown): string {
  const away = awayCode(error);
  if (away === null) return `bug:${reportBug(error, { path: "sign-in" })}`;
  log.error({ path: "sign-in", reason: away }, "the database is away");
  return "away";
}
