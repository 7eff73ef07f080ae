"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Archive, FilePlus, SearchX, Undo2 } from "lucide-react";
import { useQueryStates } from "nuqs";
import { useRef, useState, type ReactNode } from "react";

import { ExportButton } from "~/app/_export/export-dialog";
import { useLiveLists } from "~/app/_lib/live/live";
import { extend, nothingChosen, type Selection, toggle } from "~/app/_lib/selection";
import { useTRPC } from "~/app/_lib/trpc";
import { useBatch } from "~/app/_lib/use-batch";
import * as words from "~/app/_lib/words";
import { Button } from "~/app/_ui/button";
import { buttonLook } from "~/app/_ui/button-look";
import { EmptyState } from "~/app/_ui/empty-state";
import { Link } from "~/app/_ui/link";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { Waiting } from "~/app/_ui/waiting";
import type { ArticleId } from "~/core/ids";
import type { ListPage, ListSurroundings } from "~/server/routers/articles";
import { type ArticlesChange, planOf } from "./batch";
import { BatchBar } from "./batch-bar";
import { ArticleRow } from "./article-row";
import { Filters } from "./filters";
import { filterParsers, isNarrowed, type ListFilter, listInput, NO_FILTER } from "./filter";
import { useListKeys } from "./list-keys";
import { useTogether } from "./use-together";

interface ArticleListProps {
  newsroom: string;
  /** The first page, as the server had it for `firstFilter`. */
  first: ListPage;
  firstFilter: ListFilter;
  around: ListSurroundings;
}

/** The newsroom's articles: searched, filtered, page by page, kept fresh. */
export function ArticleList({ newsroom, first, firstFilter, around }: ArticleListProps) {
  const [filter, setFilter] = useQueryStates(filterParsers);
  const [cameWith] = useState({ key: JSON.stringify(firstFilter), page: first });
  const list = useRef<HTMLUListElement>(null);
  const trpc = useTRPC();
  const query = useInfiniteQuery({
    ...trpc.articles.list.infiniteQueryOptions(listInput(newsroom, filter), {
      getNextPageParam: (page) => page.next,
      initialCursor: null,
    }),
    placeholderData: keepPreviousData,
    ...(JSON.stringify(filter) === cameWith.key && {
      initialData: { pages: [cameWith.page], pageParams: [null] },
    }),
  });
  useLiveLists(newsroom, () => void query.refetch());
  const articles = query.data?.pages.flatMap((page) => page.articles) ?? [];
  const [selection, setSelection] = useState<Selection<ArticleId>>(nothingChosen);
  const chosen = articles.filter(({ id }) => selection.chosen.has(id));
  const batch = useBatch<ArticleId>();
  const choose = (id: ArticleId, extended: boolean) => {
    const ids = articles.map((article) => article.id);
    setSelection(extended ? extend(selection, id, ids) : toggle(selection, id));
  };
  const together = useTogether(newsroom, batch, () => query.refetch());
  const { last, takeBack } = together;
  useListKeys({
    list,
    choose: (place, extended) => {
      const article = articles[place];
      if (article) choose(article.id, extended);
    },
    clear: () => setSelection(nothingChosen),
    takeBack: () => void takeBack(),
  });
  const change = async (wanted: ArticlesChange) => {
    const failed = await together.change(planOf(wanted, chosen));
    setSelection({ chosen: new Set(failed), anchor: null });
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-semibold">{words.articles.title}</h1>
        <div className="flex flex-wrap items-center gap-2">
          {last !== null && (
            <Button variant="plain" busy={batch.left !== null} onClick={() => void takeBack()}>
              <Undo2 aria-hidden="true" />
              {words.undoing.undoThat(last)}
            </Button>
          )}
          <ExportButton newsroom={newsroom} />
          {around.mayAdd && <AddLink newsroom={newsroom} />}
        </div>
      </div>
      <Filters filter={filter} desks={around.desks} onChange={(change) => void setFilter(change)} />
      {query.isError && (
        <ListTrouble failed={words.articles.failed} error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <Waiting lines={6} />}
      {query.data && articles.length === 0 && (
        <NothingHere
          filter={filter}
          clear={() => void setFilter(NO_FILTER)}
          add={around.mayAdd && <AddLink newsroom={newsroom} />}
        />
      )}
      {articles.length > 0 && (
        <ul
          ref={list}
          aria-label={words.articles.title}
          data-keys-by-focus
          className="flex flex-col gap-2 lg:gap-0"
        >
          {articles.map((article) => (
            <ArticleRow
              key={article.id}
              article={article}
              isChosen={selection.chosen.has(article.id)}
              onChoose={(extended) => choose(article.id, extended)}
              result={batch.results.get(article.id)}
            />
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <BatchBar
          chosen={chosen}
          desks={around.desks}
          left={batch.left}
          onChange={(wanted) => void change(wanted)}
          onClear={() => setSelection(nothingChosen)}
        />
      )}
      <div className="flex flex-wrap items-center gap-3">
        {query.hasNextPage && (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words.articles.more}
          </Button>
        )}
        <p role="status" className="text-muted tabular-nums">
          {articles.length > 0 && words.articles.shown(articles.length)}
        </p>
      </div>
    </div>
  );
}

function AddLink({ newsroom }: { newsroom: string }) {
  return (
    <Link href={`/n/${newsroom}/new`} className={buttonLook({ variant: "primary" })}>
      <FilePlus aria-hidden="true" />
      {words.articles.add}
    </Link>
  );
}

interface NothingHereProps {
  filter: ListFilter;
  clear: () => void;
  add: ReactNode;
}

/** Why the list is empty, and the one thing to do about it. */
function NothingHere({ filter, clear, add }: NothingHereProps) {
  const { noMatch, emptyArchive, empty } = words.articles;
  if (isNarrowed(filter)) {
    return (
      <EmptyState
        title={noMatch.title}
        icon={<SearchX aria-hidden="true" />}
        action={<Button onClick={clear}>{noMatch.action}</Button>}
      >
        {noMatch.why}
      </EmptyState>
    );
  }
  if (filter.state === "archived") {
    return (
      <EmptyState
        title={emptyArchive.title}
        icon={<Archive aria-hidden="true" />}
        action={<Button onClick={clear}>{emptyArchive.action}</Button>}
      >
        {emptyArchive.why}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={empty.title} icon={<FilePlus aria-hidden="true" />} action={add}>
      {empty.why}
    </EmptyState>
  );
}
