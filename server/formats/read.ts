import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import type { Scheme } from "~/core/scheme";
import { lineAndColumn } from "~/core/text";

/**
 * What reading a file comes to. A file that cannot be read at all is a DomainError; a bad article does not
 * spoil the others, nor a bad tag its article.
 */

/** Something about one tag of a file that could not be taken as it is. */
export interface TagProblem {
  /** The tag's id in the file. */
  readonly tag: string;
  /** Its words, as the file has them, shortened. */
  readonly words: string;
  /** Where the file puts it: line and column from 1; null outside the text. */
  readonly at: { readonly line: number; readonly column: number } | null;
  readonly sentence: string;
  /** True when the tag comes in all the same. */
  readonly kept: boolean;
}

export type ReadArticle =
  /** Offsets are UTF-16 code units here, and each tag's words stand where it says. */
  | {
      readonly ok: true;
      readonly dossier: Dossier;
      /** When it was exported, RFC 3339; null where the file does not say. */
      readonly exportedAt: string | null;
      readonly problems: readonly TagProblem[];
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly title: string | null; readonly sentence: string };

export interface ReadFile {
  readonly articles: Iterable<ReadArticle>;
}

/** A problem of a tag whose offsets are UTF-16 code units. */
export function problemOf(
  text: string,
  tag: Pick<DossierTag, "id" | "start" | "exact">,
  sentence: string,
  kept: boolean,
): TagProblem {
  const at = tag.start <= text.length ? lineAndColumn(text, tag.start) : null;
  return { tag: tag.id, words: shorten(tag.exact), at, sentence, kept };
}

/** Words as a report quotes them: 80 characters at most. */
export function shorten(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79).replace(/[\u{D800}-\u{DBFF}]$/u, "")}…` : words;
}

/** What reading a file needs to know of where it is read. */
export interface ReadContext {
  /** The scheme here, by whose names and labels types and attributes are known. */
  readonly scheme: Scheme;
  /** RFC 3339. */
  readonly readAt: string;
}

/** A file by itself or in an archive, decoded. */
export interface TextFile {
  /** What it is called; shown to people, and used for telling files apart by their endings. */
  readonly name: string;
  readonly text: string;
}

/** How files of a format are read back. */
export interface Reader {
  /** The format's id. */
  readonly format: string;
  /** Whether the file is one of the format's, judged by its name's ending and its beginning. */
  readonly recognizes: (file: TextFile) => boolean;
  /** The articles in the file. `others` are the files beside it in its archive. */
  readonly read: (file: TextFile, context: ReadContext, others: readonly TextFile[]) => Iterable<ReadArticle>;
}

/** The answer where a file holds no article that can be read. */
export function unreadable(title: string | null, sentence: string): ReadArticle {
  return { ok: false, title, sentence };
}
