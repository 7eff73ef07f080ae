"use client";

import { type ComponentType, useEffect, useState } from "react";

const parts = new Set<() => Promise<unknown>>();

/**
 * A part of a page whose code comes when it is first drawn, or before that with `loadParts`. Until then nothing is in
 * its place. A dialog is not drawn until it is first opened.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null;
  let loading: Promise<void> | null = null;
  const get = () => {
    loading ??= load().then(
      (loaded) => void (Part = loaded),
      () => void (loading = null),
    );
    return loading;
  };
  parts.add(get);
  return function OnDemand(props: Props) {
    const [, setLoaded] = useState(Part !== null);
    const isOpen = !("open" in props) || props.open === true;
    const [isWanted, setWanted] = useState(isOpen);
    if (isOpen && !isWanted) setWanted(true);
    useEffect(() => {
      if (isWanted && !Part) void get().then(() => setLoaded(Part !== null));
    }, [isWanted]);
    return isWanted && Part ? <Part {...props} /> : null;
  };
}

/** Loads the code of every part that this page has not drawn yet, one whenever the page rests, so that the first press need not wait for it. */
export async function loadParts(): Promise<void> {
  for (const get of parts) {
    await rest();
    await get();
  }
}

/** Safari has no idle callbacks. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}
