import type * as words from "~/app/_lib/words";

/**
 * What can be done by a key. Each screen lists its actions once, and everything that speaks of keys reads that
 * list: the handler, the sheet, the palette, the page where people choose keys of their own, the buttons'
 * `aria-keyshortcuts`. `Bench` is what the screen gives its actions to work with.
 */
export interface Action<Bench> {
  /** People's own keys are kept under it, so it never changes. */
  readonly id: string;
  /** Chords as chords.ts names them; the first is the one that is shown. None: the palette has it all the same. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly group: keyof typeof words.keys.groups;
  /** How the palette reads it as things stand; null where it means nothing now, and the palette leaves it out. */
  readonly now?: (bench: Bench) => string | null;
  /** Actions of one series share a row of the sheet, and this is its label. */
  readonly series?: string;
  /** False leaves the key to the browser. Without it the action is always there. */
  readonly when?: (bench: Bench) => boolean;
  /** Said in the palette while `when` is false; without it the palette leaves the action out. */
  readonly needs?: string;
  /** Its key also counts while somebody types; only for chords with Ctrl or Cmd that no field means anything by. */
  readonly whileTyping?: true;
  /** It opens a field, into which goes what is typed before the field is there. */
  readonly opensField?: true;
  /** Absent where a field answers the key itself: the sheet tells of it, and that is all. */
  readonly run?: (bench: Bench) => void;
}

/** What of an action does not depend on the screen. */
export type KeyedAction = Pick<Action<never>, "id" | "keys" | "label" | "group" | "series">;

/** The action's first key. */
export function keyOf(actions: readonly KeyedAction[], id: string): string | undefined {
  return actions.find((action) => action.id === id)?.keys[0];
}

/** The actions of each group, in the order in which they stand. */
export function byGroup<Of extends KeyedAction>(actions: readonly Of[]): Map<KeyedAction["group"], Of[]> {
  const groups = new Map<KeyedAction["group"], Of[]>();
  for (const action of actions) groups.set(action.group, [...(groups.get(action.group) ?? []), action]);
  return groups;
}
