import * as words from "~/app/_lib/words";
import { type Action, byGroup } from "./action";
import type { PaletteGroup } from "./palette-items";

/** A screen's actions for its palette, group by group; what cannot be done now says why, or is left out. */
export function actionGroups<Bench>(actions: readonly Action<Bench>[], bench: Bench): PaletteGroup[] {
  return [...byGroup(actions)].map(([group, listed]) => ({
    label: words.keys.groups[group],
    items: listed.flatMap(({ id, keys, when, needs, run, ...action }) => {
      const isOffered = when?.(bench) ?? true;
      const label = action.now ? action.now(bench) : action.label;
      if (label === null || !run || id === "palette" || (!isOffered && needs === undefined)) return [];
      return [{ id, label, keys: keys[0], ...(!isOffered && { needs }), run: () => run(bench) }];
    }),
  }));
}
