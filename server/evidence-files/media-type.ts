import type { EvidenceFile } from "~/core/newsroom";

type MediaType = EvidenceFile["mediaType"];

/** So many of a file's first bytes tell what it is. */
export const HEAD_BYTES = 512;

/** What files of a kind begin with, as Latin-1; after so many bytes. */
const BEGINNINGS: readonly (readonly [type: MediaType, sign: string, at?: number])[] = [
  ["application/pdf", "%PDF-"],
  ["image/png", "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", "\xff\xd8\xff"],
  ["image/gif", "GIF87a"],
  ["image/gif", "GIF89a"],
  ["image/webp", "WEBP", 8],
  ["audio/wav", "WAVE", 8],
  ["audio/mpeg", "ID3"],
  ["audio/mpeg", "\xff\xfb"],
  ["video/mp4", "ftyp", 4],
];

/** What no text holds: controls other than tab, line feed, form feed and carriage return. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

/**
 * The media type of a file by its first bytes, whatever its name or whoever sent it says; bytes that mean nothing
 * where they are none of those that Galley serves as what they are.
 * @see https://mimesniff.spec.whatwg.org/
 */
export function mediaTypeOf(head: Uint8Array): MediaType {
  const signs = Buffer.from(head.subarray(0, HEAD_BYTES)).toString("latin1");
  const known = BEGINNINGS.find(([, sign, at = 0]) => signs.startsWith(sign, at));
  if (known) return known[0];
  return isText(head) ? "text/plain" : "application/octet-stream";
}

function isText(head: Uint8Array): boolean {
  try {
    // A character that the end of the head cuts is none of its faults.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head.subarray(0, HEAD_BYTES), {
      stream: true,
    });
    return !CONTROL.test(text);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
