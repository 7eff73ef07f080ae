"use client";

import { useEffect, useEffectEvent } from "react";
import { showToast } from "~/app/_ui/toasts";
import { lookAt } from "~/app/articles/[id]/_lib/moving";
import type { Workbench } from "~/app/articles/[id]/_keys/workbench";
import { TagId } from "~/core/ids";

/** Follows `#tag=ID` in the address to the tag, on opening the page and whenever it changes. */
export function DeepLink({ bench, missing }: { bench: Workbench; missing: string }) {
  const follow = useEffectEvent(() => {
    const named = new URLSearchParams(location.hash.slice(1)).get("tag");
    if (named === null) return;
    const id = TagId.safeParse(named);
    if (!id.success || !lookAt(bench, id.data)) showToast({ title: missing, id: "link" });
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
