import type { Metadata } from "next";

import * as words from "~/app/_lib/words";
import { whoCan } from "~/core/policy";
import { ask } from "~/server/caller";
import { readerIn, ReadersOnly } from "~/app/n/[newsroom]/readers-only";
import { QueueTabs } from "~/app/n/[newsroom]/queue/_queue/queue-tabs";
import { QueryList } from "./_queries/query-list";

export const metadata: Metadata = { title: words.queries.title };

/** The open queries that wait for whoever is signed in. */
export default async function WaitingPage({ params }: { params: Promise<{ newsroom: string }> }) {
  const { newsroom } = await params;
  const { actor, mayRead } = await readerIn(newsroom);
  if (!mayRead)
    return <ReadersOnly title={words.queries.title} says={words.queue.takes(whoCan("read text"))} />;
  const [first, counts] = await ask((api) =>
    Promise.all([api.threads.waiting({ newsroom }), api.queue.counts({ newsroom })]),
  );
  return (
    <QueryList
      newsroom={newsroom}
      me={actor.id}
      first={first}
      ways={<QueueTabs newsroom={newsroom} present="waiting" first={counts} />}
    />
  );
}
