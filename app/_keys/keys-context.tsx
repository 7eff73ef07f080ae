"use client";

import { createContext, useCallback, useContext, useMemo, type ReactNode } from "react";
import { type KeyedAction, keyOf } from "./action";
import { isSingleKey } from "./chords";

interface Keys {
  readonly actions: readonly KeyedAction[];
  readonly singleKeys: boolean;
}

const KeysContext = createContext<Keys>({ actions: [], singleKeys: true });

export type KeysProviderProps = Keys & { readonly children: ReactNode };

/** Tells everything on a screen its actions' keys. */
export function KeysProvider({ actions, singleKeys, children }: KeysProviderProps) {
  const keys = useMemo(() => ({ actions, singleKeys }), [actions, singleKeys]);
  return <KeysContext value={keys}>{children}</KeysContext>;
}

/**
 * The key that does what a button does, by the action's id: for its hint and its `aria-keyshortcuts`. Nothing
 * where the action has none, or where single keys are off; those still work `byFocus`, in cards and the tag list.
 */
export function useKeyOf({ byFocus = false } = {}): (id: string) => string | undefined {
  const { actions, singleKeys } = useContext(KeysContext);
  return useCallback(
    (id) => {
      const key = keyOf(actions, id);
      return key === undefined || singleKeys || byFocus || !isSingleKey(key) ? key : undefined;
    },
    [actions, singleKeys, byFocus],
  );
}
