import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import * as words from "~/app/_lib/words";
import { whoCan } from "~/core/policy";
import { ask } from "~/server/caller";
import { readerIn, ReadersOnly } from "~/app/n/[newsroom]/readers-only";
import { articleQueueIn, askedBy, deskIn, readFilter } from "./_queue/filter";
import { QueueView } from "./_queue/queue-view";

export const metadata: Metadata = { title: words.queue.title };

interface PageProps {
  params: Promise<{ newsroom: string }>;
  searchParams: Promise<SearchParams>;
}

/** What waits for whom in the newsroom. */
export default async function QueuePage({ params, searchParams }: PageProps) {
  const { newsroom } = await params;
  const filter = await readFilter(searchParams);
  const { actor, name, mayRead } = await readerIn(newsroom);
  if (!mayRead)
    return <ReadersOnly title={words.queue.title} says={words.queue.takes(whoCan("read text"))} />;
  const articles = articleQueueIn(filter);
  const [first, counts, around] = await ask((api) =>
    Promise.all([
      articles === null
        ? api.queue.tags({ newsroom, asked: askedBy(filter) }).then((tags) => ({ tags }))
        : api.queue
            .articles({ newsroom, queue: articles, desk: deskIn(filter) })
            .then((page) => ({ articles: page })),
      api.queue.counts({ newsroom }),
      api.queue.surroundings({ newsroom }),
    ]),
  );
  return (
    <QueueView
      newsroom={newsroom}
      first={first}
      firstFilter={filter}
      counts={counts}
      around={around}
      me={{ id: actor.id, name }}
    />
  );
}
