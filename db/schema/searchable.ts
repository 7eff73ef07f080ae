import { type SQL, sql } from "drizzle-orm";

/**
 * What a search finds rows by. The same expressions stand in the indexes and in the queries, or no index is used.
 */

interface TagColumns {
  readonly exact: unknown;
  readonly note: unknown;
  readonly verdictNote: unknown;
  readonly attributes: unknown;
}

/** A tag's words, its notes, and the words among its attributes, such as the name of a speaker. */
export function textOfTag({ exact, note, verdictNote, attributes }: TagColumns): SQL {
  const written = sql`jsonb_path_query_array(${attributes}, '$.*.words ? (@ != null)')::text`;
  return sql`(${exact} || ' ' || coalesce(${note} ->> 'words', '') || ' ' || coalesce(${verdictNote} ->> 'words', '') || ' ' || ${written})`;
}

/** What somebody wrote in a thread; nothing once it was removed. */
export function textOfComment({ words }: { readonly words: unknown }): SQL {
  return sql`coalesce(${words} ->> 'words', '')`;
}

/** The words of a text, by the function `searchable` of the database: `to_tsvector('simple', …)` for texts of any length. */
export function wordsIn(text: unknown): SQL {
  return sql`searchable(${text})`;
}
