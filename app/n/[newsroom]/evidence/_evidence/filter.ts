import { createLoader, parseAsString, parseAsStringLiteral, type inferParserType } from "nuqs/server";

import { idIn } from "~/core/ids";
import { EVIDENCE_KINDS } from "~/core/newsroom";

export const STANDINGS = ["standing", "withdrawn", "all"] as const;

/** The list's filters as the address holds them: `?q=minutes&kind=document&by=…&standing=withdrawn`. */
export const filterParsers = {
  q: parseAsString.withDefault(""),
  kind: parseAsStringLiteral(EVIDENCE_KINDS),
  by: parseAsString,
  standing: parseAsStringLiteral(STANDINGS).withDefault("standing"),
};

export type EvidenceFilter = inferParserType<typeof filterParsers>;

/** Reads the filters on the server. */
export const readFilter = createLoader(filterParsers);

export const NO_FILTER: EvidenceFilter = { q: "", kind: null, by: null, standing: "standing" };

/** True when something narrows the list. */
export function isNarrowed({ q, kind, by, standing }: EvidenceFilter): boolean {
  return q.trim() !== "" || kind !== null || by !== null || standing === "withdrawn";
}

/** The procedure's input for a filter. What an address holds that no filter can be is left out. */
export function listInput(newsroom: string, { q, kind, by, standing }: EvidenceFilter) {
  const addedBy = idIn("user", by);
  return {
    newsroom,
    search: q.replaceAll("\0", "").toWellFormed().trim().slice(0, 200).toWellFormed(),
    standing,
    ...(kind !== null && { kind }),
    ...(addedBy !== null && { addedBy }),
    limit: 30,
  };
}
