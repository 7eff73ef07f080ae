"use client";

import { useState } from "react";
import { v7 } from "uuid";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPCClient } from "~/app/_lib/trpc";
import { type ArticleId, asId, type GroupId } from "~/core/ids";
import type { Planned } from "./batch";

/** What became of one article of several. */
export type Result = { readonly kind: "done" } | { readonly kind: "refused"; readonly sentence: string };

export interface Batch {
  /** Of the last change, or of the one under way; an article without one still waits. */
  readonly results: ReadonlyMap<ArticleId, Result>;
  /** How many are still to be changed; null when nothing is under way. */
  readonly left: number | null;
  /** Changes one article after the other; a refusal of one does not keep the others from it. */
  readonly run: (planned: readonly Planned[]) => Promise<ReadonlyMap<ArticleId, Result>>;
}

const NONE: ReadonlyMap<ArticleId, Result> = new Map();

/** Changes several articles, one command each, with a result for each. */
export function useBatch(): Batch {
  const client = useTRPCClient();
  const [results, setResults] = useState(NONE);
  const [left, setLeft] = useState<number | null>(null);
  const change = async (planned: Planned, group: GroupId): Promise<Result> => {
    try {
      await client.articles.execute.mutate({ ...planned, commandId: asId("command", v7()), group });
      return { kind: "done" };
    } catch (error) {
      return { kind: "refused", sentence: refusalOf(error).sentence };
    }
  };
  const run: Batch["run"] = async (planned) => {
    const group = asId("group", v7());
    let told = NONE;
    setResults(told);
    for (const [place, one] of planned.entries()) {
      setLeft(planned.length - place);
      told = new Map(told).set(one.article, await change(one, group));
      setResults(told);
    }
    setLeft(null);
    return told;
  };
  return { results, left, run };
}
