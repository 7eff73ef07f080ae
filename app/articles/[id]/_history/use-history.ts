"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent } from "react";
import { useTRPC, useTRPCClient } from "~/app/_lib/trpc";
import * as words from "~/app/_lib/words";
import { useEvidence } from "~/app/articles/[id]/_evidence/use-evidence";
import { useNames } from "~/app/articles/[id]/_margin/use-names";
import { useArticle, useSaveState, useScheme, useStore } from "~/app/articles/[id]/_store/hooks";
import { textOf } from "~/core/article";
import type { ArticleEvent } from "~/core/event";
import type { EvidenceId, TagId, UserId } from "~/core/ids";
import type { Known } from "~/app/_history/sentences";

const NEWEST: { before: number | null } = { before: null };

/** What happened to the article or to one of its tags, newest first, a page at a time; read anew after each save. */
export function useHistory(tag: TagId | null) {
  const trpc = useTRPC();
  const { id: article } = useArticle();
  const client = useTRPCClient();
  const asked = { article, ...(tag !== null && { tag }) };
  const query = useInfiniteQuery({
    queryKey: [trpc.articles.history.queryKey(asked), "pages"],
    queryFn: ({ pageParam, signal }) =>
      client.articles.history.query({ ...asked, before: pageParam }, { signal }),
    initialPageParam: NEWEST.before,
    getNextPageParam: ({ before }): number | null => before,
    staleTime: 0,
  });
  const save = useSaveState();
  const savedAt = save.kind === "saved" ? save.at : 0;
  const readAnew = useEffectEvent(() => void query.refetch());
  useEffect(() => {
    if (savedAt > 0) readAnew();
  }, [savedAt]);
  const events = query.data?.pages.flatMap((page) => page.events) ?? [];
  const names = new Map(query.data?.pages.flatMap(({ people }) => people).map(({ id, name }) => [id, name]));
  return { query, events, names };
}

/** What the sentences need to know, from this page and from the history's own answer. */
export function useKnown(events: readonly ArticleEvent[], names: ReadonlyMap<string, string>): Known {
  const store = useStore();
  const scheme = useScheme();
  const nameOf = useNames();
  const { items } = useEvidence(evidenceIn(events));
  return {
    scheme,
    person: (id: UserId) => names.get(id) ?? nameOf(id),
    evidence: (id) => items.get(id)?.reference.words ?? words.history.did.unknownEvidence,
    typeOf: (id) => store.tag(id)?.type ?? null,
    wordsOf: (id) => store.tag(id)?.anchor.exact ?? null,
    passage: ({ revision }, { start, end }) =>
      revision === store.slice.revision?.digest ? textOf(store.slice).slice(start, end) : null,
  };
}

function evidenceIn(events: readonly ArticleEvent[]): EvidenceId[] {
  return events.flatMap((event) =>
    event.type === "EvidenceAttached" || event.type === "EvidenceDetached" ? [event.body.evidence] : [],
  );
}
