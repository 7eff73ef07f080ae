"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";

import { useTRPC } from "~/app/_lib/trpc";
import { type Planned, type Result, useBatch } from "~/app/_lib/use-batch";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import type { ArticleId, CommandId, TagId, UserId } from "~/core/ids";
import type { QueuedTag } from "~/server/routers";
import { type Decision, planOf } from "./decisions";

const say = words.queue;

/** What became of a tag; `passed-over` where the decision meant nothing for it. */
export type TagResult = Result | { readonly kind: "passed-over"; readonly sentence: string };

export interface Decisions {
  /** Of the last decision. */
  readonly results: ReadonlyMap<string, TagResult>;
  /** How many are still to be changed; null when nothing is under way. */
  readonly left: number | null;
  /** @returns the tags that stayed as they were: refused, or passed over */
  readonly decide: (decision: Decision, rows: readonly QueuedTag[]) => Promise<ReadonlySet<TagId>>;
  /** Takes back what was done last, to one or many; from the log, so also after a reload. */
  readonly takeBack: () => Promise<void>;
  readonly canTakeBack: boolean;
}

/** A command that was carried out. */
interface Done {
  readonly article: ArticleId;
  readonly command: CommandId;
}

/** @param changed is called and waited for when tags were changed */
export function useDecisions(newsroom: string, me: UserId, changed: () => Promise<unknown>): Decisions {
  const trpc = useTRPC();
  const batch = useBatch<string>();
  const [passed, setPassed] = useState<ReadonlyMap<string, TagResult>>(() => new Map());
  const last = useQuery(trpc.queue.lastTogether.queryOptions({ newsroom }));
  const run = async <Key extends string>(planned: readonly Planned<Key>[]) => {
    const results = await batch.run(planned);
    await Promise.all([changed(), last.refetch()]);
    const outcomes = planned.map(({ key, article }) => ({ key, article, result: results.get(key) }));
    return {
      done: outcomes.flatMap(({ article, result }) =>
        result?.kind === "done" ? { article, command: result.command } : [],
      ),
      failed: outcomes.flatMap(({ key, result }) => (result?.kind === "done" ? [] : key)),
    };
  };
  const undo = async (commands: readonly Done[]) => {
    if (commands.length === 0) return;
    setPassed(new Map());
    const { done, failed } = await run(
      commands.map(({ article, command }) => ({ key: command, article, command: { type: "undo", command } })),
    );
    tell(say.undone(done.length), { done: done.length, failed: failed.length, left: 0 });
  };
  const takeBack = async () => {
    // Asked again: another tab may have done something since.
    const { data = [] } = await last.refetch();
    await undo(data);
  };
  const decide: Decisions["decide"] = async (decision, rows) => {
    const planned = planOf(decision, rows, me);
    const meant = new Set(planned.map(({ key }) => key));
    const left = rows.map(({ tag }) => tag.id).filter((id) => !meant.has(id));
    const over = { kind: "passed-over", sentence: say.passed } as const;
    setPassed(new Map(left.map((id) => [id, over])));
    if (planned.length === 0) {
      showToast({ title: say.nothingToDo, id: "queue" });
      return new Set();
    }
    const { done, failed } = await run(planned);
    tell(
      say.done[decision.kind](done.length),
      { done: done.length, failed: failed.length, left: left.length },
      // Just these, whatever was done after them, also in another tab.
      () => void undo(done),
    );
    return new Set([...failed, ...left]);
  };
  return {
    results: new Map([...batch.results, ...passed]),
    left: batch.left,
    decide,
    takeBack,
    canTakeBack: (last.data?.length ?? 0) > 0,
  };
}

interface Came {
  readonly done: number;
  readonly failed: number;
  /** That the decision means nothing for. */
  readonly left: number;
}

function tell(sentence: string, { done, failed, left }: Came, undo?: () => void): void {
  const others = [failed > 0 && say.refused(failed), left > 0 && say.passedOver(left)].filter(
    (each) => each !== false,
  );
  const [title = sentence, ...more] = done > 0 || others.length === 0 ? [sentence, ...others] : others;
  showToast({
    title,
    ...(more.length > 0 && { description: more.join(". ") }),
    ...(done > 0 && undo && { action: { label: words.common.undo, onPress: undo } }),
    id: "queue",
  });
}
