"use client";

import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { memo, useCallback, useEffect, useMemo } from "react";
import { useStore } from "~/app/articles/[id]/_store/hooks";
import type { TagFilter } from "~/app/articles/[id]/_store/filter";
import { TAG_STATES } from "~/core/tag";

const IN_ADDRESS = {
  types: parseAsArrayOf(parseAsString),
  states: parseAsArrayOf(parseAsStringLiteral(TAG_STATES)),
  words: parseAsString,
  undecidedOnly: parseAsBoolean.withDefault(false),
};

const KEYS = {
  urlKeys: { types: "type", states: "state", words: "find", undecidedOnly: "undecided" },
} as const;

/** The filter as it stands in the address, which a reload and a link keep, and how to change it. */
export function useAddressFilter(): [TagFilter, (change: Partial<TagFilter>) => void] {
  const [{ types, states, words, undecidedOnly }, setAddress] = useQueryStates(IN_ADDRESS, KEYS);
  const filter = useMemo(
    (): TagFilter => ({ types, states, words: words?.trim() ? words : null, undecidedOnly }),
    [types, states, words, undecidedOnly],
  );
  const change = useCallback(
    ({ types: t, states: s, words: w, undecidedOnly: u }: Partial<TagFilter>) => {
      void setAddress({
        ...(t !== undefined && { types: t && [...t] }),
        ...(s !== undefined && { states: s && [...s] }),
        ...(w !== undefined && { words: w }),
        ...(u !== undefined && { undecidedOnly: u || null }),
      });
    },
    [setAddress],
  );
  return [filter, change];
}

/** Lets the page follow the filter in the address, also while the rail is closed. */
export const FollowAddress = memo(function FollowAddress() {
  const store = useStore();
  const [filter] = useAddressFilter();
  useEffect(() => store.look({ filter }), [store, filter]);
  return null;
});
