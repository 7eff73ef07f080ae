import type { Dossier } from "~/core/dossier";

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
      readonly problems: readonly TagProblem[];
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly title: string | null; readonly sentence: string };

export interface ReadFile {
  /** RFC 3339. */
  readonly exportedAt: string;
  readonly articles: Iterable<ReadArticle>;
}
