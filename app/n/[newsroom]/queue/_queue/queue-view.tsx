"use client";

import { useQueryStates } from "nuqs";
import { useState } from "react";

import * as words from "~/app/_lib/words";
import { SavedViews } from "~/app/_views/saved-views";
import type { UserId } from "~/core/ids";
import type { ArticleQueuePage, QueueCounts, QueueSurroundings, TagQueuePage } from "~/server/routers";
import { ArticleQueue } from "./article-queue";
import { articleQueueIn, filterParsers, NO_FILTER, type QueueFilter, queryOf } from "./filter";
import { QueueFilters } from "./queue-filters";
import { QueueTabs } from "./queue-tabs";
import { TagQueue } from "./tag-queue";

const say = words.queue;

interface QueueViewProps {
  newsroom: string;
  /** The first page, as the server had it for `firstFilter`. */
  first: { readonly tags?: TagQueuePage; readonly articles?: ArticleQueuePage };
  firstFilter: QueueFilter;
  counts: QueueCounts;
  around: QueueSurroundings;
  me: { readonly id: UserId; readonly name: string };
}

/** The queues: which one, what narrows it, and what is in it. */
export function QueueView({ newsroom, first, firstFilter, counts, around, me }: QueueViewProps) {
  const [filter, setFilter] = useQueryStates(filterParsers);
  const [cameWith] = useState({ key: JSON.stringify(firstFilter), page: first });
  const page = JSON.stringify(filter) === cameWith.key ? cameWith.page : {};
  const articles = articleQueueIn(filter);
  const clear = () => void setFilter(NO_FILTER);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-2xl font-semibold">{say.names[filter.queue]}</h1>
          <p className="max-w-3xl text-pretty text-muted">{say.what[filter.queue]}</p>
        </div>
        <SavedViews newsroom={newsroom} page="queue" query={queryOf(filter)} me={me.id} />
      </div>
      <QueueTabs newsroom={newsroom} present={filter.queue} first={counts} />
      <QueueFilters filter={filter} around={around} onChange={(change) => void setFilter(change)} />
      {articles === null ? (
        <TagQueue
          key={queryOf(filter)}
          newsroom={newsroom}
          filter={filter}
          first={page.tags}
          around={around}
          me={me}
          onClear={clear}
        />
      ) : (
        <ArticleQueue
          key={queryOf(filter)}
          newsroom={newsroom}
          queue={articles}
          filter={filter}
          first={page.articles}
          onClear={clear}
        />
      )}
    </div>
  );
}
