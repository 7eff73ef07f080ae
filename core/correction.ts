import type { Direction } from "./article";

/** What anybody may read of a newsroom's corrections, where it shows them to the public. */

/** Where a page of corrections ends: the next begins right after. */
export interface CorrectionPlace {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The correction's hash in its article's log: it names it for good, and tells nothing of the article. */
  readonly hash: string;
}

/** A correction that went out, as readers are told of it. */
export interface PublicCorrection extends CorrectionPlace {
  /** The article's title as it stands; null once it was removed from the record. */
  readonly title: string | null;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  /** What was wrong, and where; null once it was removed from the record. */
  readonly note: string | null;
  /** When the note was removed, in milliseconds since 1970. */
  readonly removedAt: number | null;
  /** Where the article can be read: an http(s) address. */
  readonly source: string | null;
  /** Whether the article was withdrawn since. */
  readonly withdrawn: boolean;
}
