import { hash, type Options, verify } from "@node-rs/argon2";

import { commonPasswords } from "./common-passwords";

/**
 * Passwords: how they are kept, compared and judged.
 * @see https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 * @see https://pages.nist.gov/800-63-4/sp800-63b.html section 3.1.1 (length and lists, no rules of composition)
 */

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** argon2id (the package's default) with 19 MiB and two passes: OWASP's first choice, about 30 ms. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What nobody's password is compared with, so that an unknown account takes as long as a wrong password. */
export const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$Z2FsbGV5LW5vYm9keS0wMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** The password as the database keeps it: argon2id with a salt of its own, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * Whether the password is the one that was hashed. Without a hash the answer is no, after the same time.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const same = await verify(passwordHash ?? NOBODY, password);
  return same && passwordHash !== null;
}

/** Whose password it is to be: what is known about a person does not make a password. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

/**
 * What is wrong with a password that somebody chose, in a sentence that says what to do; null when nothing is.
 * Lengths are counted in characters, not in code units.
 */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const length = Array.from(password).length;
  if (!password.isWellFormed() || password.includes("\0")) {
    return "The password holds a character that cannot be stored. Type it anew.";
  }
  if (length < SHORTEST_PASSWORD) {
    return `The password has ${length} ${length === 1 ? "character" : "characters"}; it takes ${SHORTEST_PASSWORD} or more.`;
  }
  if (password.length > LONGEST_PASSWORD) {
    return `The password is too long; ${LONGEST_PASSWORD} characters are enough.`;
  }
  if (isCommon(password)) return "This password is among the first that anybody would try. Choose another.";
  const told = toldBy(password, owner);
  if (told) return `The password is mostly “${told}”, which others know. Choose another.`;
  return null;
}

/** Letters and digits in lower case, so that “Pass-Word!” is “password”. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function isCommon(password: string): boolean {
  const plain = bare(password);
  const stem = plain.replace(/\p{N}+$/u, "");
  return (
    new Set(Array.from(password.toLowerCase())).size < 5 ||
    commonPasswords.has(plain) ||
    commonPasswords.has(stem) ||
    isRun(plain) ||
    isRepeated(plain)
  );
}

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
];

/** A stretch of the alphabet, of the digits or of the keyboard, forwards or backwards. */
function isRun(plain: string): boolean {
  const backwards = Array.from(plain).reverse().join("");
  return plain !== "" && rows.some((row) => row.includes(plain) || row.includes(backwards));
}

/** A few characters again and again: “abcabcabcabc”. */
function isRepeated(plain: string): boolean {
  for (let length = 1; length <= Math.min(6, plain.length / 2); length += 1) {
    const unit = plain.slice(0, length);
    if (unit.repeat(Math.ceil(plain.length / length)).slice(0, plain.length) === plain) return true;
  }
  return false;
}

/** The word about the person, or of this place, that makes up most of the password. */
function toldBy(password: string, { name, email }: PasswordOwner): string | null {
  const plain = bare(password);
  const words = [email, ...email.split("@"), name, ...name.split(/\s+/u), "galley", "newsroom"];
  for (const word of words) {
    const known = bare(word);
    if (
      known.length >= 4 &&
      plain.replaceAll(known, "").length < SHORTEST_PASSWORD / 2 &&
      plain.includes(known)
    )
      return word;
  }
  return null;
}
