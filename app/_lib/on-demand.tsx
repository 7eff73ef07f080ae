"use client";

import { type ComponentType, useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import { showToast } from "~/app/_ui/toasts";
import { backOff } from "./back-off";
import * as words from "./words";

const all = new Set<Late<object>>();

/** Code that comes when it is first wanted, or before that with `loadParts`. */
export class Late<Code extends object> {
  readonly #fetch: () => Promise<Code>;
  readonly #listeners = new Set<() => void>();
  #loading: Promise<boolean> | null = null;
  #code: Code | null = null;

  constructor(fetch: () => Promise<Code>) {
    this.#fetch = fetch;
    all.add(this);
  }

  readonly now = (): Code | null => this.#code;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @returns whether it is there; false where it could not be fetched, and may be asked for again */
  load(): Promise<boolean> {
    this.#loading ??= this.#fetch().then(
      (code) => {
        this.#code = code;
        for (const listener of this.#listeners) listener();
        return true;
      },
      () => {
        this.#loading = null;
        return false;
      },
    );
    return this.#loading;
  }

  /** Fetches it for somebody who waits for it, and tells them when it cannot be had. */
  async want(): Promise<boolean> {
    const isThere = await this.load();
    const { happened, todo } = words.errors.partMissing;
    if (!isThere) showToast({ title: happened, description: todo, trouble: true, id: "part" });
    return isThere;
  }
}

/** The code once it is there; null before that. */
export function useLate<Code extends object>(late: Late<Code>): Code | null {
  return useSyncExternalStore(late.subscribe, late.now, () => null);
}

export interface Openable {
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

/**
 * A part of a page whose code comes when it is first drawn. Until then nothing is in its place. A dialog is not drawn
 * until it is first opened.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & Openable> {
  const late = new Late(load);
  return function OnDemand(props: Props & Openable) {
    const Part = useLate(late);
    const isOpen = props.open ?? true;
    const [isWanted, setWanted] = useState(isOpen);
    if (isOpen && !isWanted) setWanted(true);
    const giveUp = useEffectEvent(() => props.onOpenChange?.(false));
    useEffect(() => {
      if (isOpen)
        void late.want().then((isThere) => {
          if (!isThere) giveUp();
        });
    }, [isOpen]);
    return isWanted && Part ? <Part {...props} /> : null;
  };
}

/** A part of every page that nobody waits for: its code comes when the page first rests, or as soon as it can be had. */
export function atRest<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const late = new Late(load);
  return function AtRest(props: Props) {
    const Part = useLate(late);
    useEffect(() => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const attempt = async (failures: number) => {
        await rest();
        if (await late.load()) return;
        timer = setTimeout(() => void attempt(failures + 1), backOff(failures + 1, Math.random()));
      };
      void attempt(0);
      return () => clearTimeout(timer);
    }, []);
    return Part && <Part {...props} />;
  };
}

/** Loads whatever code has not come yet, one part whenever the page rests, so that the first press need not wait for it. */
export async function loadParts(): Promise<void> {
  for (const late of all) {
    await rest();
    await late.load();
  }
}

/** Safari has no idle callbacks. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}
