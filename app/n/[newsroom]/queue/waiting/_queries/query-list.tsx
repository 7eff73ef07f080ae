"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";

import type { Action } from "~/app/_keys/action";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { useLiveLists } from "~/app/_lib/live/live";
import { usePreferences } from "~/app/_lib/preferences";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { EmptyState } from "~/app/_ui/empty-state";
import { placeOfFocus, type RowedList, steppingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import type { ThreadId, UserId } from "~/core/ids";
import type { WaitingPage } from "~/server/routers";
import { QueryRow } from "./query-row";

const say = words.queries;

interface AnsweredList extends RowedList {
  readonly answer: (place: number) => void;
}

const ACTIONS: readonly Action<AnsweredList>[] = [
  ...steppingActions,
  {
    id: "reply",
    keys: ["r"],
    label: words.keys.answerRow,
    group: "discussing",
    when: (rows) => placeOfFocus(rows) !== -1,
    run: (rows) => rows.answer(placeOfFocus(rows)),
  },
];

interface QueryListProps {
  newsroom: string;
  /** Who looks. */
  me: UserId;
  first: WaitingPage;
  /** To the other queues. */
  ways: ReactNode;
}

/** The queries that wait for whoever looks: read, gone to, or answered where they stand; kept fresh. */
export function QueryList({ newsroom, me, first, ways }: QueryListProps) {
  const trpc = useTRPC();
  const list = useRef<HTMLUListElement>(null);
  const [answering, setAnswering] = useState<ThreadId | null>(null);
  const query = useInfiniteQuery({
    ...trpc.threads.waiting.infiniteQueryOptions(
      { newsroom },
      { getNextPageParam: (page) => page.next, initialCursor: null },
    ),
    initialData: { pages: [first], pageParams: [null] },
  });
  useLiveLists(newsroom, () => void query.refetch());
  const queries = query.data.pages.flatMap((page) => page.queries);
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(ACTIONS, keys), [keys]);
  const bench = { list, answer: (place: number) => setAnswering(queries[place]?.thread.id ?? null) };
  useKeys(actions, { bench, singleKeys });
  useToldKeys(actions);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="text-2xl font-semibold">{say.title}</h1>
        <p className="text-muted">{say.what}</p>
      </div>
      {ways}
      {query.isError && (
        <ListTrouble failed={say.failed} error={query.error} retry={() => void query.refetch()} />
      )}
      {queries.length === 0 && (
        <EmptyState title={say.empty.title} icon={<CircleCheck aria-hidden="true" />}>
          {say.empty.why}
        </EmptyState>
      )}
      {queries.length > 0 && (
        <ul ref={list} aria-label={say.list} data-keys-by-focus className="flex max-w-3xl flex-col gap-2">
          {queries.map((waiting) => (
            <QueryRow
              key={waiting.thread.id}
              waiting={waiting}
              me={me}
              isAnswering={waiting.thread.id === answering}
              onAnswer={() => setAnswering(waiting.thread.id)}
              onLeave={() => {
                setAnswering(null);
                void query.refetch();
              }}
            />
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
          {queries.length > 0 && say.shown(queries.length)}
        </p>
      </div>
    </div>
  );
}
