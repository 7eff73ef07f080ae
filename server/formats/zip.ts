import { Zip, ZipDeflate } from "fflate";

import type { PackedFile } from "./format";

/** Texts go through the compression in pieces of about this length, in UTF-16 code units. */
const PIECE = 65_536;

/**
 * The files as one zip archive, made while it is read: at most one file's piece is held at a time.
 * @param at when the archive says that its files were written, RFC 3339
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export async function* zipped(files: AsyncIterable<PackedFile>, at: string): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const archive = new Zip((error, bytes) => {
    if (error) throw error;
    made.push(bytes);
  });
  const encoder = new TextEncoder();
  for await (const { name, content } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = at;
    archive.add(file);
    let waiting = "";
    for await (const piece of content) {
      if (typeof piece === "string") waiting += piece;
      else {
        file.push(encoder.encode(waiting));
        file.push(piece);
        waiting = "";
      }
      if (waiting.length < PIECE) continue;
      file.push(encoder.encode(waiting));
      waiting = "";
      yield* made.splice(0);
    }
    file.push(encoder.encode(waiting), true);
    yield* made.splice(0);
  }
  archive.end();
  yield* made.splice(0);
}
