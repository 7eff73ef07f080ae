import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";

import { isWords, type Words } from "~/core/words";

/**
 * Free text leaves an event's body before it enters the log, and comes back when it is read. In the stored
 * body, new words stand as `{ sha256 }`, the digest of salt and words; words that were written earlier stand
 * as `{ ref }`, the place where they were. So any words can be removed for good, in one place.
 */

/** Words as `event_texts` holds them. `path` is their place in the body, its keys joined by dots. */
export interface SealedText {
  path: string;
  salt: string;
  words: string;
}

/** A text as it is read: null once removed. */
export interface HeldText {
  words: string | null;
  removedAt: Date | null;
}

const Digest = z.strictObject({ sha256: z.string() });
const Reference = z.strictObject({ ref: z.string() });

/** SHA-256 of salt and words, hexadecimal. */
export function digestOf(salt: string, words: string): string {
  return createHash("sha256").update(salt).update(words).digest("hex");
}

/**
 * The body as it is stored, and the texts that were taken out of it.
 * @param makeSalt 128 random bits in hexadecimal; given by tests to repeat a result
 */
export function seal(
  body: unknown,
  makeSalt: () => string = () => randomBytes(16).toString("hex"),
): { stored: unknown; texts: SealedText[] } {
  const texts: SealedText[] = [];
  const stored = mapObjects(body, [], (value, path) => {
    if (!isWords(value)) return undefined;
    if (value.ref !== undefined) return { ref: value.ref };
    const salt = makeSalt();
    const words = value.words ?? "";
    texts.push({ path: path.join("."), salt, words });
    return { sha256: digestOf(salt, words) };
  });
  return { stored, texts };
}

/** The body as people read it, its words back in their places. `textAt` gives what stands at a ref, if loaded. */
export function unseal(stored: unknown, seq: number, textAt: (ref: string) => HeldText | undefined): unknown {
  const read = (ref: string): Words => {
    const text = textAt(ref);
    const removedAt = text?.removedAt ? { removedAt: text.removedAt.getTime() } : {};
    return { ref, words: text?.words ?? null, ...removedAt };
  };
  return mapObjects(stored, [], (value, path) => {
    if (Digest.safeParse(value).success) return read(refOf(seq, path.join(".")));
    const reference = Reference.safeParse(value);
    return reference.success ? read(reference.data.ref) : undefined;
  });
}

/** The refs that a stored body points to: its own texts and earlier ones. */
export function refsIn(stored: unknown, seq: number): string[] {
  const refs: string[] = [];
  unseal(stored, seq, (ref) => {
    refs.push(ref);
    return undefined;
  });
  return refs;
}

/** The name of a place in a log: `12/reason`. */
export function refOf(seq: number, path: string): string {
  return `${seq}/${path}`;
}

/** The parts of such a name, or null for anything else. */
export function placeOf(ref: string): { seq: number; path: string } | null {
  const [, seq, path] = /^([1-9]\d{0,8})\/([A-Za-z0-9.-]{1,120})$/.exec(ref) ?? [];
  return seq && path ? { seq: Number(seq), path } : null;
}

/** A copy in which each object is what `change` makes of it, or, where that is undefined, mapped inside. */
function mapObjects(
  value: unknown,
  path: string[],
  change: (value: object, path: string[]) => object | undefined,
): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => mapObjects(item, [...path, String(index)], change));
  if (typeof value !== "object" || value === null) return value;
  const changed = change(value, path);
  if (changed) return changed;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapObjects(inner, [...path, key], change)]),
  );
}
