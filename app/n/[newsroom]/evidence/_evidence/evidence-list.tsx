"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { FilePlus, ScrollText, SearchX } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useMemo, useRef, useState } from "react";

import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { useLiveLists } from "~/app/_lib/live/live";
import { onDemand } from "~/app/_lib/on-demand";
import { usePreferences } from "~/app/_lib/preferences";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { Waiting } from "~/app/_ui/waiting";
import { steppingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import type { EvidencePage, EvidenceSurroundings } from "~/server/routers/evidence";
import { EvidenceRow } from "./evidence-row";
import { type EvidenceFilter, filterParsers, isNarrowed, listInput, NO_FILTER } from "./filter";
import { Filters } from "./filters";

const AddDialog = onDemand(async () => (await import("./add-dialog")).AddDialog);

const say = words.evidencePage;

interface EvidenceListProps {
  newsroom: string;
  /** The first page, as the server had it for `firstFilter`. */
  first: EvidencePage;
  firstFilter: EvidenceFilter;
  around: EvidenceSurroundings;
}

/** The newsroom's evidence: searched, filtered, page by page, kept fresh. */
export function EvidenceList({ newsroom, first, firstFilter, around }: EvidenceListProps) {
  const trpc = useTRPC();
  const [filter, setFilter] = useQueryStates(filterParsers);
  const [cameWith] = useState({ key: JSON.stringify(firstFilter), page: first });
  const [isAdding, setAdding] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const query = useInfiniteQuery({
    ...trpc.evidence.list.infiniteQueryOptions(listInput(newsroom, filter), {
      getNextPageParam: (page) => page.next,
      initialCursor: null,
    }),
    placeholderData: keepPreviousData,
    ...(JSON.stringify(filter) === cameWith.key && {
      initialData: { pages: [cameWith.page], pageParams: [null] },
    }),
  });
  useLiveLists(newsroom, () => void query.refetch());
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(steppingActions, keys), [keys]);
  useKeys(actions, { bench: { list }, singleKeys });
  useToldKeys(actions);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const add = around.mayAdd && (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <FilePlus aria-hidden="true" />
      {say.add}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold">{say.title}</h1>
          <p className="text-muted">{say.what}</p>
        </div>
        {add}
      </div>
      <Filters filter={filter} people={around.people} onChange={(change) => void setFilter(change)} />
      {query.isError && (
        <ListTrouble
          failed={words.evidencePage.failed}
          error={query.error}
          retry={() => void query.refetch()}
        />
      )}
      {query.isPending && <Waiting lines={6} />}
      {query.data &&
        items.length === 0 &&
        (isNarrowed(filter) ? (
          <EmptyState
            title={say.noMatch.title}
            icon={<SearchX aria-hidden="true" />}
            action={<Button onClick={() => void setFilter(NO_FILTER)}>{say.noMatch.action}</Button>}
          >
            {say.noMatch.why}
          </EmptyState>
        ) : (
          <EmptyState title={say.empty.title} icon={<ScrollText aria-hidden="true" />} action={add}>
            {say.empty.why}
          </EmptyState>
        ))}
      {items.length > 0 && (
        <ul ref={list} aria-label={say.list} data-keys-by-focus className="flex flex-col gap-2">
          {items.map((item) => (
            <EvidenceRow key={item.id} newsroom={newsroom} item={item} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say.more}
          </Button>
        )}
        <p role="status" className="text-muted tabular-nums">
          {items.length > 0 && say.shown(items.length)}
        </p>
      </div>
      <AddDialog newsroom={newsroom} open={isAdding} onOpenChange={setAdding} />
    </div>
  );
}
