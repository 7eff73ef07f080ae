import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";

import * as words from "~/app/_lib/words";
import { EmptyState } from "~/app/_ui/empty-state";
import { askIfAllowed } from "~/server/caller";
import { EvidenceList } from "./_evidence/evidence-list";
import { listInput, readFilter } from "./_evidence/filter";

export const metadata: Metadata = { title: words.evidencePage.title };

interface PageProps {
  params: Promise<{ newsroom: string }>;
  searchParams: Promise<SearchParams>;
}

/** The newsroom's evidence. */
export default async function EvidencePage({ params, searchParams }: PageProps) {
  const { newsroom } = await params;
  const filter = await readFilter(searchParams);
  const found = await askIfAllowed(async (api) => ({
    first: await api.evidence.list(listInput(newsroom, filter)),
    around: await api.evidence.surroundings({ newsroom }),
  }));
  if (found.allowed) return <EvidenceList newsroom={newsroom} firstFilter={filter} {...found.value} />;
  return (
    <>
      <h1 className="mb-4 text-2xl font-semibold">{words.evidencePage.title}</h1>
      <EmptyState title={words.evidencePage.title}>{found.why}</EmptyState>
    </>
  );
}
