"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "~/app/_lib/refusal";
import { useTRPC } from "~/app/_lib/trpc";
import { showToast } from "~/app/_ui/toasts";
import type { ViewPage } from "~/core/saved-view";

/** The saved views of a page, and how they are changed: one change at a time, then the list anew. */
export function useViews(newsroom: string, page: ViewPage) {
  const trpc = useTRPC();
  const query = useQuery(trpc.views.list.queryOptions({ newsroom, page }));
  const [isBusy, setBusy] = useState(false);
  /** @returns whether it was done; a refusal is shown as a message */
  const change = async (act: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await act();
      return true;
    } catch (error) {
      showToast({ title: refusalOf(error).sentence, trouble: true });
      return false;
    } finally {
      await query.refetch();
      setBusy(false);
    }
  };
  return { views: query.data ?? [], error: query.error, reload: () => void query.refetch(), isBusy, change };
}

export type Views = ReturnType<typeof useViews>;
