import type { CookiesOptions } from "next-auth";

import { ABSOLUTE_MS } from "~/db/queries/sessions";
import { env } from "~/server/env";
import { ownOrigin } from "./settings";

/** What the cookies hold: the sealed session, next-auth's own token against forged forms, and where to go back to. */
type Purpose = "session" | "csrf" | "back";

/** What tells this server's cookies from others'. */
interface Server {
  /** Eight hexadecimal digits: cookies ignore ports, so servers under one host name need it. */
  readonly instance: string;
  readonly origin: string;
}

function thisServer(): Server {
  return { instance: env().GALLEY_INSTANCE, origin: ownOrigin() };
}

/** A cookie's name; under https with the prefix that makes browsers refuse one that another host or path set. */
export function cookieName(purpose: Purpose, { instance, origin }: Server = thisServer()): string {
  return `${isHttps(origin) ? "__Host-" : ""}galley-${instance}.${purpose}`;
}

function isHttps(origin: string): boolean {
  return origin.startsWith("https:");
}

/** The cookies as next-auth is to set them. */
export function cookieOptions(server: Server = thisServer()): Partial<CookiesOptions> {
  const secure = isHttps(server.origin);
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    sessionToken: {
      name: cookieName("session", server),
      options: { ...options, maxAge: ABSOLUTE_MS / 1000 },
    },
    csrfToken: { name: cookieName("csrf", server), options },
    callbackUrl: { name: cookieName("back", server), options },
  };
}

/** The value of a cookie in a Cookie header; null when it is not there, or is there twice with different values. */
export function cookieIn(header: string | null, name: string): string | null {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return value !== undefined && values.every((other) => other === value) ? value : null;
}
