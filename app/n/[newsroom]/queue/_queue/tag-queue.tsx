"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";

import { KeysProvider } from "~/app/_keys/keys-context";
import { useLiveLists } from "~/app/_lib/live/live";
import { extend, nothingChosen, type Selection, toggle } from "~/app/_lib/selection";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { Waiting } from "~/app/_ui/waiting";
import { focusRow, placeOfFocus } from "~/app/n/[newsroom]/_articles/list-keys";
import type { TagId, UserId } from "~/core/ids";
import type { QueuedTag, QueueSurroundings, TagQueuePage } from "~/server/routers";
import { AskDialog } from "./ask-dialog";
import { AssignDialog } from "./assign-dialog";
import { DecideBar } from "./decide-bar";
import { type Decision, lacking } from "./decisions";
import { askedBy, type QueueFilter } from "./filter";
import { LookPane } from "./look-pane";
import { NothingHere } from "./nothing-here";
import { useQueueKeys } from "./queue-keys";
import { TagRow } from "./tag-row";
import { useDecisions } from "./use-decisions";
import { VerdictDialog, type VerdictDialogProps } from "./verdict-dialog";

const say = words.queue;

interface TagQueueProps {
  newsroom: string;
  filter: QueueFilter;
  /** The first page, as the server had it; undefined for another filter than it was asked by. */
  first: TagQueuePage | undefined;
  around: QueueSurroundings;
  me: UserId;
  onClear: () => void;
}

type Asking =
  | { readonly kind: "verdict"; readonly finding: NonNullable<VerdictDialogProps["finding"]> }
  | { readonly kind: "give" | "ask" };

/** A queue of tags: the rows, the present one in its context beside them, and what is done to it or to many. */
export function TagQueue({ newsroom, filter, first, around, me, onClear }: TagQueueProps) {
  const trpc = useTRPC();
  const list = useRef<HTMLUListElement>(null);
  const query = useInfiniteQuery({
    ...trpc.queue.tags.infiniteQueryOptions(
      { newsroom, asked: askedBy(filter) },
      { getNextPageParam: (page) => page.next, initialCursor: null },
    ),
    placeholderData: keepPreviousData,
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
  });
  useLiveLists(newsroom, () => void query.refetch());
  const rows = query.data?.pages.flatMap((page) => page.tags) ?? [];
  const types = useMemo(() => new Map(around.types.map((type) => [type.name, type])), [around.types]);
  const [selection, setSelection] = useState<Selection<TagId>>(nothingChosen);
  const [present, setPresent] = useState<TagId | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const decisions = useDecisions(newsroom, me, () => query.refetch());

  const chosen = rows.filter(({ tag }) => selection.chosen.has(tag.id));
  const shown = rows.find(({ tag }) => tag.id === present) ?? rows[0];
  const target = chosen.length > 0 ? chosen : shown ? [shown] : [];
  const isOwn = target.length > 0 && target.every(({ claimedBy }) => claimedBy?.id === me);

  const choose = (id: TagId, extended: boolean) => {
    const ids = rows.map(({ tag }) => tag.id);
    setSelection(extended ? extend(selection, id, ids) : toggle(selection, id));
  };
  /** What is decided leaves the queue, and the row that takes its place is the next. */
  const decide = async (decision: Decision) => {
    const place = Math.max(
      0,
      rows.findIndex(({ tag }) => tag.id === target[0]?.tag.id),
    );
    const wasAsked = asking !== null;
    setAsking(null);
    const failed = await decisions.decide(decision, target);
    setSelection((now) => ({
      chosen: new Set([...now.chosen].filter((id) => failed.has(id))),
      anchor: null,
    }));
    // Where the keyboard stayed in the list, or was given back to the page by a dialog or with a row that went.
    const { activeElement } = document;
    const isFree = wasAsked || activeElement === null || activeElement === document.body;
    if (isFree || placeOfFocus({ list }) !== -1) requestAnimationFrame(() => focusRow({ list }, place));
  };
  const bench = {
    list,
    hasRow: target.length > 0,
    choose: (place: number, extended: boolean) => {
      const row = rows[place];
      if (row) choose(row.tag.id, extended);
    },
    clear: () => setSelection(nothingChosen),
    takeBack: () => void decisions.takeBack(),
    verdict: (finding: VerdictDialogProps["finding"]) => {
      if (finding === null) return;
      const { note, evidence } = lacking(finding, target);
      if (note || evidence > 0) setAsking({ kind: "verdict", finding });
      else void decide({ kind: "verdict", finding, note: null, evidence: null });
    },
    approve: () => void decide({ kind: "approve" }),
    take: () => void decide({ kind: isOwn ? "giveBack" : "take" }),
    give: () => setAsking({ kind: "give" }),
    ask: () => setAsking({ kind: "ask" }),
  };
  const keys = useQueueKeys(bench);
  const dialog = {
    newsroom,
    rows: target,
    onClose: () => setAsking(null),
    onDecide: (d: Decision) => void decide(d),
  };
  return (
    <KeysProvider {...keys}>
      {query.isError && (
        <ListTrouble failed={say.failed} error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <Waiting lines={6} />}
      {query.data && rows.length === 0 && (
        <NothingHere filter={filter} isAll={!query.hasNextPage} clear={onClear} />
      )}
      {rows.length > 0 && (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
          <ul
            ref={list}
            aria-label={say.list(say.names[filter.queue])}
            aria-busy={query.isFetching}
            data-keys-by-focus
            className="flex flex-col gap-1.5"
          >
            {rows.map((row) => (
              <TagRow
                key={row.tag.id}
                row={row}
                me={me}
                type={types.get(row.tag.type)}
                isChosen={selection.chosen.has(row.tag.id)}
                isPresent={row.tag.id === shown?.tag.id}
                result={decisions.results.get(row.tag.id)}
                onChoose={(extended) => choose(row.tag.id, extended)}
                onPresent={() => setPresent(row.tag.id)}
              >
                {row.tag.id === shown?.tag.id && (
                  <div className="mt-1 border-t pt-2 lg:hidden">
                    <LookPane newsroom={newsroom} row={row} type={types.get(row.tag.type)} />
                  </div>
                )}
              </TagRow>
            ))}
          </ul>
          {shown && <Aside newsroom={newsroom} row={shown} type={types.get(shown.tag.type)} />}
        </div>
      )}
      {(rows.length > 0 || decisions.canTakeBack) && (
        <DecideBar
          rows={target}
          isChosen={chosen.length > 0}
          isOwn={isOwn}
          left={decisions.left}
          bench={bench}
          canTakeBack={decisions.canTakeBack}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {rows.length === 0 ? say.further : say.more}
          </Button>
        )}
        <p role="status" className="text-muted tabular-nums">
          {rows.length > 0 && say.shown(rows.length, !query.hasNextPage)}
        </p>
      </div>
      <VerdictDialog {...dialog} finding={asking?.kind === "verdict" ? asking.finding : null} />
      <AssignDialog {...dialog} open={asking?.kind === "give"} workers={around.workers} />
      <AskDialog {...dialog} open={asking?.kind === "ask"} />
    </KeysProvider>
  );
}

/** The present row's context, in sight while the list is gone through. */
function Aside({
  newsroom,
  row,
  type,
}: {
  newsroom: string;
  row: QueuedTag;
  type: Parameters<typeof LookPane>[0]["type"];
}) {
  return (
    <aside aria-label={say.look} className="sticky top-24 rounded-md border bg-surface p-4 max-lg:hidden">
      <LookPane newsroom={newsroom} row={row} type={type} />
    </aside>
  );
}
