import { and, type SQL, sql } from "drizzle-orm";

import { articles } from "~/db/schema/articles";

/** What a search for words in titles asks of the database. */
export interface TitleSearch {
  /** For `to_tsquery`: each word, or the beginning of one; null when there is none. */
  readonly query: string | null;
  /** To be found as they stand: words of scripts without spaces, which the index holds in whole runs, and signs. */
  readonly pieces: readonly string[];
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Reads what somebody typed. A word with punctuation inside (“3.5”, “a-b”) is looked for whole, as the index's
 * own parser cuts it, or by its parts.
 */
export function readTitleSearch(typed: string): TitleSearch {
  const words = typed.split(/\s+/u).filter((word) => word !== "");
  const pieces = words.filter((word) => UNSPACED.test(word) || !WORD.test(word));
  const terms = words.filter((word) => !pieces.includes(word)).map(termOf);
  return { query: terms.length > 0 ? terms.join(" & ") : null, pieces };
}

function termOf(word: string): string {
  const parts = word.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const [whole, apart] = [lexeme(word), parts.map(lexeme).join(" & ")];
  return parts.length === 1 && parts[0] === word ? whole : `(${whole} | ${apart})`;
}

/** Between quotation marks nothing is an operator. */
function lexeme(word: string): string {
  return `'${word.replace(/['\\]/g, "$&$&")}':*`;
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
