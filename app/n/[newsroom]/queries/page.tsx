import type { Metadata } from "next";

import * as words from "~/app/_lib/words";
import { ask } from "~/server/caller";
import { QueryList } from "./_queries/query-list";

export const metadata: Metadata = { title: words.queries.title };

/** The open queries that wait for whoever is signed in. */
export default async function QueriesPage({ params }: { params: Promise<{ newsroom: string }> }) {
  const { newsroom } = await params;
  const [me, first] = await ask((api) => Promise.all([api.account.me(), api.threads.waiting({ newsroom })]));
  return <QueryList newsroom={newsroom} me={me.person} first={first} />;
}
