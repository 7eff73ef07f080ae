import { z } from "zod";

/**
 * What signing in takes from the environment, read at each use: the start sets it after this was loaded.
 */

/** Values that stand in examples and tutorials; a secret that is published is none. */
const PUBLISHED =
  /change.?me|replace.?me|your.?secret|example|secret.?secret|^(.)\1+$|^(?:0123456789|abcdefgh|password)/i;

const Secret = z
  .string({ error: "NEXTAUTH_SECRET is not set: start Galley with npm start, or set it." })
  .min(32, "NEXTAUTH_SECRET must have 32 characters or more.")
  .refine(
    (secret) => !PUBLISHED.test(secret),
    "NEXTAUTH_SECRET is a known example: anybody could sign cookies with it.",
  );

/** The secret that seals the cookies. @throws Error when there is none, or one that is short or published */
export function sessionSecret(): string {
  const judged = Secret.safeParse(process.env.NEXTAUTH_SECRET);
  if (!judged.success) throw new Error(judged.error.issues[0]?.message);
  return judged.data;
}

/** The origin at which people open Galley, such as `https://galley.example.org`. @throws Error when it is not set */
export function ownOrigin(): string {
  const address = process.env.NEXTAUTH_URL;
  if (!address) throw new Error("NEXTAUTH_URL is not set: start Galley with npm start, or set it.");
  return new URL(address).origin;
}
