import { isStanding, type Tag, TAG_STATES, type TagState } from "~/core/tag";
import { holdsWords, isUndecided, type TagFilter } from "./filter";

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

/** Counts the tags for every filter that there is; a change of one costs no look at the others. */
export function countTags(tags: Iterable<Tag>, filter: TagFilter): Counts {
  return recount(NONE, { gone: [], come: tags }, filter);
}

/** The counts after some tags went and others came; one that changed does both. */
export function recount(
  counts: Counts,
  { gone, come }: { gone: Iterable<Tag>; come: Iterable<Tag> },
  filter: TagFilter,
): Counts {
  const types = new Map(counts.types);
  const states = { ...counts.states };
  let { undecided, shown, standing, decided } = counts;
  const count = (tag: Tag, by: 1 | -1) => {
    const { state } = tag.review;
    const stands = isStanding(tag);
    const isOpen = isUndecided(tag);
    const ofType = filter.types?.includes(tag.type) ?? true;
    const inState = filter.states?.includes(state) ?? stands;
    const hasWords = holdsWords(tag, filter.words);
    const rest = (!filter.undecidedOnly || isOpen) && hasWords;
    if (inState && rest) types.set(tag.type, (types.get(tag.type) ?? 0) + by);
    if (ofType && rest) states[state] += by;
    if (ofType && inState && isOpen && hasWords) undecided += by;
    if (ofType && inState && rest) shown += by;
    if (stands) standing += by;
    if (stands && !isOpen) decided += by;
  };
  for (const tag of gone) count(tag, -1);
  for (const tag of come) count(tag, 1);
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

const NONE: Counts = {
  types: new Map(),
  states: NO_STATES,
  undecided: 0,
  shown: 0,
  standing: 0,
  decided: 0,
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
