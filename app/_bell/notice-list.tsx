"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { BellOff } from "lucide-react";
import { useEffect, useRef } from "react";
import { OUTLIVES_PAGE, useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { useAnnounce } from "~/app/_ui/announcer";
import { Button } from "~/app/_ui/button";
import { EmptyState } from "~/app/_ui/empty-state";
import { Link } from "~/app/_ui/link";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { showToast } from "~/app/_ui/toasts";
import { Waiting } from "~/app/_ui/waiting";
import { NoticeRow } from "./notice-row";

const say = words.bell;

/** What one was told, the newest first, each with the way there; going there marks it as read. */
export function NoticeList({ onLeave }: { onLeave: () => void }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const list = useRef<HTMLUListElement>(null);
  const query = useInfiniteQuery({
    ...trpc.notices.list.infiniteQueryOptions(
      {},
      { getNextPageParam: (page) => page.next, initialCursor: null },
    ),
    // Read anew at each opening: what came meanwhile would push the row away that has the keyboard.
    gcTime: 0,
  });
  const kept = {
    trpc: { context: OUTLIVES_PAGE },
    onSettled: () => queries.invalidateQueries(trpc.notices.pathFilter()),
    onError: () => showToast({ title: say.notKept, trouble: true, id: "notices" }),
  };
  const read = useMutation(trpc.notices.read.mutationOptions(kept));
  const readAll = useMutation(
    trpc.notices.readAll.mutationOptions({
      ...kept,
      onSuccess() {
        announce(say.allRead);
        // The button goes, and the keyboard with it.
        list.current?.querySelector("a")?.focus();
      },
    }),
  );
  const pages = query.data?.pages ?? [];
  const notices = pages.flatMap((page) => page.notices);
  const isInSeveral = pages.some((page) => page.isInSeveral);
  const [newest] = notices;
  const hasCome = newest !== undefined;
  useEffect(() => {
    if (hasCome && list.current) focusFirst(list.current);
  }, [hasCome]);
  return (
    <>
      {query.isPending && <Waiting />}
      {query.isError && (
        <ListTrouble failed={say.failed} error={query.error} retry={() => void query.refetch()} />
      )}
      {query.data && !newest && (
        <EmptyState title={say.empty.title} icon={<BellOff aria-hidden="true" />}>
          {say.empty.why}
        </EmptyState>
      )}
      {newest && (
        <ul ref={list} aria-label={say.list} className="-mx-3 divide-y border-y">
          {notices.map((notice) => (
            <NoticeRow
              key={`${notice.article} ${notice.seq}`}
              notice={notice}
              isInSeveral={isInSeveral}
              onRead={() => {
                const { article, seq } = notice;
                if (!notice.isRead) read.mutate({ article, seq });
              }}
              onLeave={onLeave}
            />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button
          small
          className="mt-2"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {say.older}
        </Button>
      )}
      {/* Not before the list: it would get the keyboard that waits for that. */}
      {!query.isPending && (
        <div className="sticky -bottom-3 -mx-3 mt-2 -mb-3 flex flex-wrap items-center justify-between gap-2 border-t bg-surface px-3 py-2">
          <Link href="/account#notices" onFollow={onLeave}>
            {say.choose}
          </Link>
          {newest && notices.some(({ isRead }) => !isRead) && (
            <Button small busy={readAll.isPending} onClick={() => readAll.mutate({ at: newest.at })}>
              {say.readAll}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The newest has the keyboard where what was opened has it, and waited for the list. */
function focusFirst(list: HTMLUListElement): void {
  const { activeElement } = document;
  if (activeElement !== document.body && activeElement?.contains(list)) list.querySelector("a")?.focus();
}
