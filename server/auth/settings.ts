import { env } from "~/server/env";

/** What signing in takes from the settings, asked at each use: the start completes them after this was loaded. */

/** The secret that seals the cookies. @throws Error when there is none, or one that is short or published */
export function sessionSecret(): string {
  return set("NEXTAUTH_SECRET");
}

/** The origin at which people open Galley, such as `https://galley.example.org`. @throws Error when it is not set */
export function ownOrigin(): string {
  return set("NEXTAUTH_URL");
}

function set(name: "NEXTAUTH_SECRET" | "NEXTAUTH_URL"): string {
  const value = env()[name];
  if (value === undefined) throw new Error(`${name} is not set: start Galley with npm start, or set it.`);
  return value;
}
