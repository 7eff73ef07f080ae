"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { useMemo, useRef } from "react";

import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { useLiveLists } from "~/app/_lib/live/live";
import { usePreferences } from "~/app/_lib/preferences";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { Link } from "~/app/_ui/link";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { Waiting } from "~/app/_ui/waiting";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import { steppingActions } from "~/app/n/[newsroom]/_articles/list-keys";
import type { ArticleQueue as QueueName } from "~/core/queue";
import type { ArticleQueuePage, QueuedArticle } from "~/server/routers";
import { Deadline } from "./deadline";
import { deskIn, type QueueFilter } from "./filter";
import { NothingHere } from "./nothing-here";

const say = words.queue;

interface ArticleQueueProps {
  newsroom: string;
  queue: QueueName;
  filter: QueueFilter;
  /** The first page, as the server had it; undefined for another filter than it was asked by. */
  first: ArticleQueuePage | undefined;
  onClear: () => void;
}

/** A queue of articles: near their deadline with something left to do, or out with something owed. */
export function ArticleQueue({ newsroom, queue, filter, first, onClear }: ArticleQueueProps) {
  const trpc = useTRPC();
  const list = useRef<HTMLUListElement>(null);
  const query = useInfiniteQuery({
    ...trpc.queue.articles.infiniteQueryOptions(
      { newsroom, queue, desk: deskIn(filter) },
      { getNextPageParam: (page) => page.next, initialCursor: null },
    ),
    ...(first && { initialData: { pages: [first], pageParams: [null] } }),
  });
  useLiveLists(newsroom, () => void query.refetch());
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(steppingActions, keys), [keys]);
  useKeys(actions, { bench: { list }, singleKeys });
  useToldKeys(actions);
  const articles = query.data?.pages.flatMap((page) => page.articles) ?? [];
  return (
    <>
      {query.isError && (
        <ListTrouble failed={say.failed} error={query.error} retry={() => void query.refetch()} />
      )}
      {query.isPending && <Waiting lines={6} />}
      {query.data && articles.length === 0 && <NothingHere filter={filter} isAll clear={onClear} />}
      {articles.length > 0 && (
        <ul
          ref={list}
          aria-label={say.articles(say.names[queue])}
          data-keys-by-focus
          className="flex max-w-4xl flex-col gap-1.5"
        >
          {articles.map((article) => (
            <Row key={article.id} article={article} queue={queue} />
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
          {articles.length > 0 && say.shownArticles(articles.length, !query.hasNextPage)}
        </p>
      </div>
    </>
  );
}

/** An article that has to be looked after: by when, what is left of it, what is owed. The whole of it is its link. */
function Row({ article, queue }: { article: QueuedArticle; queue: QueueName }) {
  const { id, title, language, restricted, state, desk, deadline, left, queries, debts } = article;
  return (
    <li className="relative flex flex-col gap-1.5 rounded-md border px-3 py-2.5 focus-within:bg-sunken hover:bg-sunken">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Link
          href={`/articles/${id}`}
          prefetch={false}
          lang={language}
          className="min-w-0 grow basis-0 text-[0.9375rem] font-semibold wrap-anywhere after:absolute after:inset-0 after:rounded-md max-sm:basis-full"
        >
          <span dir="auto" className={title.words === null ? "text-muted italic" : undefined}>
            {title.words ?? say.titleRemoved}
          </span>
        </Link>
        {restricted && (
          <Badge tone="warn" icon={<Lock aria-hidden="true" />}>
            {words.articles.restricted}
          </Badge>
        )}
        <Badge>{words.life.state[state]}</Badge>
        {queue === "risk" && deadline !== null && <Deadline at={deadline} />}
      </div>
      <p className="flex flex-wrap gap-x-1.5 text-muted">
        <span dir="auto">{desk ?? say.noDesk}</span>
        {whatIsLeft(left, queries).map((part) => (
          <span key={part}>· {part}</span>
        ))}
      </p>
      {queue === "debts" &&
        debts.map((debt) => (
          <div key={debt.rule} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Deadline at={debt.due} label={say.debt(debt.rule)} />
            <span className="wrap-anywhere">
              <HeldWords of={debt.reason} />
            </span>
          </div>
        ))}
    </li>
  );
}

function whatIsLeft({ must, others }: QueuedArticle["left"], queries: number): string[] {
  const { leftToDo } = say;
  return [
    ...(must > 0 ? [leftToDo.must(must)] : []),
    ...(others > 0 ? [leftToDo.others(others)] : []),
    ...(must + others === 0 ? [leftToDo.none] : []),
    ...(queries > 0 ? [leftToDo.queries(queries)] : []),
  ];
}
