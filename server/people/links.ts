import { createHash, randomBytes } from "node:crypto";

/** One-time links. Their token is known to whoever holds the link, and to nobody else: the database has its hash. */

/** A fresh token: 32 random bytes in base64url, 43 characters. */
export function makeToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of the token, hexadecimal. Random bytes need no salt. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The page that the link opens, below the server's own address. */
export function pathOfLink(token: string): string {
  return `/invitation/${token}`;
}
