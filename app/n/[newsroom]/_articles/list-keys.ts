import { type RefObject, useMemo } from "react";
import type { Action } from "~/app/_keys/action";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { usePreferences } from "~/app/_lib/preferences";
import { words } from "~/app/_lib/words";

type List = RefObject<HTMLElement | null>;

const say = words.keys;
const group = "moving";

/** From row to row: by the keys that lead from tag to tag, one's own too, and inside the list by arrows. */
const ACTIONS: readonly Action<List>[] = [
  { id: "next", keys: ["j"], label: say.nextRow, group, run: (list) => step(list, 1) },
  { id: "previous", keys: ["k"], label: say.previousRow, group, run: (list) => step(list, -1) },
  {
    id: "row below",
    keys: ["ArrowDown"],
    label: say.nextRow,
    group,
    when: isInside,
    run: (list) => step(list, 1),
  },
  {
    id: "row above",
    keys: ["ArrowUp"],
    label: say.previousRow,
    group,
    when: isInside,
    run: (list) => step(list, -1),
  },
];

/** Moves the focus between the list's links, one for each row. Inert while somebody types. */
export function useListKeys(list: List): void {
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(ACTIONS, keys), [keys]);
  useKeys(actions, { bench: list, singleKeys });
}

function isInside(list: List): boolean {
  return list.current?.contains(document.activeElement) === true;
}

function step(list: List, by: 1 | -1): void {
  const links = [...(list.current?.querySelectorAll<HTMLElement>("a[href]") ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at === -1 ? links[0] : links[at + by];
  if (!next) return;
  next.focus();
  next.closest("li")?.scrollIntoView({ block: "nearest" });
}
