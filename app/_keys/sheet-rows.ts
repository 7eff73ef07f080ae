import type { KeyedAction } from "./action";

/** A row of the sheet of keys: an action, or several of one series. */
export interface SheetRow {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
}

/** What the sheet lists for the sought words or key, group by group. */
export function sheetGroups(
  actions: readonly KeyedAction[],
  sought: string,
): { group: KeyedAction["group"]; rows: SheetRow[] }[] {
  const groups = new Map<KeyedAction["group"], Map<string, SheetRow>>();
  for (const action of actions) {
    if (!isSought(action, sought)) continue;
    const { id, label, group, series, keys } = action;
    const rows = groups.get(group) ?? new Map<string, SheetRow>();
    groups.set(group, rows);
    const row = rows.get(series ?? id) ?? { id, label: series ?? label, keys: [] };
    rows.set(series ?? id, { ...row, keys: [...row.keys, ...keys.slice(0, 1)] });
  }
  return [...groups].map(([group, rows]) => ({ group, rows: [...rows.values()] }));
}

/** Whether an action is meant: by words of its name, in any order, or by its key. */
export function isSought({ label, series = "", keys }: KeyedAction, sought: string): boolean {
  const needle = sought.trim().toLowerCase();
  if (keys.some((key) => key.toLowerCase() === needle)) return true;
  const told = `${label} ${series}`.toLowerCase();
  return needle.split(/\s+/).every((word) => told.includes(word));
}
