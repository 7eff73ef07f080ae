import type { Dossier, DossierPart } from "~/core/shapes/dossier";
import type { Scheme } from "~/core/scheme";

/**
 * What every export and import format states about itself, in one shape: the routes, the export dialog and
 * docs/formats.md read it from here and know no format by name. A new format is one file and one line in
 * the registry.
 */

/** What a format does with a part of a dossier: holds it, can only tell it in free text, or loses it. */
export type Keeping = "held" | "as a note" | "lost";

/** What a format needs to know beside the dossiers. */
export interface WriteContext {
  /** RFC 3339. */
  readonly exportedAt: string;
  /** Where this Galley is reached, without a slash at the end: identifiers of articles begin with it. */
  readonly origin: string;
  /** Every scheme that the dossiers use: a format can name its columns before it has seen them. */
  readonly schemes: readonly Scheme[];
}

/** What a format leaves out of what it holds, for a reason of its own: told and counted before the download. */
export interface Omission {
  /** What is left out and why, as a heading for a number: "Tags that overlap one of the same type". */
  readonly what: string;
  readonly count: (dossier: Dossier) => number;
}

interface FormatFacts {
  /** How addresses and files name it: lower case, with hyphens. */
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** Without the dot. */
  readonly extension: string;
  /** What its offsets count. All ends are exclusive. */
  readonly offsetUnit: "code point" | "UTF-16 code unit" | "token" | "none";
  /** Who reads it, in a sentence. */
  readonly reader: string;
  readonly keeps: Readonly<Record<DossierPart, Keeping>>;
  readonly omissions: readonly Omission[];
  /** What to know before using it, in sentences; empty when there is nothing. */
  readonly caveats: readonly string[];
}

type Dossiers = AsyncIterable<Dossier>;

/** A format that writes one text, of however many articles. */
export interface TextFormat extends FormatFacts {
  /** The file, piece by piece; at most one dossier is held at a time. */
  readonly write: (dossiers: Dossiers, context: WriteContext) => AsyncIterable<string>;
}

/** Text goes out as UTF-8, bytes as they are. */
export type Piece = string | Uint8Array;

/** A file inside of an export. */
export interface PackedFile {
  /** A path with slashes, safe on any file system. */
  readonly name: string;
  readonly content: Iterable<Piece> | AsyncIterable<Piece>;
}

/** A format that writes several files, or one for each article. */
export interface FilesFormat extends FormatFacts {
  /**
   * `always`: its files make one archive, with the format's own ending. `when several`: each article is one
   * file with that ending; one article's is given as it is, several in a zip.
   */
  readonly packed: "always" | "when several";
  /** One after another: each is read to its end before the next is asked for. */
  readonly files: (dossiers: Dossiers, context: WriteContext) => AsyncIterable<PackedFile>;
  /** What stands for its files in a preview, where they are not texts that people read. */
  readonly shows?: TextFormat["write"];
}

export type Format = TextFormat | FilesFormat;

/** All of the dossiers' parts held. */
export const HOLDS_ALL: Readonly<Record<DossierPart, Keeping>> = {
  text: "held",
  details: "held",
  blocks: "held",
  passages: "held",
  types: "held",
  attributes: "held",
  notes: "held",
  authors: "held",
  verdicts: "held",
  approvals: "held",
  evidence: "held",
  links: "held",
  threads: "held",
  former: "held",
  scheme: "held",
};

/** All that is said of tags held, and what people say to each other lost: for most formats to take exceptions from. */
export const HOLDS_TAGS: Readonly<Record<DossierPart, Keeping>> = { ...HOLDS_ALL, threads: "lost" };

/** What no format holds of evidence that it holds. */
export const FILE_CONTENTS: Omission = {
  what: "Contents of evidence’s files; their names, sizes and SHA-256 are told",
  count: ({ evidence }) => evidence.filter(({ file }) => file !== null).length,
};
