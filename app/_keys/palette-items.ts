/** A line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly label: string;
  /** Further words by which it is found, and which are not shown. */
  readonly also?: string;
  readonly keys?: string | undefined;
  /** Why it cannot be done now; then choosing it does nothing. */
  readonly needs?: string | undefined;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly label: string;
  readonly items: readonly PaletteItem[];
  /** Only listed once something is sought: there may be thousands. */
  readonly whenSought?: boolean;
}

/** So many of one group are listed. */
const MOST = 30;

/**
 * What the palette lists: everything that has all of the sought words, what begins with them first; with nothing
 * sought, what was done last comes before the rest, under `recentLabel`.
 * @param recent ids, the last first
 */
export function paletteGroups(
  groups: readonly PaletteGroup[],
  { sought, recent, recentLabel }: { sought: string; recent: readonly string[]; recentLabel: string },
): PaletteGroup[] {
  const words = sought.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    const offered = groups.filter(({ whenSought }) => whenSought !== true);
    const all = new Map(offered.flatMap(({ items }) => items).map((item) => [item.id, item]));
    const last = recent.flatMap((id) => all.get(id) ?? []).filter(({ needs }) => needs === undefined);
    const isLast = new Set(last.map(({ id }) => id));
    return [
      { label: recentLabel, items: last },
      ...offered.map(({ label, items }) => ({
        label,
        items: items
          .filter(({ id }) => !isLast.has(id))
          .toSorted((a, b) => Number(a.needs !== undefined) - Number(b.needs !== undefined)),
      })),
    ].filter(({ items }) => items.length > 0);
  }
  return groups
    .map(({ label, items }) => {
      const scored = items.flatMap((item) => {
        const score = scoreOf(item, words);
        return score === 0 ? [] : [{ item, score: item.needs === undefined ? score : score / 10 }];
      });
      scored.sort((a, b) => b.score - a.score);
      return { label, best: scored[0]?.score ?? 0, items: scored.slice(0, MOST).map(({ item }) => item) };
    })
    .filter(({ best }) => best > 0)
    .sort((a, b) => b.best - a.best)
    .map(({ label, items }) => ({ label, items }));
}

/** 0 where a word is missing; more for words at the beginning of the label, and of its words. */
function scoreOf({ label, also = "" }: PaletteItem, words: readonly string[]): number {
  const told = label.toLowerCase();
  const more = also.toLowerCase();
  let score = 0;
  for (const word of words) {
    const at = told.indexOf(word);
    if (at === 0) score += 4;
    else if (at > 0) score += /[\p{L}\p{N}]/u.test(told[at - 1] ?? "") ? 1 : 3;
    else if (more.includes(word)) score += 1;
    else return 0;
  }
  return score;
}
