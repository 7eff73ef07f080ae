import { describe, expect, it } from "vitest";

import { mediaTypeOf } from "./media-type";

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

describe("a file’s media type by its first bytes", () => {
  it.each([
    ["a PDF", latin("%PDF-1.7\n"), "application/pdf"],
    ["a PNG", latin("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "image/png"],
    ["a JPEG", latin("\xff\xd8\xff\xe0\0\x10JFIF"), "image/jpeg"],
    ["a GIF", latin("GIF89a\x01\0"), "image/gif"],
    ["a WebP", latin("RIFF\x24\0\0\0WEBPVP8 "), "image/webp"],
    ["a WAV", latin("RIFF\x24\0\0\0WAVEfmt "), "audio/wav"],
    ["an MP3", latin("ID3\x04\0\0"), "audio/mpeg"],
    ["an MP4", latin("\0\0\0\x18ftypisom"), "video/mp4"],
    ["text", utf8("Minutes of 3 March\n\tÀ Paris, 東京 🙂\r\n"), "text/plain"],
    ["a character cut at the end of the head", utf8(`${"a".repeat(511)}é`), "text/plain"],
    ["a page, which is served as text", utf8("<!doctype html><script>alert(1)</script>"), "text/plain"],
    ["a drawing with a script, which is too", utf8("<svg onload=alert(1)>"), "text/plain"],
    ["Windows-1252", latin("caf\xe9 au lait"), "application/octet-stream"],
    ["a text with NUL", utf8("a\0b"), "application/octet-stream"],
    ["an archive", latin("PK\x03\x04\x14\0"), "application/octet-stream"],
    ["a program", latin("MZ\x90\0"), "application/octet-stream"],
    ["half a sign", latin("\x89PN"), "application/octet-stream"],
  ])("%s", (_, head, type) => {
    expect(mediaTypeOf(head)).toBe(type);
  });
});
