import { type RefObject, useMemo } from "react";
import type { Action } from "~/app/_keys/action";
import { withOwnKeys } from "~/app/_keys/own-keys";
import { useToldKeys } from "~/app/_keys/page-keys";
import { useKeys } from "~/app/_keys/use-keys";
import { usePreferences } from "~/app/_lib/preferences";
import * as words from "~/app/_lib/words";

/** A list of rows, each known by its first link. */
export interface RowedList {
  readonly list: RefObject<HTMLElement | null>;
}

/** One whose rows can be chosen, and what choosing one of them does. */
export interface KeyedList extends RowedList {
  readonly choose: (place: number, extended: boolean) => void;
  readonly clear: () => void;
  /** Takes back what was done last to several rows at once. */
  readonly takeBack: () => void;
}

const say = words.keys;
const group = "moving";

/** Choosing rows: where one stands, or up to there. */
export const choosingActions: readonly Action<KeyedList>[] = [
  {
    id: "choose row",
    keys: ["Space"],
    label: say.chooseRow,
    group,
    when: isInside,
    run: (rows) => rows.choose(placeOfFocus(rows), false),
  },
  {
    id: "choose to row",
    keys: ["Shift+Space"],
    label: say.chooseToRow,
    group,
    when: isInside,
    run: (rows) => rows.choose(placeOfFocus(rows), true),
  },
];

/** From row to row by the keys that lead from tag to tag, one's own too; inside the list by arrows. */
export const steppingActions: readonly Action<RowedList>[] = [
  { id: "next", keys: ["j"], label: say.nextRow, group, run: (rows) => step(rows, 1) },
  { id: "previous", keys: ["k"], label: say.previousRow, group, run: (rows) => step(rows, -1) },
  {
    id: "row below",
    keys: ["ArrowDown"],
    label: say.nextRow,
    group,
    when: isInside,
    run: (rows) => step(rows, 1),
  },
  {
    id: "row above",
    keys: ["ArrowUp"],
    label: say.previousRow,
    group,
    when: isInside,
    run: (rows) => step(rows, -1),
  },
];

const ACTIONS: readonly Action<KeyedList>[] = [
  ...steppingActions,
  ...choosingActions,
  {
    id: "choose none",
    keys: ["Escape"],
    label: say.chooseNone,
    group,
    when: isInside,
    run: (rows) => rows.clear(),
  },
  { id: "undo", keys: ["Mod+z"], label: say.undo, group, run: (rows) => rows.takeBack() },
];

/** Answers the list's keys. Inert while somebody types. */
export function useListKeys(rows: KeyedList): void {
  const { keys, singleKeys } = usePreferences().preferences;
  const actions = useMemo(() => withOwnKeys(ACTIONS, keys), [keys]);
  useKeys(actions, { bench: rows, singleKeys });
  useToldKeys(actions);
}

function linksIn({ list }: RowedList): HTMLElement[] {
  const rows = [...(list.current?.children ?? [])];
  return rows.flatMap((row) => row.querySelector<HTMLElement>("a[href]") ?? []);
}

/** Which row has the keyboard on its link; -1 for none. */
export function placeOfFocus(rows: RowedList): number {
  return linksIn(rows).findIndex((link) => link === document.activeElement);
}

function isInside(rows: RowedList): boolean {
  return placeOfFocus(rows) !== -1;
}

/** Puts the keyboard on a row's link, the last one's where there are fewer. */
export function focusRow(rows: RowedList, place: number): void {
  const links = linksIn(rows);
  const link = links[Math.min(place, links.length - 1)];
  link?.focus();
  link?.closest("li")?.scrollIntoView({ block: "nearest" });
}

function step(rows: RowedList, by: 1 | -1): void {
  const at = placeOfFocus(rows);
  const next = at === -1 ? 0 : at + by;
  if (next >= 0) focusRow(rows, next);
}
