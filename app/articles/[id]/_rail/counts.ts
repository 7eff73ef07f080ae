import { holdsWords, isUndecided, type TagFilter } from "~/app/articles/[id]/_store/filter";
import { isStanding, type Tag, TAG_STATES, type TagState } from "~/core/tag";

/** How many tags each filter would show, beside what the other filters ask. */
export interface Counts {
  readonly types: ReadonlyMap<string, number>;
  readonly states: Readonly<Record<TagState, number>>;
  readonly undecided: number;
  /** Shown under the filter as it is. */
  readonly shown: number;
  /** All that stand; of them, those with a verdict that holds. */
  readonly standing: number;
  readonly decided: number;
}

/** Counts the tags once, for every filter that there is. */
export function countTags(tags: Iterable<Tag>, filter: TagFilter): Counts {
  const types = new Map<string, number>();
  const states = { ...NO_STATES };
  let [undecided, shown, standing, decided] = [0, 0, 0, 0];
  for (const tag of tags) {
    const { state } = tag.review;
    const stands = isStanding(tag);
    const isOpen = isUndecided(tag);
    const ofType = filter.types?.includes(tag.type) ?? true;
    const inState = filter.states?.includes(state) ?? stands;
    const rest = (!filter.undecidedOnly || isOpen) && holdsWords(tag, filter.words);
    if (inState && rest) types.set(tag.type, (types.get(tag.type) ?? 0) + 1);
    if (ofType && rest) states[state] += 1;
    if (ofType && inState && isOpen && holdsWords(tag, filter.words)) undecided += 1;
    if (ofType && inState && rest) shown += 1;
    if (!stands) continue;
    standing += 1;
    if (!isOpen) decided += 1;
  }
  return { types, states, undecided, shown, standing, decided };
}

const NO_STATES: Record<TagState, number> = {
  suggested: 0,
  open: 0,
  checked: 0,
  approved: 0,
  stale: 0,
  dismissed: 0,
  withdrawn: 0,
};

/** The states worth a filter: those that some tag is in, and those that are asked for. */
export function offeredStates({ states }: Counts, asked: TagFilter["states"]): TagState[] {
  return TAG_STATES.filter((state) => states[state] > 0 || asked?.includes(state));
}

/** The list with the item added, or taken out where it is in; null for an empty one, which asks nothing. */
export function toggled<Item>(list: readonly Item[] | null, item: Item): readonly Item[] | null {
  const without = (list ?? []).filter((other) => other !== item);
  if (without.length < (list?.length ?? 0)) return without.length > 0 ? without : null;
  return [...without, item];
}
