"use client";

import { useQuery } from "@tanstack/react-query";

import { useTRPC } from "~/app/_lib/trpc";
import { type Planned, type Result, useBatch } from "~/app/_lib/use-batch";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { TagId, UserId } from "~/core/ids";
import type { QueuedTag } from "~/server/routers";
import { type Decision, planOf } from "./decisions";

const say = words.queue;

export interface Decisions {
  readonly results: ReadonlyMap<string, Result>;
  /** How many are still to be changed; null when nothing is under way. */
  readonly left: number | null;
  /** @returns the tags that stayed as they were */
  readonly decide: (decision: Decision, rows: readonly QueuedTag[]) => Promise<ReadonlySet<TagId>>;
  /** Takes back what was done last, to one or many; from the log, so also after a reload. */
  readonly takeBack: () => Promise<void>;
  readonly canTakeBack: boolean;
}

/** @param changed is called and waited for when tags were changed */
export function useDecisions(newsroom: string, me: UserId, changed: () => Promise<unknown>): Decisions {
  const trpc = useTRPC();
  const batch = useBatch<string>();
  const last = useQuery(trpc.queue.lastTogether.queryOptions({ newsroom }));
  const run = async <Key extends string>(planned: readonly Planned<Key>[]) => {
    const results = await batch.run(planned);
    await Promise.all([changed(), last.refetch()]);
    return planned.filter(({ key }) => results.get(key)?.kind !== "done");
  };
  const takeBack = async () => {
    // Asked again: another tab may have done something since.
    const { data } = await last.refetch();
    if (!data || data.length === 0) return;
    const failed = await run(
      data.map(({ article, command }) => ({ key: command, article, command: { type: "undo", command } })),
    );
    tell(say.undone(data.length - failed.length), data.length - failed.length, failed.length);
  };
  const decide: Decisions["decide"] = async (decision, rows) => {
    const planned = planOf(decision, rows, me);
    if (planned.length === 0) {
      showToast({ title: say.nothingToDo, id: "queue" });
      return new Set();
    }
    const failed = await run(planned);
    const done = planned.length - failed.length;
    tell(say.done[decision.kind](done), done, failed.length, () => void takeBack());
    return new Set(failed.map(({ key }) => key));
  };
  return {
    results: batch.results,
    left: batch.left,
    decide,
    takeBack,
    canTakeBack: (last.data?.length ?? 0) > 0,
  };
}

function tell(sentence: string, done: number, failed: number, undo?: () => void): void {
  const refused = failed > 0 ? say.refused(failed) : null;
  showToast({
    title: done > 0 || refused === null ? sentence : refused,
    ...(done > 0 && refused !== null && { description: refused }),
    ...(done > 0 && undo && { action: { label: words.common.undo, onPress: undo } }),
    id: "queue",
  });
}
