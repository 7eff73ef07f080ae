import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import * as words from "~/app/_lib/words";
import { askIfAllowed } from "~/server/caller";
import { EmptyState } from "~/app/_ui/empty-state";
import { AuditList } from "./_audit/audit-list";
import { askedFor, readFilter } from "./_audit/filter";

export const metadata: Metadata = { title: words.audit.title };

interface PageProps {
  params: Promise<{ newsroom: string }>;
  searchParams: Promise<SearchParams>;
}

/** Everything that happened in the newsroom, as far as whoever is signed in may know. */
export default async function AuditPage({ params, searchParams }: PageProps) {
  const { newsroom } = await params;
  const filter = await readFilter(searchParams);
  // The reader's zone is not known here: days begin as in UTC, and are asked for anew where that is wrong.
  const asked = askedFor(newsroom, filter, "UTC");
  const { article } = asked.filter;
  const answer = await askIfAllowed(({ audit }) =>
    Promise.all([audit.list(asked), audit.surroundings({ newsroom, article })]),
  );
  if (!answer.allowed) return <EmptyState title={words.audit.notYours}>{answer.why}</EmptyState>;
  const [first, around] = answer.value;
  return <AuditList newsroom={newsroom} first={first} firstAsked={asked} around={around} />;
}
