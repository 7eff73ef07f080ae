"use client";

import { useQuery } from "@tanstack/react-query";

import { useLiveLists } from "~/app/_lib/live/live";
import { useTRPC } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { VisuallyHidden } from "~/app/_ui/visually-hidden";

/** How many queries wait for whoever looks, kept fresh; nothing where none does. */
export function WaitingCount({ newsroom, first }: { newsroom: string; first: number }) {
  const trpc = useTRPC();
  const { data, refetch } = useQuery({
    ...trpc.threads.waitingCount.queryOptions({ newsroom }),
    initialData: first,
  });
  useLiveLists(newsroom, () => void refetch());
  if (data === 0) return null;
  return (
    <span className="ms-1.5 rounded-full bg-accent px-1.5 text-xs leading-5 font-semibold text-accent-ink tabular-nums">
      <span aria-hidden="true">{data}</span>
      <VisuallyHidden>{words.queries.waiting(data)}</VisuallyHidden>
    </span>
  );
}
