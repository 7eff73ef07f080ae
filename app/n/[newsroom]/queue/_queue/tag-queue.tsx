"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";

import { KeysProvider } from "~/app/_keys/keys-context";
import { useLiveLists } from "~/app/_lib/live/live";
import { extend, nothingChosen, type Selection, toggle } from "~/app/_lib/selection";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { Waiting } from "~/app/_ui/waiting";
import { focusRow, placeOfFocus } from "~/app/n/[newsroom]/_articles/list-keys";
import { idIn, type TagId } from "~/core/ids";
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
  me: VerdictDialogProps["me"];
  onClear: () => void;
}

/** What is asked before a decision, of the rows that were meant when it was: others may leave the queue meanwhile. */
type Asking = {
  readonly rows: readonly QueuedTag[];
  /** What was decided about them and refused: what was written for it is not lost. */
  readonly refused?: Decision;
} & (
  | { readonly kind: "verdict"; readonly finding: NonNullable<VerdictDialogProps["finding"]> }
  | { readonly kind: "give" | "ask" }
);

/** A queue of tags: the rows, the present one in its context beside them, and what is done to it or to many. */
export function TagQueue({ newsroom, filter, first, around, me, onClear }: TagQueueProps) {
  const trpc = useTRPC();
  const list = useRef<HTMLUListElement>(null);
  const query = useInfiniteQuery({
    ...trpc.queue.tags.infiniteQueryOptions(
      { newsroom, asked: askedBy(filter) },
      { getNextPageParam: (page) => page.next, initialCursor: null },
    ),
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
  });
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([query.refetch(), client.invalidateQueries({ queryKey: trpc.queue.look.pathKey() })]);
  useLiveLists(newsroom, () => void refresh());
  const rows = query.data?.pages.flatMap((page) => page.tags) ?? [];
  const types = useMemo(() => new Map(around.types.map((type) => [type.name, type])), [around.types]);
  const [selection, setSelection] = useState<Selection<TagId>>(nothingChosen);
  const [present, setPresent] = useState<TagId | null>(first?.tags[0]?.tag.id ?? null);
  // The row that had the focus before the page could hear of it.
  useEffect(() => {
    const id = drawn(list.current)[placeOfFocus({ list })];
    if (id) setPresent(id);
  }, []);
  const [asking, setAsking] = useState<Asking | null>(null);
  const decisions = useDecisions(newsroom, me.id, refresh);

  const chosen = rows.filter(({ tag }) => selection.chosen.has(tag.id));
  // A row that left by somebody else's doing is followed by none: nothing is decided that nobody chose to look at.
  const looked = rows.find(({ tag }) => tag.id === present);
  const shown = looked ?? rows[0];
  const target = chosen.length > 0 ? chosen : looked ? [looked] : [];
  const isOwn = target.length > 0 && target.every(({ claimedBy }) => claimedBy?.id === me.id);

  const choose = (id: TagId, extended: boolean) => {
    const ids = rows.map(({ tag }) => tag.id);
    setSelection(extended ? extend(selection, id, ids) : toggle(selection, id));
  };
  /** After what was decided comes the first row after it that was not. */
  const decide = async (decision: Decision, of: readonly QueuedTag[]) => {
    const place = rows.findIndex(({ tag }) => tag.id === of[0]?.tag.id);
    const was = asking;
    setAsking(null);
    const failed = await decisions.decide(decision, of);
    setSelection((now) => ({
      chosen: new Set([...now.chosen].filter((id) => failed.has(id))),
      anchor: null,
    }));
    if (was && failed.size > 0 && (decision.kind === "ask" || decision.kind === "verdict")) {
      setAsking({ ...was, rows: of.filter(({ tag }) => failed.has(tag.id)), refused: decision });
      return;
    }
    const done = new Set(of.map(({ tag }) => tag.id).filter((id) => !failed.has(id)));
    requestAnimationFrame(() => {
      // What was decided may be there still: because it stays, or because the new list is yet to be drawn.
      const ids = drawn(list.current);
      const isLeft = (id: TagId | null) => id !== null && !done.has(id);
      const after = ids.findIndex((id, at) => at >= place && isLeft(id));
      const next = after === -1 ? ids.findLastIndex(isLeft) : after;
      const at = placeOfFocus({ list });
      // Whoever went on meanwhile is not called back.
      const isFree = was !== null || document.activeElement === document.body;
      const isOnDone = at !== -1 && !isLeft(ids[at] ?? null);
      if (isFree || at === place || isOnDone) focusRow({ list }, Math.max(0, next));
      else setPresent(ids[next] ?? null);
    });
  };
  const bench = {
    list,
    hasRow: target.length > 0 && decisions.left === null,
    choose: (place: number, extended: boolean) => {
      const row = rows[place];
      if (row) choose(row.tag.id, extended);
    },
    clear: () => setSelection(nothingChosen),
    takeBack: () => {
      if (decisions.left === null) void decisions.takeBack();
    },
    verdict: (finding: VerdictDialogProps["finding"]) => {
      if (finding === null) return;
      const { note, evidence } = lacking(finding, target);
      if (note || evidence > 0) setAsking({ kind: "verdict", finding, rows: target });
      else void decide({ kind: "verdict", finding, note: null, evidence: null }, target);
    },
    approve: () => void decide({ kind: "approve" }, target),
    take: () => void decide({ kind: isOwn ? "giveBack" : "take" }, target),
    give: () => setAsking({ kind: "give", rows: target }),
    ask: () => setAsking({ kind: "ask", rows: target }),
  };
  const keys = useQueueKeys(bench);
  const asked = asking?.rows ?? [];
  const [firstAsked] = asked;
  const result = asking?.refused && firstAsked ? decisions.results.get(firstAsked.tag.id) : undefined;
  const dialog = {
    newsroom,
    rows: asked,
    refused: asking?.refused ?? null,
    trouble: result?.kind === "refused" ? result.sentence : null,
    onClose: () => setAsking(null),
    onDecide: (decision: Decision) => void decide(decision, asked),
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
                me={me.id}
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
          mayGive={around.workers.length > 0}
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
      <VerdictDialog {...dialog} me={me} finding={asking?.kind === "verdict" ? asking.finding : null} />
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

/** The rows that are drawn, in their order. */
function drawn(list: HTMLUListElement | null): (TagId | null)[] {
  return [...(list?.children ?? [])].map((row) => idIn("tag", row.getAttribute("data-row")));
}
