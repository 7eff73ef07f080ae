import { createHash, randomUUID } from "node:crypto";

import type { NewsroomId } from "~/core/ids";
import type { EvidenceFile } from "~/core/newsroom";
import type { Database } from "~/db/client";
import { addPart, beginFile, dropAbandoned, dropFile } from "~/db/queries/evidence-files";
import { env } from "~/server/env";
import { HEAD_BYTES, mediaTypeOf } from "./media-type";

/** The most that a file may have, in bytes. */
export function mostFileBytes(): number {
  return env().EVIDENCE_FILE_MB * 1_000_000;
}

/** A file's contents are kept in parts of this size, in bytes. */
export const PART_BYTES = 1_048_576;

/** What never came in whole is forgotten after so long, in milliseconds; a request may take 75 s. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** A file that came in whole: where its contents lie, and what they are. */
export interface TakenFile extends Omit<EvidenceFile, "name"> {
  readonly id: string;
}

/** Why a body is no file to keep. */
export type Untaken = "empty" | "too large";

/**
 * Takes a body into the database while it comes in, a part at a time. It belongs to nothing yet, and goes again
 * unless it is made to.
 * @param most bytes
 * @throws whatever the body throws where it breaks off; nothing is left of it then
 */
export async function takeFile(
  db: Database,
  newsroomId: NewsroomId,
  body: AsyncIterable<Uint8Array>,
  { most, now }: { most: number; now: number },
): Promise<TakenFile | Untaken> {
  const id = randomUUID();
  await dropAbandoned(db, newsroomId, new Date(now - ABANDONED_AFTER));
  await beginFile(db, { newsroomId, id, begunAt: new Date(now) });
  try {
    const taken = await keep(db, id, body, most);
    if (typeof taken === "string") await dropFile(db, id);
    return taken;
  } catch (error) {
    await dropFile(db, id);
    throw error;
  }
}

async function keep(
  db: Database,
  id: string,
  body: AsyncIterable<Uint8Array>,
  most: number,
): Promise<TakenFile | Untaken> {
  const hash = createHash("sha256");
  let head = new Uint8Array();
  let number = 0;
  let bytes = 0;
  for await (const content of inParts(body)) {
    bytes += content.byteLength;
    if (bytes > most) return "too large";
    if (number === 0) head = content.slice(0, HEAD_BYTES);
    hash.update(content);
    await addPart(db, { fileId: id, number, content });
    number += 1;
  }
  return bytes === 0 ? "empty" : { id, bytes, sha256: hash.digest("hex"), mediaType: mediaTypeOf(head) };
}

/** The same bytes in parts of one size, but for the last; never an empty one. */
export async function* inParts(
  body: AsyncIterable<Uint8Array>,
  size = PART_BYTES,
): AsyncGenerator<Uint8Array, void> {
  let part = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of body) {
    for (let at = 0; at < chunk.byteLength;) {
      const taken = chunk.subarray(at, at + size - filled);
      part.set(taken, filled);
      at += taken.byteLength;
      filled += taken.byteLength;
      if (filled < size) continue;
      yield part;
      part = new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield part.subarray(0, filled);
}
