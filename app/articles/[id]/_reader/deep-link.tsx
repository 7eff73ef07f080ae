"use client";

import { useEffect, useEffectEvent } from "react";
import { showToast } from "~/app/_ui/toasts";
import { lookAt } from "~/app/articles/[id]/_lib/moving";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { goToThread } from "~/app/articles/[id]/_threads/saying";
import { idIn } from "~/core/ids";

/** Follows `#tag=ID` or `#thread=ID` in the address to the tag or the thread, on opening the page and whenever it changes. */
export function DeepLink({ bench, missing }: { bench: Workbench; missing: string }) {
  const follow = useEffectEvent(() => {
    const hash = new URLSearchParams(location.hash.slice(1));
    const thread = idIn("thread", hash.get("thread"));
    const held = thread === null ? undefined : bench.store.slice.threads.get(thread);
    if (held) goToThread(bench.store, held);
    const named = held ? null : (hash.get("tag") ?? hash.get("thread"));
    if (named === null) return;
    const id = idIn("tag", named);
    if (id === null || !lookAt(bench, id)) showToast({ title: missing, id: "link" });
  });
  useEffect(() => {
    // After the first paint, when marks have a place.
    const frame = requestAnimationFrame(() => follow());
    const changed = () => follow();
    addEventListener("hashchange", changed);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("hashchange", changed);
    };
  }, []);
  return null;
}
