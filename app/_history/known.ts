import * as words from "~/app/_lib/words";
import { SYSTEM, type ArticleId, type UserId } from "~/core/ids";
import type { Scheme } from "~/core/scheme";
import type { Around, NamedArticle, Told as Entry } from "~/server/routers/audit";
import { type KnownOfNewsroom, tellOfNewsroom } from "./newsroom-sentences";
import { type Known, tell, type Told } from "./sentences";

/** What stands around entries of the audit, looked up by id. */
export interface KnownAround extends KnownOfNewsroom, Omit<Known, "scheme" | "passage"> {
  readonly article: (id: ArticleId) => NamedArticle | undefined;
  readonly schemeOf: (id: ArticleId) => Scheme;
}

/** Where no article is known there is no tag to tell of either. */
const NO_SCHEME: Scheme = { id: "", version: 0, label: "", types: [], grades: [] };

/** What the answers of the audit say beside the events, together. */
export function knownAround(pages: readonly Around[]): KnownAround {
  const people = byId(pages.flatMap((page) => page.people));
  const articles = byId(pages.flatMap((page) => page.articles));
  const tags = byId(pages.flatMap((page) => page.tags));
  const evidence = byId(pages.flatMap((page) => page.evidence));
  const desks = byId(pages.flatMap((page) => page.desks));
  const schemes = pages.flatMap((page) => page.schemes);
  return {
    person: (id: UserId) =>
      id === SYSTEM ? words.audit.galley : (people.get(id)?.name ?? words.history.somebody),
    article: (id) => articles.get(id),
    schemeOf: (id) => {
      const begun = articles.get(id)?.scheme;
      return (
        schemes.find((scheme) => scheme.id === begun?.id && scheme.version === begun.version) ?? NO_SCHEME
      );
    },
    typeOf: (id) => tags.get(id)?.type ?? null,
    wordsOf: (id) => tags.get(id)?.words ?? null,
    evidence: (id) => evidence.get(id)?.reference.words ?? words.history.did.unknownEvidence,
    desk: (id) => desks.get(id)?.name ?? words.audit.aDesk,
  };
}

/** An entry of the audit as a sentence; what is not for the reader is left out of it. */
export function tellEntry(entry: Entry, known: KnownAround): Told {
  if (entry.of === "newsroom") return withoutWithheld(tellOfNewsroom(entry.event, known), entry);
  const scheme = known.schemeOf(entry.article);
  return withoutWithheld(tell(entry.event, { ...known, scheme, passage: () => null }), entry);
}

function withoutWithheld({ says, details }: Told, { withheld }: Entry): Told {
  return {
    says,
    details: withheld ? details.filter(({ words: text }) => typeof text === "string") : details,
  };
}

function byId<Of extends { readonly id: string }>(all: readonly Of[]): ReadonlyMap<string, Of> {
  return new Map(all.map((one) => [one.id, one]));
}
