/** Which of a list's rows are chosen, and where the last choice was made, from which a further one extends. */
export interface Selection<Key> {
  readonly chosen: ReadonlySet<Key>;
  readonly anchor: Key | null;
}

/** With no row chosen. */
export function nothingChosen<Key>(): Selection<Key> {
  return { chosen: new Set<Key>(), anchor: null };
}

/** Chooses the row, or lets it go. */
export function toggle<Key>({ chosen }: Selection<Key>, key: Key): Selection<Key> {
  const next = new Set(chosen);
  if (!next.delete(key)) next.add(key);
  return { chosen: next, anchor: key };
}

/** Does to every row from the anchor to this one what was last done to the anchor; the anchor stays. */
export function extend<Key>(selection: Selection<Key>, key: Key, keys: readonly Key[]): Selection<Key> {
  const { chosen, anchor } = selection;
  const [from, to] = [anchor === null ? -1 : keys.indexOf(anchor), keys.indexOf(key)];
  if (anchor === null || from === -1) return toggle(selection, key);
  const next = new Set(chosen);
  for (const between of keys.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (chosen.has(anchor)) next.add(between);
    else next.delete(between);
  }
  return { chosen: next, anchor };
}

/** What a key does to the choice while a row has the focus; null where it is no such key. */
export function chooseByKey<Key>(
  { key, shiftKey, ctrlKey, metaKey }: Record<"shiftKey" | "ctrlKey" | "metaKey", boolean> & { key: string },
  row: Key,
  { selection, keys }: { selection: Selection<Key>; keys: readonly Key[] },
): Selection<Key> | null {
  if (key === " ") return shiftKey ? extend(selection, row, keys) : toggle(selection, row);
  if (key.toLowerCase() === "a" && (ctrlKey || metaKey)) return { chosen: new Set(keys), anchor: row };
  return null;
}
