"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Search, SearchX } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";

import { ExportButton } from "~/app/_export/export-dialog";
import type { Action } from "~/app/_keys/action";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { usePreferences } from "~/app/_lib/preferences";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { Waiting } from "~/app/_ui/waiting";
import { type RowedList, steppingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import { SearchField } from "~/app/n/[newsroom]/_articles/search-field";
import { SavedViews } from "~/app/_views/saved-views";
import type { UserId } from "~/core/ids";
import { asksAnything } from "~/core/search";
import type { SearchPage, SearchSurroundings } from "~/server/routers";
import { askedBy, filterParsers, NO_FILTER, queryOf, type SearchFilter, withChange } from "./filter";
import { HitRow } from "./hit-row";
import { SearchFilters } from "./search-filters";

const say = words.search;

interface SearchBench extends RowedList {
  readonly toField: () => void;
}

const ACTIONS: readonly Action<SearchBench>[] = [
  ...steppingActions,
  {
    id: "find",
    keys: ["/"],
    label: words.keys.searchField,
    group: "moving",
    opensField: true,
    run: ({ toField }) => toField(),
  },
];

interface SearchViewProps {
  newsroom: string;
  /** The first page, as the server had it for `firstFilter`. */
  first: SearchPage;
  firstFilter: SearchFilter;
  around: SearchSurroundings;
  /** Who looks. */
  me: UserId;
  mayExport: boolean;
}

/** The search: its field and filters, and what was found, page by page. */
export function SearchView({ newsroom, first, firstFilter, around, me, mayExport }: SearchViewProps) {
  const [filter, setFilter] = useQueryStates(filterParsers);
  const [cameWith] = useState({ key: JSON.stringify(firstFilter), page: first });
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const found = useRef<HTMLElement>(null);
  const trpc = useTRPC();
  const asked = askedBy(filter);
  const query = useInfiniteQuery({
    ...trpc.search.find.infiniteQueryOptions(
      { newsroom, asked },
      { getNextPageParam: (page) => page.next, initialCursor: null },
    ),
    enabled: asksAnything(asked),
    placeholderData: keepPreviousData,
    ...(JSON.stringify(filter) === cameWith.key && {
      initialData: { pages: [cameWith.page], pageParams: [null] },
    }),
  });
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(ACTIONS, keys), [keys]);
  useKeys(actions, { bench: { list, toField: () => field.current?.select() }, singleKeys });
  useToldKeys(actions);
  const types = useMemo(() => new Map(around.types.map((type) => [type.name, type])), [around.types]);
  const change = (wanted: Partial<SearchFilter>) => void setFilter(withChange(filter, wanted));
  const hits = asksAnything(asked) ? (query.data?.pages.flatMap((page) => page.hits) ?? []) : [];
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold">{say.title}</h1>
          <p className="text-pretty text-muted">{say.what}</p>
        </div>
        <SavedViews newsroom={newsroom} page="search" query={queryOf(filter)} me={me} />
      </div>
      <SearchField
        ref={field}
        label={say.field}
        value={filter.q}
        onChange={(q) => change({ q })}
        onDone={() => found.current?.focus()}
      />
      <SearchFilters filter={filter} around={around} onChange={change} />
      <section
        ref={found}
        tabIndex={-1}
        aria-label={say.list}
        aria-busy={query.isFetching}
        className="flex flex-col gap-4 outline-none"
      >
        {!asksAnything(asked) && (
          <EmptyState title={say.begin.title} icon={<Search aria-hidden="true" />}>
            {say.begin.why}
          </EmptyState>
        )}
        {query.isError && (
          <ListTrouble failed={say.failed} error={query.error} retry={() => void query.refetch()} />
        )}
        {asksAnything(asked) && query.isPending && <Waiting lines={6} />}
        {asksAnything(asked) && query.data && hits.length === 0 && (
          <NothingFound isAll={!query.hasNextPage} clear={() => void setFilter(NO_FILTER)} />
        )}
        {hits.length > 0 && (
          <ul ref={list} aria-label={say.list} data-keys-by-focus className="flex flex-col gap-2">
            {hits.map((hit) => (
              <HitRow key={`${hit.kind} ${hit.id}`} hit={hit} types={types} />
            ))}
          </ul>
        )}
        {asksAnything(asked) && (
          <div className="flex flex-wrap items-center gap-3">
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {hits.length === 0 ? say.further : say.more}
              </Button>
            )}
            {mayExport && hits.length > 0 && <ExportButton newsroom={newsroom} found={asked} />}
            <p role="status" className="text-muted tabular-nums">
              {query.data && say.shown(hits.length, !query.hasNextPage)}
            </p>
          </div>
        )}
      </section>
    </div>
  );
}

/** Nothing, of all that was looked through; or only of the newest. */
function NothingFound({ isAll, clear }: { isAll: boolean; clear: () => void }) {
  const { title, why } = isAll ? say.noMatch : say.notYet;
  return (
    <EmptyState
      title={title}
      icon={<SearchX aria-hidden="true" />}
      action={isAll && <Button onClick={clear}>{say.clear}</Button>}
    >
      {why}
    </EmptyState>
  );
}
