"use client";

import { useEffect, useEffectEvent } from "react";
import { words } from "~/app/_lib/words";
import { showToast } from "~/app/_ui/toasts";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import { DeliveryError } from "~/app/articles/[id]/_store/transport";

/** How often others' work is asked for while the page is in view, in milliseconds. */
const EVERY = 10_000;

/** Keeps the store and the server in step: sends, catches up, and warns before work that is not saved is left. */
export function Sync() {
  const store = useStore();
  const catchUp = useEffectEvent(() => {
    if (document.visibilityState !== "visible") return;
    store.catchUp().catch((error: unknown) => {
      if (!(error instanceof DeliveryError)) throw error;
      if (error.reason === "behind") tellBehind();
    });
  });
  useEffect(() => store.start(), [store]);
  useEffect(() => {
    const online = () => {
      store.retry();
      catchUp();
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (store.isPending) event.preventDefault();
    };
    const timer = setInterval(() => catchUp(), EVERY);
    const seen = () => catchUp();
    addEventListener("focus", seen);
    addEventListener("online", online);
    addEventListener("beforeunload", leaving);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      removeEventListener("focus", seen);
      removeEventListener("online", online);
      removeEventListener("beforeunload", leaving);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [store]);
  return null;
}

function tellBehind(): void {
  const { happened, todo, reload } = words.reader.behind;
  showToast({
    title: happened,
    description: todo,
    trouble: true,
    id: "behind",
    action: { label: reload, onPress: () => location.reload() },
  });
}
