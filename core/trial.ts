import type { Slice } from "./article";
import type { Decision } from "./decide";
import { eventsOf } from "./event";
import { evolve } from "./evolve";
import type { ArticleId, TagId } from "./ids";
import type { Asking } from "./log";
import type { Tag } from "./tag";

/** A slice whose tags decisions are tried on, one over the other, before any of them is in the log. */
export interface Trial extends Slice {
  readonly tags: Map<TagId, Tag>;
  seq: number;
}

/** The slice to try decisions on; it itself stays as it is. */
export function trialOf(slice: Slice): Trial {
  return { ...slice, tags: new Map(slice.tags) };
}

/** Lets what was decided about tags have happened. */
export function tryOut(trial: Trial, decision: Decision, article: ArticleId, asking: Asking): void {
  for (const event of eventsOf(trial, decision, article, asking)) {
    for (const tag of evolve(trial, event).tags ?? []) trial.tags.set(tag.id, tag);
    trial.seq = event.seq;
  }
}
