import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { startOfDay } from "~/app/_lib/time";
import { AUDIT_KINDS } from "~/core/audit";
import { idIn } from "~/core/ids";
import { ROLES } from "~/core/policy";

/** The audit's filters as the address holds them: `?person=…&article=…&kind=checking&role=checker&from=2026-11-01`. */
export const filterParsers = {
  person: parseAsString,
  article: parseAsString,
  kind: parseAsStringLiteral(AUDIT_KINDS),
  role: parseAsStringLiteral(ROLES),
  /** Days, the last one included. */
  from: parseAsString,
  to: parseAsString,
};

export type AuditFilter = inferParserType<typeof filterParsers>;

/** Reads the filters on the server. */
export const readFilter = createLoader(filterParsers);

export const NO_FILTER: AuditFilter = {
  person: null,
  article: null,
  kind: null,
  role: null,
  from: null,
  to: null,
};

/** True when something narrows the audit. */
export function isNarrowed(filter: AuditFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

/** The procedure's input for a filter. What an address holds that no filter can be is left out. */
export function askedFor(newsroom: string, { kind, role, ...filter }: AuditFilter, timeZone: string) {
  const { from, to } = filter;
  const since = from === null ? null : startOfDay(from, timeZone);
  const until = to === null ? null : startOfDay(dayAfter(to), timeZone);
  return {
    newsroom,
    filter: {
      person: idIn("user", filter.person),
      article: idIn("article", filter.article),
      kind,
      role,
      since,
      until: since !== null && until !== null && until <= since ? null : until,
    },
  };
}

export type Asked = ReturnType<typeof askedFor>;

function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? "" : new Date(at + 24 * 60 * 60_000).toISOString().slice(0, 10);
}
