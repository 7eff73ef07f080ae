"use client";

import { useEffect, useEffectEvent } from "react";
import { showToast } from "~/app/_ui/toasts";
import { lookAt } from "~/app/articles/[id]/_lib/moving";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { goToPassage } from "~/app/articles/[id]/_lib/go-to-passage";
import { goToThread } from "~/app/articles/[id]/_threads/saying";
import { idIn } from "~/core/ids";

/**
 * Follows `#tag=ID`, `#thread=ID` or `#passage=START-END` in the address to the tag, the thread or the words, on
 * opening the page and whenever it changes.
 */
export function DeepLink({ bench, missing }: { bench: Workbench; missing: string }) {
  const follow = useEffectEvent(() => {
    const hash = new URLSearchParams(location.hash.slice(1));
    const passage = /^(\d{1,9})-(\d{1,9})$/.exec(hash.get("passage") ?? "");
    if (passage) goToPassage(bench, { start: Number(passage[1]), end: Number(passage[2]) });
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
