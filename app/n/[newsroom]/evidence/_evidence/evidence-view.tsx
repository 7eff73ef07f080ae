"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { KIND_ICONS } from "~/app/_evidence/evidence-item";
import { useLiveLists } from "~/app/_lib/live/live";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { Badge } from "~/app/_ui/badge";
import { Button } from "~/app/_ui/button";
import { Link } from "~/app/_ui/link";
import { ListTrouble } from "~/app/_ui/list-trouble";
import { HeldWords } from "~/app/articles/[id]/_margin/held-words";
import type { TagType } from "~/core/scheme";
import type { EvidenceInView, EvidenceSurroundings, UsesPage } from "~/server/routers/evidence";
import { Facts } from "./facts";
import { removableParts } from "./removable";
import { RemoveDialog } from "./remove-dialog";

import { UseList } from "./use-list";
import { WithdrawDialog } from "./withdraw-dialog";

const say = words.evidencePage;

interface EvidenceViewProps {
  newsroom: string;
  types: readonly TagType[];
  first: EvidenceInView;
  firstUses: UsesPage;
  around: EvidenceSurroundings;
}

/** An evidence item: what is known of it, its file, what rests on it, and what may be done about it. */
export function EvidenceView({ newsroom, types, first, firstUses, around }: EvidenceViewProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"withdraw" | "remove" | null>(null);
  const about = { newsroom, evidence: first.item.id };
  const seen = useQuery({ ...trpc.evidence.item.queryOptions(about), initialData: first });
  const uses = useInfiniteQuery({
    ...trpc.evidence.uses.infiniteQueryOptions(about, {
      getNextPageParam: (page) => page.next,
      initialCursor: null,
    }),
    initialData: { pages: [firstUses], pageParams: [null] },
  });
  const refresh = () => void client.invalidateQueries({ queryKey: trpc.evidence.pathKey() });
  useLiveLists(newsroom, refresh);
  const { item, people } = seen.data;
  const Icon = KIND_ICONS[item.kind];
  const address = item.reference.words?.match(/^https?:\/\/\S+$/)?.[0];
  const dialog = { newsroom, item, onDone: refresh, onClose: () => setAsking(null) };
  return (
    <article className="mx-auto flex w-full max-w-3xl flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p>
          <Link href={`/n/${newsroom}/evidence`}>{say.title}</Link>
        </p>
        <div className="flex flex-wrap items-start justify-between gap-3">
          <h1 className="flex min-w-0 items-start gap-2 text-2xl font-semibold wrap-anywhere">
            <Icon className="mt-1.5 size-5 shrink-0 text-muted" aria-hidden="true" />
            {address ? <Link href={address}>{address}</Link> : <HeldWords of={item.reference} />}
          </h1>
          <div className="flex flex-wrap gap-2">
            {around.mayWithdraw && !item.withdrawal && (
              <Button onClick={() => setAsking("withdraw")}>{say.item.withdraw}</Button>
            )}
            {around.mayRedact && removableParts(item).length > 0 && (
              <Button variant="plain" onClick={() => setAsking("remove")}>
                {say.item.remove}
              </Button>
            )}
          </div>
        </div>
        {item.withdrawal && (
          <p>
            <Badge tone="danger">{words.evidence.withdrawn}</Badge>
          </p>
        )}
      </div>
      {seen.isError && (
        <ListTrouble
          failed={words.evidencePage.failed}
          error={seen.error}
          retry={() => void seen.refetch()}
        />
      )}
      <Facts newsroom={newsroom} item={item} people={people} around={around} onAttached={refresh} />
      <section aria-labelledby="uses" className="flex flex-col gap-3">
        <div>
          <h2 id="uses" className="text-base font-semibold">
            {say.item.uses}
          </h2>
          <p className="text-muted">{say.item.usesWhat}</p>
        </div>
        {uses.isError && (
          <ListTrouble
            failed={words.evidencePage.failed}
            error={uses.error}
            retry={() => void uses.refetch()}
          />
        )}
        <UseList uses={uses.data.pages.flatMap((page) => page.uses)} types={types} />
        {uses.hasNextPage && (
          <Button
            className="self-start"
            busy={uses.isFetchingNextPage}
            onClick={() => void uses.fetchNextPage()}
          >
            {say.item.moreUses}
          </Button>
        )}
      </section>
      <WithdrawDialog {...dialog} open={asking === "withdraw"} />
      <RemoveDialog {...dialog} open={asking === "remove"} />
    </article>
  );
}
