import { DomainError } from "~/core/errors";
import { bratReader } from "./brat-read";
import { casJsonReader } from "./cas-json-read";
import { casXmiReader } from "./cas-xmi-read";
import { doccanoReader } from "./doccano-read";
import { GALLEY_JSON } from "./galley-json";
import { readGalleyJson } from "./galley-json-read";
import { galleyJsonlReader } from "./galley-jsonl-read";
import { labelStudioReader } from "./label-studio-read";
import { prodigyReader } from "./prodigy-read";
import { type ReadArticle, type ReadContext, type Reader, type TextFile, unreadable } from "./read";
import { teiReader } from "./tei-read";
import { unzipped } from "./unzip";
import { webannoTsvReader } from "./webanno-tsv-read";

/**
 * Files that come in: opened, told apart by their content, and read, one article after another.
 */

const galleyJsonReader: Reader = {
  format: GALLEY_JSON,
  recognizes: ({ name }) => /\.json$/i.test(name),
  *read({ text }) {
    yield* readGalleyJson(text).articles;
  },
};

/** In the order in which they are asked: the first that knows a file reads it. Galley's own JSON takes what is left. */
const READERS: readonly Reader[] = [
  galleyJsonlReader,
  prodigyReader,
  doccanoReader,
  webannoTsvReader,
  casXmiReader,
  teiReader,
  casJsonReader,
  bratReader,
  labelStudioReader,
  galleyJsonReader,
];

/** What the names of files end in that somebody may import. */
export const IMPORT_ENDINGS = [".json", ".jsonl", ".ndjson", ".tsv", ".xmi", ".xml", ".zip"] as const;

/** In an archive, texts stand beside the files that point into them. */
const INSIDE = /\.(json|jsonl|ndjson|tsv|xmi|xml|ann|txt)$/i;

/** So much may an archive hold. */
const LIMITS = { files: 20_000, bytes: 60_000_000 };

/** An article of a file, and the format that it was read by. */
export interface ReadOne {
  readonly format: string;
  readonly article: ReadArticle;
}

/** A file as it came in. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The articles in a file, or in the files of a zip archive, read as they are asked for. What is wrong with one
 * file of an archive does not block the others.
 * @throws DomainError bad-input for a file that no format knows, or that is broken
 */
export function* readFile(file: IncomingFile, context: ReadContext): Generator<ReadOne> {
  if (!isZip(file.bytes)) {
    yield* readText(decoded(file), [], context);
    return;
  }
  const files = [
    ...unzipped(file.bytes, LIMITS, (name) => INSIDE.test(name) && !name.startsWith("__MACOSX/")),
  ];
  const texts = files.map(([name, bytes]) => decoded({ name, bytes }));
  const known = texts.filter((text) => readerOf(text) !== undefined);
  if (known.length === 0)
    throw new DomainError("bad-input", "The archive holds no file of a format that Galley reads.");
  for (const text of known) yield* besideOthers(text, texts, context);
}

function* besideOthers(file: TextFile, all: readonly TextFile[], context: ReadContext): Generator<ReadOne> {
  try {
    yield* readText(file, all, context);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    yield { format: readerOf(file)?.format ?? "", article: unreadable(file.name, error.message) };
  }
}

function readerOf(file: TextFile): Reader | undefined {
  return READERS.find((reader) => reader.recognizes(file));
}

function* readText(file: TextFile, others: readonly TextFile[], context: ReadContext): Generator<ReadOne> {
  const reader = readerOf(file);
  if (!reader) {
    throw new DomainError(
      "bad-input",
      "The file is of no format that Galley reads; docs/formats.md lists those that it does.",
    );
  }
  for (const article of reader.read(file, context, others)) yield { format: reader.format, article };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function decoded({ name, bytes }: IncomingFile): TextFile {
  try {
    return { name, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DomainError("bad-input", `${name} is not UTF-8 text. Export it again as UTF-8.`);
  }
}
