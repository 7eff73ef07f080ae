import { decode, encode, type JWT } from "next-auth/jwt";
import { z } from "zod";

import { SessionId } from "~/core/shapes/ids";
import { ABSOLUTE_MS } from "~/db/queries/sessions";
import { log } from "~/server/log";
import { cookieIn, cookieName } from "./cookies";
import { sessionSecret } from "./settings";

/**
 * The session cookie's value: a JWE (dir, A256GCM) under a key derived from the secret. Beside its own times
 * it holds the session's id and nothing else; everything about the person is asked of the database.
 */

const Claims = z.strictObject({ sid: SessionId, iat: z.number(), exp: z.number(), jti: z.uuid() });
/** A sealed token has about 250 characters. */
const LONGEST = 1_000;
/** What this server seals; jose would take others too. */
const HEADER = Buffer.from(JSON.stringify({ alg: "dir", enc: "A256GCM" })).toString("base64url");

/** Seals a session's id for the cookie. */
export async function sealSession(id: SessionId): Promise<string> {
  return encode({ token: { sid: id }, secret: sessionSecret(), maxAge: ABSOLUTE_MS / 1000 });
}

/** The claims that a cookie's value holds; null when this server did not seal it, or it has run out. */
export async function unsealed(token: string): Promise<(JWT & { sid: SessionId }) | null> {
  if (token.length > LONGEST || !token.startsWith(`${HEADER}..`)) return null;
  try {
    const claims = Claims.safeParse(await decode({ token, secret: sessionSecret() }));
    return claims.success ? claims.data : null;
  } catch (error) {
    // jose tells a forged or worn-out token by throwing; a wrong secret of our own does so too.
    log.debug({ reason: error instanceof Error ? error.message : "unreadable" }, "session cookie refused");
    return null;
  }
}

/** The id of the session that a request's cookie names; null when it names none. */
export async function sessionIn(headers: Headers): Promise<SessionId | null> {
  const token = cookieIn(headers.get("cookie"), cookieName("session"));
  return token === null ? null : ((await unsealed(token))?.sid ?? null);
}
