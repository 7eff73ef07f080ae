"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "~/app/_lib/trpc";
import type { Batch } from "~/app/_lib/use-batch";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { ArticleId } from "~/core/ids";
import { kindOf, type Planned } from "./batch";

const say = words.articles.batch;

/** What is done to several articles at once, and taken back together: from the log, so also after a reload. */
export interface Together {
  /** What was done last and can be taken back, as a sentence; null where there is nothing. */
  readonly last: string | null;
  /** @returns the articles that were not changed */
  readonly change: (planned: readonly Planned[]) => Promise<readonly ArticleId[]>;
  readonly takeBack: () => Promise<void>;
}

/** @param changed is called and waited for when articles were changed */
export function useTogether(
  newsroom: string,
  batch: Batch<ArticleId>,
  changed: () => Promise<unknown>,
): Together {
  const trpc = useTRPC();
  const query = useQuery(trpc.articles.lastTogether.queryOptions({ newsroom }));
  const back = query.data ?? [];
  const run = async (planned: readonly Planned[]) => {
    const results = await batch.run(planned.map((one) => ({ ...one, key: one.article })));
    await Promise.all([changed(), query.refetch()]);
    const failed = planned.filter(({ article }) => results.get(article)?.kind !== "done");
    return { done: planned.length - failed.length, failed: failed.map(({ article }) => article) };
  };
  const takeBack = async () => {
    // Asked again: another tab may have done something since.
    const { data } = await query.refetch();
    if (!data || data.length === 0) return;
    const { done, failed } = await run(data);
    tell(say.undone(done), { done, failed: failed.length });
  };
  const change = async (planned: readonly Planned[]) => {
    const { done, failed } = await run(planned);
    const [one] = planned;
    if (one)
      tell(say.done[kindOf(one.command)](done), {
        done,
        failed: failed.length,
        action: { label: words.common.undo, onPress: () => void takeBack() },
      });
    return failed;
  };
  const [one] = back;
  const last = one ? say.done[TAKEN_BACK_BY[kindOf(one.command)]](back.length) : null;
  return { last, change, takeBack };
}

/** What each change takes back. */
const TAKEN_BACK_BY = { archive: "restore", restore: "archive", desk: "desk" } as const;

function tell(
  sentence: string,
  { done, failed, action }: { done: number; failed: number; action?: { label: string; onPress: () => void } },
): void {
  const refused = failed > 0 ? say.refused(failed) : null;
  showToast({
    title: done > 0 || refused === null ? sentence : refused,
    ...(done > 0 && refused !== null && { description: refused }),
    ...(done > 0 && action && { action }),
    id: "batch",
  });
}
