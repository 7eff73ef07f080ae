import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";

import { ARTICLE_STATES } from "~/core/article";
import { idIn } from "~/core/ids";
import { type SearchAsked, SEARCH_PLACES } from "~/core/search";
import { FINDINGS, TAG_STATES } from "~/core/tag";

/** The search as the address holds it: `?q=harbour&in=tags&type=claim&attr=priority:must&state=open`. */
export const filterParsers = {
  q: parseAsString.withDefault(""),
  in: parseAsStringLiteral(SEARCH_PLACES).withDefault("everywhere"),
  type: parseAsString,
  attr: parseAsArrayOf(parseAsString).withDefault([]),
  by: parseAsString,
  state: parseAsStringLiteral(TAG_STATES),
  finding: parseAsStringLiteral(FINDINGS),
  desk: parseAsString,
  articles: parseAsStringLiteral(ARTICLE_STATES),
};

export type SearchFilter = inferParserType<typeof filterParsers>;

/** Reads the filters on the server. */
export const readFilter = createLoader(filterParsers);

const serialize = createSerializer(filterParsers);

/** What the address has after its question mark. */
export function queryOf(filter: SearchFilter): string {
  return serialize(filter).slice(1);
}

const NO_TAGS = { type: null, attr: [], by: null, state: null, finding: null };

export const NO_FILTER: SearchFilter = { q: "", in: "everywhere", ...NO_TAGS, desk: null, articles: null };

/** The filter with a change; what is no longer anything with it goes. */
export function withChange(filter: SearchFilter, change: Partial<SearchFilter>): SearchFilter {
  const next = { ...filter, ...change };
  if (next.in === "text") return { ...next, ...NO_TAGS };
  return next.type === filter.type ? next : { ...next, attr: [] };
}

/** What an attribute is to be, as the address holds it; null where it is anything. */
export function attributeIn({ attr }: Pick<SearchFilter, "attr">, name: string): string | null {
  const held = attr.find((each) => each.startsWith(`${name}:`));
  return held === undefined ? null : held.slice(name.length + 1);
}

/** How many filters narrow the search, besides its words and where it looks. */
export function countChosen({ type, attr, by, state, finding, desk, articles }: SearchFilter): number {
  return attr.length + [type, by, state, finding, desk, articles].filter((each) => each !== null).length;
}

/** The attributes with another value for one of them. */
export function withAttribute({ attr }: SearchFilter, name: string, value: string | null): string[] {
  const others = attr.filter((each) => !each.startsWith(`${name}:`));
  return value === null || value === "" ? others : [...others, `${name}:${value}`];
}

/** What is asked for a filter. What an address holds that no filter can be is left out. */
export function askedBy(filter: SearchFilter): SearchAsked {
  const { desk } = filter;
  return {
    words: sendable(filter.q, 200),
    within: filter.in,
    type: filter.type === null ? null : sendable(filter.type, 60),
    attributes: filter.attr.slice(0, 10).flatMap((each) => {
      const at = each.indexOf(":");
      const [name, value] = [sendable(each.slice(0, at), 60), sendable(each.slice(at + 1), 100)];
      return at > 0 && name !== "" && value !== "" ? [{ name, value }] : [];
    }),
    author: idIn("user", filter.by),
    state: filter.state,
    finding: filter.finding,
    articleState: filter.articles,
    desk: desk === "none" ? desk : idIn("desk", desk),
  };
}

function sendable(text: string, longest: number): string {
  return text.replaceAll("\0", "").toWellFormed().trim().slice(0, longest).toWellFormed();
}
