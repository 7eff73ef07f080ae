"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { ScrollText, SearchX } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";

import { knownAround } from "~/app/_history/known";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { subscribeToClock, zoneNow } from "~/app/_lib/clock";
import { usePreferences } from "~/app/_lib/preferences";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { Waiting } from "~/app/_ui/waiting";
import { steppingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import type { AuditPage, AuditSurroundings } from "~/server/routers/audit";
import { AuditRow } from "./audit-row";
import { ExportLinks } from "./export-links";
import { type Asked, askedFor, filterParsers, isNarrowed, NO_FILTER } from "./filter";
import { Filters } from "./filters";

const say = words.audit;

interface AuditListProps {
  newsroom: string;
  /** The first page, as the server had it for `firstAsked`. */
  first: AuditPage;
  firstAsked: Asked;
  around: AuditSurroundings;
}

/** What happened in a newsroom, the newest first, narrowed by the address, page by page. */
export function AuditList({ newsroom, first, firstAsked, around }: AuditListProps) {
  const [filter, setFilter] = useQueryStates(filterParsers);
  const zone = useSyncExternalStore(subscribeToClock, zoneNow, () => "UTC");
  const [cameWith] = useState({ key: JSON.stringify(firstAsked), page: first });
  const list = useRef<HTMLOListElement>(null);
  const trpc = useTRPC();
  const asked = askedFor(newsroom, filter, zone);
  const query = useInfiniteQuery({
    ...trpc.audit.list.infiniteQueryOptions(asked, {
      getNextPageParam: (page) => page.next,
      initialCursor: null,
    }),
    placeholderData: keepPreviousData,
    ...(JSON.stringify(asked) === cameWith.key && {
      initialData: { pages: [cameWith.page], pageParams: [null] },
    }),
  });
  const { data: surroundings } = useQuery({
    ...trpc.audit.surroundings.queryOptions({ newsroom, article: asked.filter.article }),
    placeholderData: keepPreviousData,
    ...(asked.filter.article === firstAsked.filter.article && { initialData: around }),
  });
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(steppingActions, keys), [keys]);
  useKeys(actions, { bench: { list }, singleKeys });
  useToldKeys(actions);
  const pages = query.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.entries);
  const known = knownAround(pages);
  const { article, mayManage, ...rest } = surroundings ?? around;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="max-w-prose">
          <h1 className="text-2xl font-semibold">{say.title}</h1>
          <p className="text-pretty text-muted">
            {rest.withoutWords ? say.withoutWords : rest.partly ? say.partly : say.what}
          </p>
        </div>
        <ExportLinks asked={asked} />
      </div>
      <Filters
        filter={filter}
        around={around}
        article={asked.filter.article && (article?.title.words ?? say.titleRemoved)}
        onChange={(change) => void setFilter(change)}
      />
      {query.isError && (
        <ListTrouble failed={say.failed} error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <Waiting lines={8} />}
      {query.data && entries.length === 0 && (
        <Nothing isNarrowed={isNarrowed(filter)} clear={() => void setFilter(NO_FILTER)} />
      )}
      {entries.length > 0 && (
        <ol
          // Drawn anew once the reader's zone is known, since sentences name hours.
          key={zone}
          ref={list}
          aria-label={say.list}
          aria-busy={query.isPlaceholderData || undefined}
          data-keys-by-focus
          className="flex flex-col"
        >
          {entries.map((entry) => (
            <AuditRow
              key={entry.hash}
              entry={entry}
              known={known}
              newsroom={{ href: `/n/${newsroom}`, mayManage }}
              onNarrow={(change) => void setFilter(change)}
            />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-center gap-3">
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say.more}
          </Button>
        )}
        <p role="status" className="text-muted tabular-nums">
          {entries.length > 0 && say.shown(entries.length)}
        </p>
      </div>
    </div>
  );
}

function Nothing({ isNarrowed: narrowed, clear }: { isNarrowed: boolean; clear: () => void }) {
  if (!narrowed) {
    return (
      <EmptyState title={say.empty.title} icon={<ScrollText aria-hidden="true" />}>
        {say.empty.why}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={say.noMatch.title}
      icon={<SearchX aria-hidden="true" />}
      action={<Button onClick={clear}>{say.noMatch.action}</Button>}
    >
      {say.noMatch.why}
    </EmptyState>
  );
}
