import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import * as words from "~/app/_lib/words";
import { can, whoCan } from "~/core/policy";
import { ask } from "~/server/caller";
import { readerIn, ReadersOnly } from "~/app/n/[newsroom]/readers-only";
import { askedBy, readFilter } from "./_search/filter";
import { SearchView } from "./_search/search-view";

export const metadata: Metadata = { title: words.search.title };

interface PageProps {
  params: Promise<{ newsroom: string }>;
  searchParams: Promise<SearchParams>;
}

/** Searching all articles of the newsroom that one may read. */
export default async function SearchPage({ params, searchParams }: PageProps) {
  const { newsroom } = await params;
  const filter = await readFilter(searchParams);
  const { actor, mayRead } = await readerIn(newsroom);
  if (!mayRead)
    return <ReadersOnly title={words.search.title} says={words.search.takes(whoCan("read text"))} />;
  const [first, around] = await ask((api) =>
    Promise.all([
      api.search.find({ newsroom, asked: askedBy(filter) }),
      api.search.surroundings({ newsroom }),
    ]),
  );
  // At least of what would be their own.
  const mayExport = can(actor, "export", { article: { author: actor.id, shares: [] } }).allowed;
  return (
    <SearchView
      mayExport={mayExport}
      newsroom={newsroom}
      first={first}
      firstFilter={filter}
      around={around}
      me={actor.id}
    />
  );
}
