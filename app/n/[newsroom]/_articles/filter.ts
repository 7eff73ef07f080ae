import { createLoader, parseAsBoolean, parseAsString, type inferParserType } from "nuqs/server";

import { idIn } from "~/core/ids";

/** The list's filters as the address holds them: `?q=harbour&desk=…&mine=true&archived=true`. */
export const filterParsers = {
  q: parseAsString.withDefault(""),
  desk: parseAsString,
  mine: parseAsBoolean.withDefault(false),
  archived: parseAsBoolean.withDefault(false),
};

export type ListFilter = inferParserType<typeof filterParsers>;

/** Reads the filters on the server. */
export const readFilter = createLoader(filterParsers);

export const NO_FILTER: ListFilter = { q: "", desk: null, mine: false, archived: false };

/** True when something narrows the list; the archive is a place of its own. */
export function isNarrowed({ q, desk, mine }: ListFilter): boolean {
  return q.trim() !== "" || desk !== null || mine;
}

/** The procedure's input for a filter. What an address holds that no filter can be is left out. */
export function listInput(newsroom: string, { q, desk, mine, archived }: ListFilter) {
  const known = idIn("desk", desk);
  return {
    newsroom,
    search: q.replaceAll("\0", "").toWellFormed().trim().slice(0, 200).toWellFormed(),
    ...(known !== null && { desk: known }),
    mine,
    state: archived ? ("archived" as const) : ("draft" as const),
    limit: 30,
  };
}
