import { isStanding, type Tag, type TagState } from "~/core/tag";

/** Which tags to show; null where the filter does not ask. Dismissed and withdrawn ones only if asked for by state. */
export interface TagFilter {
  readonly types: readonly string[] | null;
  readonly states: readonly TagState[] | null;
}

export const EVERY_TAG: TagFilter = { types: null, states: null };

export function matches(tag: Tag, { types, states }: TagFilter): boolean {
  if (types && !types.includes(tag.type)) return false;
  return states ? states.includes(tag.review.state) : isStanding(tag);
}

/** True while somebody still has to find something out: no verdict that holds. */
export function isUndecided(tag: Tag): boolean {
  return isStanding(tag) && tag.review.state !== "checked" && tag.review.state !== "approved";
}

/** The order of the text: by start, the longer first, so that an outer tag comes before those in it. */
export function inTextOrder(a: Tag, b: Tag): number {
  const { anchor: one } = a;
  const { anchor: other } = b;
  return one.start - other.start || other.end - one.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
