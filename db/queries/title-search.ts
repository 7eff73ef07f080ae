import { and, type SQL, sql } from "drizzle-orm";

import { isPiece, partsOf } from "~/core/sought";
import { articles } from "~/db/schema/articles";

/** What a search for words in titles asks of the database. */
export interface TitleSearch {
  /** For `to_tsquery`: each word, or the beginning of one; null when there is none. */
  readonly query: string | null;
  /** To be found as they stand: words of scripts without spaces, which the index holds in whole runs, and signs. */
  readonly pieces: readonly string[];
}

/**
 * Reads what somebody typed. A word with punctuation inside (“3.5”, “a-b”) is looked for whole, as the index's
 * own parser cuts it, or by its parts.
 */
export function readTitleSearch(typed: string): TitleSearch {
  const words = typed.split(/\s+/u).filter((word) => word !== "");
  const pieces = words.filter(isPiece);
  const terms = words.filter((word) => !pieces.includes(word)).map((word) => termOf(word, true));
  return { query: terms.length > 0 ? terms.join(" & ") : null, pieces };
}

/** A word, or the beginning of one, as `to_tsquery` takes it: whole, or by its parts where it has signs inside. */
export function termOf(word: string, isBeginning: boolean): string {
  const parts = partsOf(word);
  const whole = lexeme(word, isBeginning);
  const apart = parts.map((part) => lexeme(part, isBeginning)).join(" & ");
  return parts.length === 1 && parts[0] === word ? whole : `(${whole} | ${apart})`;
}

/** Between quotation marks nothing is an operator. */
export function lexeme(word: string, isBeginning: boolean): string {
  return `'${word.replace(/['\\]/g, "$&$&")}'${isBeginning ? ":*" : ""}`;
}

/** True of articles whose title has all the words; undefined when nothing was asked. */
export function titleMatches(typed: string): SQL | undefined {
  const { query, pieces } = readTitleSearch(typed);
  const title = sql`coalesce(${articles.title}, '')`;
  return and(
    query === null ? undefined : sql`to_tsvector('simple', ${title}) @@ to_tsquery('simple', ${query})`,
    ...pieces.map((piece) => sql`strpos(lower(${title}), lower(${piece})) > 0`),
  );
}
