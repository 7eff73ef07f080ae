import { randomUUID } from "node:crypto";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";

import { SessionId } from "~/core/shapes/ids";
import { database, type Database } from "~/db/client";
import { ABSOLUTE_MS, closeSession } from "~/db/queries/sessions";
import { ADDRESS_HEADER } from "~/server/http/address";
import { log } from "~/server/log";
import { cookieOptions } from "./cookies";
import { sessionSecret } from "./settings";
import { failureCode, refusalCode, signIn } from "./sign-in";
import { sealSession, sessionIn, unsealed } from "./token";

/** What next-auth works in. */
export interface Surroundings {
  readonly db?: Database;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told of what failed in signing out, which next-auth itself passes over. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * next-auth as Galley uses it: it sets, reads and clears the cookies; who may sign in, and for how long, is
 * decided here by the sessions in the database. Made for each request, since the start sets the environment
 * after this was loaded.
 * @throws Error when the secret is missing, short or published
 */
export function authOptions({ db = database(), now = Date.now, onFailure }: Surroundings): AuthOptions {
  return {
    secret: sessionSecret(),
    cookies: cookieOptions(),
    session: { strategy: "jwt", maxAge: ABSOLUTE_MS / 1000 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(typed, { headers }) {
          const answer = await signIn({
            db,
            typed,
            address: headerIn(headers, ADDRESS_HEADER),
            userAgent: headerIn(headers, "user-agent"),
            now: now(),
            session: SessionId.parse(randomUUID()),
            before: await sessionIn(new Headers({ cookie: headerIn(headers, "cookie") })),
          }).catch((error: unknown) => failureCode(error));
          if (typeof answer === "string") throw new Error(answer);
          if (!answer.done) throw new Error(refusalCode(answer));
          return { id: answer.session };
        },
      }),
    ],
    callbacks: {
      // What is returned here is all that the cookie holds: no name, no address.
      jwt: ({ token, user }) => ({ sid: SessionId.parse(token.sid ?? user.id) }),
      redirect: ({ url, baseUrl }) => sameOrigin(url, baseUrl),
    },
    jwt: {
      encode: async ({ token }) => sealSession(SessionId.parse(token?.sid)),
      decode: async ({ token }) => (token ? unsealed(token) : null),
    },
    events: {
      async signOut({ token }) {
        const claims = z.object({ sid: SessionId }).safeParse(token);
        if (!claims.success) return;
        await closeSession(db, claims.data.sid).catch(onFailure);
        log.info({ session: claims.data.sid }, "signed out");
      },
    },
    logger: {
      error: (code) => log.error({ code }, "next-auth"),
      warn: (code) => log.warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

function headerIn(headers: Record<string, unknown> | undefined, name: string): string {
  const value = headers?.[name];
  return typeof value === "string" ? value : "";
}

/** The address if it is our own origin's, else the start page. */
function sameOrigin(url: string, baseUrl: string): string {
  const { origin } = new URL(baseUrl);
  return URL.canParse(url, origin) && new URL(url, origin).origin === origin
    ? new URL(url, origin).href
    : origin;
}
