import type { SearchCursor } from "~/core/shapes/search";

/** What one of several queries found, newest first. */
export interface Branch<Row extends SearchCursor> {
  readonly rows: readonly Row[];
  /** How far it has looked; null where to the end. */
  readonly end: SearchCursor | null;
}

/** Less than 0 where `a` comes before `b`: what is newer, and among what came at once the greater id. */
function order(a: SearchCursor, b: SearchCursor): number {
  if (a.at !== b.at) return b.at - a.at;
  return a.id === b.id ? 0 : a.id > b.id ? -1 : 1;
}

/**
 * A page out of what several queries found: nothing from beyond the place up to which all of them have looked, so
 * that the next page, which begins after `next`, misses nothing and repeats nothing.
 */
export function mergeBranches<Row extends SearchCursor>(
  branches: readonly Branch<Row>[],
  limit: number,
): { rows: Row[]; next: SearchCursor | null } {
  const ends = branches.flatMap(({ end }) => end ?? []).sort(order);
  const [nearest = null] = ends;
  const known = branches
    .flatMap(({ rows }) => rows)
    .filter((row) => nearest === null || order(row, nearest) <= 0)
    .sort(order);
  const rows = known.slice(0, limit);
  const last = rows.at(-1);
  const place = known.length > limit && last ? last : nearest;
  return { rows, next: place && { at: place.at, id: place.id } };
}
