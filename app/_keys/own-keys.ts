import type { Action, KeyedAction } from "./action";

/** A person's own keys, by the action's id: they stand instead of its usual ones. None: it has no key. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

/**
 * The actions with the person's own keys. A key of one's own is taken from whatever it usually does, so that
 * actions which come later cannot take it back.
 */
export function withOwnKeys<Of extends KeyedAction>(actions: readonly Of[], own: OwnKeys): Of[] {
  const claimed = actions.flatMap(({ id }) => own[id] ?? []);
  return actions.map((action) => ({
    ...action,
    keys: own[action.id] ?? action.keys.filter((chord) => !claimed.some((other) => collide(chord, other))),
  }));
}

/** Whether two keys cannot both be answered: the same, or one begins the other, as `v` begins `v c`. */
export function collide(chord: string, other: string): boolean {
  return chord === other || chord.startsWith(`${other} `) || other.startsWith(`${chord} `);
}

/** The other actions that the chord would be taken from. */
export function conflictsOf<Of extends KeyedAction>(actions: readonly Of[], id: string, chord: string): Of[] {
  return actions.filter((action) => action.id !== id && action.keys.some((key) => collide(key, chord)));
}

/** Gives the action a key of its own beside those it has, taken from every other action that has it. */
export function withKey(
  actions: readonly KeyedAction[],
  own: OwnKeys,
  { id, chord, replaces }: { id: string; chord: string; replaces?: string | undefined },
): OwnKeys {
  const now = withOwnKeys(actions, own);
  const present = now.find((action) => action.id === id)?.keys ?? [];
  const kept = present.filter((key) => !collide(key, chord) && key !== replaces);
  const place = replaces === undefined ? kept.length : Math.max(0, present.indexOf(replaces));
  const taken = Object.fromEntries(
    conflictsOf(now, id, chord)
      .filter((action) => own[action.id])
      .map((action) => [action.id, action.keys.filter((key) => !collide(key, chord))]),
  );
  return { ...own, ...taken, [id]: kept.toSpliced(place, 0, chord) };
}

/** Gives the action its usual keys back. */
export function withUsualKeys(own: OwnKeys, id: string): OwnKeys {
  return Object.fromEntries(Object.entries(own).filter(([other]) => other !== id));
}

/** What of the actions is told on the page where keys are chosen: those that a key can be given to. */
export function choosable<Bench>(actions: readonly Action<Bench>[]): KeyedAction[] {
  return actions.filter(({ run }) => run !== undefined);
}
