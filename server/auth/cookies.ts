import type { CookiesOptions } from "next-auth";

import { ABSOLUTE_MS } from "~/db/queries/sessions";
import { ownOrigin } from "./settings";

/** What the cookies hold: the sealed session, next-auth's own token against forged forms, and where to go back to. */
type Purpose = "session" | "csrf" | "back";

/**
 * A cookie's name. Cookies ignore ports, so that servers under one host name tell theirs apart by the
 * instance; under https the prefix makes the browser refuse one that another host set.
 */
export function cookieName(purpose: Purpose): string {
  return `${isHttps() ? "__Host-" : ""}galley-${process.env.GALLEY_INSTANCE ?? "00000000"}.${purpose}`;
}

function isHttps(): boolean {
  return ownOrigin().startsWith("https:");
}

/** The cookies as next-auth is to set them. */
export function cookieOptions(): Partial<CookiesOptions> {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() } as const;
  return {
    sessionToken: { name: cookieName("session"), options: { ...options, maxAge: ABSOLUTE_MS / 1000 } },
    csrfToken: { name: cookieName("csrf"), options },
    callbackUrl: { name: cookieName("back"), options },
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
