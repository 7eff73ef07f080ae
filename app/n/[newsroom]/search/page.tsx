import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import * as words from "~/app/_lib/words";
import { ErrorNote } from "~/app/_ui/error-note";
import { can, reachOf, whoCan } from "~/core/policy";
import { ask } from "~/server/caller";
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
  const me = await ask((api) => api.account.me());
  const roles = me.newsrooms.find(({ slug }) => slug === newsroom)?.roles ?? [];
  const actor = { id: me.person, roles };
  if (reachOf(actor, "read text") === null) {
    return (
      <div className="flex max-w-3xl flex-col gap-4">
        <h1 className="text-2xl font-semibold">{words.search.title}</h1>
        <ErrorNote happened={words.search.takes(whoCan("read text"))} />
      </div>
    );
  }
  const [first, around] = await ask((api) =>
    Promise.all([
      api.search.find({ newsroom, asked: askedBy(filter) }),
      api.search.surroundings({ newsroom }),
    ]),
  );
  // At least of what would be their own.
  const mayExport = can(actor, "export", { article: { author: me.person, shares: [] } }).allowed;
  return (
    <SearchView
      mayExport={mayExport}
      newsroom={newsroom}
      first={first}
      firstFilter={filter}
      around={around}
      me={me.person}
    />
  );
}
