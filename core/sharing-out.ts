import type { TagId, UserId } from "./ids";

/** Sharing work out among several people, fairly and the same way each time. */

export interface Share {
  readonly tag: TagId;
  /** Null where none of them can do it. */
  readonly to: UserId | null;
}

export interface Sharing {
  /** In the order in which they are shared out. */
  readonly tags: readonly TagId[];
  readonly among: readonly UserId[];
  readonly how: "in-turn" | "by-load";
  /** How many tags each has to do already. */
  readonly load: ReadonlyMap<UserId, number>;
  readonly canTake: (tag: TagId, person: UserId) => boolean;
}

/**
 * Who gets which tag. In turn, each gets one after the other, whoever cannot take one is passed over and comes first
 * for the next. By load, each tag goes to whoever has the least to do then.
 */
export function shareOut({ tags, among, how, load, canTake }: Sharing): Share[] {
  const has = new Map(among.map((person) => [person, how === "by-load" ? (load.get(person) ?? 0) : 0]));
  return tags.map((tag) => {
    let to: UserId | null = null;
    for (const person of among) {
      if (!canTake(tag, person)) continue;
      if (to === null || (has.get(person) ?? 0) < (has.get(to) ?? 0)) to = person;
    }
    if (to !== null) has.set(to, (has.get(to) ?? 0) + 1);
    return { tag, to };
  });
}
