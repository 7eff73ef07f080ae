import { isLost, isStanding, type Tag, type TagState } from "~/core/tag";
import { isWords } from "~/core/words";

/** Which tags to show; null where the filter does not ask. Dismissed and withdrawn ones only if asked for by state. */
export interface TagFilter {
  readonly types: readonly string[] | null;
  readonly states: readonly TagState[] | null;
  /** Words that a tag must hold: in its passage, its note, or what a person wrote into its attributes. */
  readonly words: string | null;
  readonly undecidedOnly: boolean;
}

export const EVERY_TAG: TagFilter = { types: null, states: null, words: null, undecidedOnly: false };

export function matches(tag: Tag, { types, states, words, undecidedOnly }: TagFilter): boolean {
  if (types && !types.includes(tag.type)) return false;
  if (states ? !states.includes(tag.review.state) : !isStanding(tag)) return false;
  if (undecidedOnly && !isUndecided(tag)) return false;
  return holdsWords(tag, words);
}

/** True where the tag's passage, note or written attributes hold the words, whatever their case; or none are sought. */
export function holdsWords({ anchor, note, attributes }: Tag, words: string | null): boolean {
  if (words === null) return true;
  const sought = words.trim().toLowerCase();
  const written = [note, ...Object.values(attributes)].flatMap((value) =>
    isWords(value) ? (value.words ?? []) : [],
  );
  return [anchor.exact, ...written].some((text) => text.toLowerCase().includes(sought));
}

/** True while somebody still has to find something out: no verdict that holds. */
export function isUndecided(tag: Tag): boolean {
  return isStanding(tag) && tag.review.state !== "checked" && tag.review.state !== "approved";
}

/** The order of the text: by start, the longer first, so that an outer tag comes before those in it; lost tags last. */
export function inTextOrder(a: Tag, b: Tag): number {
  const { anchor: one } = a;
  const { anchor: other } = b;
  return (
    Number(isLost(a)) - Number(isLost(b)) ||
    one.start - other.start ||
    other.end - one.end ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
