"use client";

import { useState } from "react";
import { v7 } from "uuid";
import { type ArticleId, asId, type CommandId, type GroupId } from "~/core/ids";
import type { ArticleCommand } from "~/core/shapes/command";
import { refusalOf } from "./refusal";
import { useTRPCClient } from "./trpc";

/** A command for one row of several. */
export interface Planned<Key> {
  /** The row's. */
  readonly key: Key;
  readonly article: ArticleId;
  readonly command: ArticleCommand;
}

/** What became of one row of several. */
export type Result =
  | { readonly kind: "done"; readonly command: CommandId }
  | { readonly kind: "refused"; readonly sentence: string };

export interface Batch<Key> {
  /** Of the last change, or of the one under way; a row without one still waits. */
  readonly results: ReadonlyMap<Key, Result>;
  /** How many are still to be changed; null when nothing is under way. */
  readonly left: number | null;
  /** Changes one row after the other; a refusal of one does not keep the others from it. */
  readonly run: (planned: readonly Planned<Key>[]) => Promise<ReadonlyMap<Key, Result>>;
}

/** Changes several rows, one command each, with a result for each; the log knows them as one. */
export function useBatch<Key>(): Batch<Key> {
  const client = useTRPCClient();
  const [results, setResults] = useState<ReadonlyMap<Key, Result>>(() => new Map());
  const [left, setLeft] = useState<number | null>(null);
  const change = async ({ article, command }: Planned<Key>, group: GroupId): Promise<Result> => {
    const commandId = asId("command", v7());
    try {
      await client.articles.execute.mutate({ article, command, commandId, group });
      return { kind: "done", command: commandId };
    } catch (error) {
      return { kind: "refused", sentence: refusalOf(error).sentence };
    }
  };
  const run: Batch<Key>["run"] = async (planned) => {
    const group = asId("group", v7());
    const told = new Map<Key, Result>();
    setResults(new Map());
    for (const [place, one] of planned.entries()) {
      setLeft(planned.length - place);
      told.set(one.key, await change(one, group));
      setResults(new Map(told));
    }
    setLeft(null);
    return told;
  };
  return { results, left, run };
}
