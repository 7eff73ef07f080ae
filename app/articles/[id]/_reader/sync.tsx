"use client";

import { useEffect } from "react";
import type { Drawers } from "~/app/_lib/device/drawers";
import { useLiveArticle } from "~/app/_lib/live/live";
import { isLeaving } from "~/app/_lib/session";
import * as words from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import { useArticle, useStore } from "~/app/articles/[id]/_store/hooks";

/** Keeps the store and the server in step: sends, follows, and warns before work that is not saved is left. */
export function Sync({ drawers }: { drawers: Drawers }) {
  const store = useStore();
  const { id } = useArticle();
  useEffect(() => {
    let stop = () => Promise.resolve();
    let isGone = false;
    void drawers.open(() => {
      if (!isGone) stop = store.start();
    });
    return () => {
      isGone = true;
      void stop().finally(() => drawers.close());
    };
  }, [store, drawers]);
  useLiveArticle(id, {
    seq: () => store.seq,
    hear(news) {
      if (news.type === "events") return store.hear(news.events);
      if (news.type === "behind") askToReload(words.reader.behind);
      else askToReload({ ...words.reader.gone, happened: news.sentence });
      return true;
    },
    standing: () => askToReload(words.reader.standing),
  });
  useEffect(() => {
    const online = () => store.retry();
    const leaving = (event: BeforeUnloadEvent) => {
      if (store.isPending && !isLeaving()) event.preventDefault();
    };
    addEventListener("online", online);
    addEventListener("beforeunload", leaving);
    return () => {
      removeEventListener("online", online);
      removeEventListener("beforeunload", leaving);
    };
  }, [store]);
  return null;
}

function askToReload({ happened, todo }: { happened: string; todo: string }): void {
  showToast({
    title: happened,
    description: todo,
    trouble: true,
    id: "behind",
    action: { label: words.reader.reload, onPress: () => location.reload() },
  });
}
