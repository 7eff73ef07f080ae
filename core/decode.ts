import { lineAndColumn, MAX_TEXT } from "./text";

/**
 * From a file's bytes to text. UTF-8 is read as it is; what is something else is never guessed silently:
 * the answer says what it looks like and offers to read it so.
 */

export const ENCODINGS = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What people call each encoding. */
export const ENCODING_LABEL: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "windows-1252": "Windows-1252 (Western European)",
  "utf-16le": "UTF-16 (little-endian)",
  "utf-16be": "UTF-16 (big-endian)",
};

/** The most bytes in which a text may come: no encoding takes more than three for a UTF-16 code unit. */
export const MAX_TEXT_BYTES = 3 * MAX_TEXT;

/** What is said of a file with more of them. */
export const TEXT_FILE_TOO_LARGE = `This file is larger than ${MAX_TEXT_BYTES / 1_000_000} MB, and an article has at most ${MAX_TEXT.toLocaleString("en")} characters. Nothing was added; split it into several articles.`;

export type DecodedText =
  | { readonly ok: true; readonly raw: string; readonly encoding: Encoding }
  | {
      readonly ok: false;
      readonly sentence: string;
      /** Of the first byte that is not UTF-8, from 1; the column in code points. */
      readonly line?: number;
      readonly column?: number;
      /** The encoding to offer, if the bytes look like one. */
      readonly offer: Encoding | null;
    };

const EMPTY_HANDED = "Paste the article’s text, or save it as plain text (.txt, UTF-8) and upload that.";

/** First bytes by which files that are not plain text are known. */
const SIGNATURES: readonly (readonly [bytes: string, what: string])[] = [
  ["%PDF-", "a PDF"],
  ["PK\u0003\u0004", "a Word document or another packed file"],
  ["\u00D0\u00CF\u0011\u00E0", "an old Word document"],
  ["{\\rtf", "a rich-text (RTF) document"],
  ["\u0089PNG", "a picture"],
  ["\u00FF\u00D8\u00FF", "a picture"],
];

/** Bytes 80–9F of Windows-1252; the five holes stay the control characters of their number. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Nothing that a text would not hold: controls (but tabs, line and page ends), unassigned, private. */
const READABLE = /^[^\p{Cc}\p{Cn}\p{Co}\p{Cs}]*$/u;

/**
 * The text in the bytes, a byte-order mark included: as UTF-8, or `as` the person agreed to read them.
 * Text that is not UTF-8 is refused with the place of its first wrong byte and an offer; what is not text
 * at all, with a sentence.
 */
export function decodeText(bytes: Uint8Array, as?: Encoding): DecodedText {
  if (bytes.length > MAX_TEXT_BYTES) return refuse(TEXT_FILE_TOO_LARGE);
  const signature = SIGNATURES.find(
    ([start]) => bytes.length >= start.length && latin(bytes, start.length) === start,
  );
  if (signature) return refuse(`This file is ${signature[1]}, not plain text. ${EMPTY_HANDED}`);
  return as === undefined ? recognise(bytes) : readAs(bytes, as);
}

function refuse(sentence: string, offer: Encoding | null = null): DecodedText {
  return { ok: false, sentence, offer };
}

function readAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  switch (encoding) {
    case "utf-8": {
      const raw = readUtf8(bytes);
      return raw === null ? notUtf8(bytes, null) : { ok: true, raw, encoding };
    }
    case "windows-1252":
      return { ok: true, raw: readWindows1252(bytes), encoding };
    case "utf-16le":
    case "utf-16be":
      if (bytes.length % 2 === 1)
        return refuse("The file ends in the middle of a character. Upload it again.");
      return { ok: true, raw: readUtf16(bytes, encoding), encoding };
  }
}

function recognise(bytes: Uint8Array): DecodedText {
  const marked = latin(bytes, 2);
  if (marked === "\u00FF\u00FE" || marked === "\u00FE\u00FF") {
    return looksLike(marked === "\u00FF\u00FE" ? "utf-16le" : "utf-16be");
  }
  const raw = readUtf8(bytes);
  const nuls = countNuls(bytes);
  // A stray NUL is text with a flaw, which acceptText can place; in UTF-16 every second byte of Latin text is one.
  if (raw !== null && nuls.even + nuls.odd < bytes.length / 5) return { ok: true, raw, encoding: "utf-8" };
  const wide = nuls.even === 0 ? "utf-16le" : "utf-16be";
  if (nuls.even + nuls.odd > 0) {
    const isWide =
      Math.min(nuls.even, nuls.odd) === 0 && bytes.length % 2 === 0 && isReadable(readUtf16(bytes, wide));
    return isWide ? looksLike(wide) : refuse(`This file is not text. ${EMPTY_HANDED}`);
  }
  if (!isReadable(readWindows1252(bytes))) return refuse(`This file is not text. ${EMPTY_HANDED}`);
  return notUtf8(bytes, "windows-1252");
}

function looksLike(encoding: Encoding): DecodedText {
  return refuse(
    `The file looks like ${ENCODING_LABEL[encoding]}, not UTF-8. Nothing was read yet.`,
    encoding,
  );
}

/** Where the bytes stop being UTF-8: the longest beginning that a decoder takes, found by halving. */
function notUtf8(bytes: Uint8Array, offer: Encoding | null): DecodedText {
  let [taken, refused] = [0, bytes.length + 1];
  while (refused - taken > 1) {
    const middle = (taken + refused) >> 1;
    if (readUtf8(bytes.subarray(0, middle), true) === null) refused = middle;
    else taken = middle;
  }
  const before = (readUtf8(bytes.subarray(0, taken), true) ?? "").replace(/\r\n?/g, "\n");
  const { line, column } = lineAndColumn(before, before.length);
  const place = `The file is not UTF-8 from line ${line}, column ${column} on.`;
  const looks = offer ? ` It looks like ${ENCODING_LABEL[offer]}. Nothing was read yet.` : ` ${EMPTY_HANDED}`;
  return { ok: false, sentence: place + looks, line, column, offer };
}

/** Null where the bytes are not UTF-8; `open` lets them end inside a character. */
function readUtf8(bytes: Uint8Array, open = false): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: open });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** By hand, since some runtimes' own decoder for this label reads Latin-1 and loses quotation marks. */
function readWindows1252(bytes: Uint8Array): string {
  return latin(bytes, bytes.length).replace(
    /[\u0080-\u009F]/g,
    (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control,
  );
}

/** By hand, so that halves of character pairs stay and can be shown with their place. */
function readUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Array.from({ length: bytes.length >> 1 }, (_, index) =>
    view.getUint16(2 * index, encoding === "utf-16le"),
  );
  return inChunks(units.length, (start, end) => String.fromCharCode(...units.slice(start, end)));
}

/** The first bytes, each as the character of its number. */
function latin(bytes: Uint8Array, length: number): string {
  return inChunks(Math.min(length, bytes.length), (start, end) =>
    String.fromCharCode(...bytes.subarray(start, end)),
  );
}

/** A call takes only so many arguments. */
function inChunks(length: number, read: (start: number, end: number) => string): string {
  const size = 8_192;
  return Array.from({ length: Math.ceil(length / size) }, (_, chunk) =>
    read(chunk * size, Math.min((chunk + 1) * size, length)),
  ).join("");
}

function countNuls(bytes: Uint8Array): { even: number; odd: number } {
  const count = { even: 0, odd: 0 };
  for (let index = bytes.indexOf(0); index !== -1; index = bytes.indexOf(0, index + 1)) {
    count[index % 2 === 0 ? "even" : "odd"] += 1;
  }
  return count;
}

function isReadable(text: string): boolean {
  return READABLE.test(text.replace(/[\t\n\f\r]/g, ""));
}
