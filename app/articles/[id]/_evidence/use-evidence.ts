"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useMemo } from "react";
import { useTRPC } from "~/app/_lib/trpc";
import { useArticle } from "~/app/articles/[id]/_store/hooks";
import type { EvidenceId } from "~/core/ids";
import type { ArticleEvidence } from "~/server/routers/articles";

/** The evidence that the article's tags rest on, by id; what is new to this page is asked for once. */
export function useEvidence(needed: readonly EvidenceId[]) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { id: article } = useArticle();
  const { queryKey, ...options } = trpc.articles.evidence.queryOptions({ article });
  const { data, isError, isSuccess, isFetching } = useQuery({ queryKey, ...options });
  const items = useMemo(() => new Map(data?.map((item) => [item.id, item])), [data]);
  const missing = isSuccess ? needed.filter((id) => !items.has(id)).join() : "";
  const askAgain = useEffectEvent(() => void client.invalidateQueries({ queryKey }));
  useEffect(() => {
    if (missing !== "") askAgain();
  }, [missing]);
  const learn = (item: ArticleEvidence) => {
    client.setQueryData(queryKey, (known) => [...(known ?? []).filter(({ id }) => id !== item.id), item]);
  };
  return { items, isError, isFetching, learn };
}
