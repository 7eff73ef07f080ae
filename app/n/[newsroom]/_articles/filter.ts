import {
  createLoader,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from "nuqs/server";

import { ARTICLE_STATES } from "~/core/article";
import { idIn } from "~/core/ids";

/** The list's filters as the address holds them: `?q=harbour&desk=…&mine=true&state=ready`. */
export const filterParsers = {
  q: parseAsString.withDefault(""),
  desk: parseAsString,
  mine: parseAsBoolean.withDefault(false),
  state: parseAsStringLiteral(ARTICLE_STATES),
};

export type ListFilter = inferParserType<typeof filterParsers>;

/** Reads the filters on the server. */
export const readFilter = createLoader(filterParsers);

export const NO_FILTER: ListFilter = { q: "", desk: null, mine: false, state: null };

/** True when something narrows the list; the archive is a place of its own. */
export function isNarrowed({ q, desk, mine, state }: ListFilter): boolean {
  return q.trim() !== "" || desk !== null || mine || (state !== null && state !== "archived");
}

/** The procedure's input for a filter. What an address holds that no filter can be is left out. */
export function listInput(newsroom: string, { q, desk, mine, state }: ListFilter) {
  const known = idIn("desk", desk);
  return {
    newsroom,
    search: q.replaceAll("\0", "").toWellFormed().trim().slice(0, 200).toWellFormed(),
    ...(known !== null && { desk: known }),
    mine,
    state: state ?? ("current" as const),
    limit: 30,
  };
}
