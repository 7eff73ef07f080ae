"use client";

import * as words from "~/app/_lib/words";
import { usePeople } from "~/app/articles/[id]/_store/hooks";
import { SYSTEM, type UserId } from "~/core/ids";

/** Gives people's names: everybody’s who is known on this page, and Galley’s own. */
export function useNames(): (id: UserId) => string {
  const people = usePeople();
  return (id) => people.get(id)?.name ?? (id === SYSTEM ? words.common.product : words.margin.somebody);
}
