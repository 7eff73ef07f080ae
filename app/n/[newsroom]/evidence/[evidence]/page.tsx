import type { Metadata } from "next";
import { notFound } from "next/navigation";

import * as words from "~/app/_lib/words";
import { EmptyState } from "~/app/_ui/empty-state";
import { EvidenceView } from "~/app/n/[newsroom]/evidence/_evidence/evidence-view";
import { idIn } from "~/core/ids";
import { askIfAllowed } from "~/server/caller";

export const metadata: Metadata = { title: words.evidencePage.title };

interface PageProps {
  params: Promise<{ newsroom: string; evidence: string }>;
}

/** One item of the newsroom's evidence. */
export default async function EvidenceItemPage({ params }: PageProps) {
  const { newsroom, evidence: named } = await params;
  const evidence = idIn("evidence", named) ?? notFound();
  const found = await askIfAllowed(async (api) => ({
    first: await api.evidence.item({ newsroom, evidence }),
    firstUses: await api.evidence.uses({ newsroom, evidence }),
    around: await api.evidence.surroundings({ newsroom }),
    schemes: await api.account.schemes(),
  }));
  if (!found.allowed) return <EmptyState title={words.evidencePage.title}>{found.why}</EmptyState>;
  const { schemes, ...shown } = found.value;
  return <EvidenceView newsroom={newsroom} types={schemes.flatMap(({ types }) => types)} {...shown} />;
}
