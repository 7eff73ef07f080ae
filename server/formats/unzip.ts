import { Unzip, UnzipInflate } from "fflate";

import { DomainError } from "~/core/errors";

/** What is in an archive, by name, and how much of it at most. */
export interface UnzipLimits {
  readonly files: number;
  /** Of all files together, unpacked. */
  readonly bytes: number;
}

/** So many bytes are unpacked at a time: one that swells a thousandfold is noticed after 4 MB. */
const STEP = 4_096;

/**
 * The files of a zip archive that `wanted` lets through, counted while they are unpacked; what the archive says
 * of their sizes does not matter. Names are for telling files apart, never paths.
 * @throws DomainError bad-input for an archive that is broken, or larger than the limits
 */
export function unzipped(
  archive: Uint8Array,
  limits: UnzipLimits,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  const pieces = new Map<string, Uint8Array[]>();
  let [files, bytes] = [0, 0];
  const unzip = new Unzip((file) => {
    files += 1;
    if (files > limits.files) throw tooLarge(`more than ${limits.files} files`);
    if (!wanted(file.name) || pieces.has(file.name)) return;
    const own: Uint8Array[] = [];
    pieces.set(file.name, own);
    file.ondata = (error, piece) => {
      if (error) throw error;
      bytes += piece.byteLength;
      if (bytes > limits.bytes) throw tooLarge(`more than ${Math.round(limits.bytes / 1_000_000)} MB`);
      own.push(piece);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length; at += STEP) {
      unzip.push(archive.subarray(at, at + STEP), at + STEP >= archive.length);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError(
      "bad-input",
      "The archive is broken or packed in a way that Galley does not read. Pack it again as a plain zip.",
    );
  }
  return new Map([...pieces].map(([name, own]) => [name, new Uint8Array(Buffer.concat(own))]));
}

function tooLarge(what: string): DomainError {
  return new DomainError("bad-input", `The archive holds ${what} when unpacked. Import it in smaller parts.`);
}
