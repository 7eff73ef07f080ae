import type { Change } from "./change";
import type { Span } from "~/core/tag";

/**
 * A passage put in or taken out beside words that begin or end as it does could as well lie a little further on:
 * "The dog ran. " and "dog ran. The " make the same text. These are the places that it may take.
 */

/** How far a change is slid at most, in UTF-16 code units: a long sentence. */
const FARTHEST = 1_000;

/** How far a change may slide towards the beginning and the end of the text without another result. */
export interface Slide {
  readonly back: number;
  readonly on: number;
}

/** The text between a change and its neighbours, which is as far as it may slide. */
export interface Room {
  readonly back: number;
  readonly on: number;
}

/** How far the change may slide: nowhere unless it only puts in or only takes out. */
export function slideOf([before, after]: readonly [string, string], change: Change, room: Room): Slide {
  const isCut = change.after.start === change.after.end;
  if (!isCut && change.before.start < change.before.end) return { back: 0, on: 0 };
  const text = isCut ? before : after;
  const { start, end } = isCut ? change.before : change.after;
  const [mostBack, mostOn] = [Math.min(room.back, FARTHEST), Math.min(room.on, FARTHEST)];
  let back = 0;
  while (back < mostBack && text.charCodeAt(start - back - 1) === text.charCodeAt(end - back - 1)) back += 1;
  let on = 0;
  while (on < mostOn && text.charCodeAt(start + on) === text.charCodeAt(end + on)) on += 1;
  return { back, on };
}

/** The change moved to where people cut: at lines before sentences, at those before words. */
export function slidToEdges(texts: readonly [string, string], change: Change, slide: Slide): Change {
  if (slide.back + slide.on === 0) return change;
  const isCut = change.after.start === change.after.end;
  const text = isCut ? texts[0] : texts[1];
  const { start, end } = isCut ? change.before : change.after;
  let best = { by: 0, rank: -1 };
  for (let by = -slide.back; by <= slide.on; by += 1) {
    const rank = rankOf(text, start + by) + rankOf(text, end + by);
    if (rank > best.rank) best = { by, rank };
  }
  return slid(change, best.by);
}

function slid({ before, after }: Change, by: number): Change {
  return {
    before: { start: before.start + by, end: before.end + by },
    after: { start: after.start + by, end: after.end + by },
  };
}

/** How likely a text is cut there. */
function rankOf(text: string, place: number): number {
  if (place === 0 || place === text.length) return 5;
  const [last, next] = [text.charAt(place - 1), text.charAt(place)];
  if (last === "\n") return 5;
  if (next === "\n") return 4;
  if (/\s/.test(last))
    return /[.!?…。！？]["'’”»)]*\s+$/.test(text.slice(Math.max(0, place - 8), place)) ? 3 : 2;
  if (/\s/.test(next))
    return /[.!?…。！？]["'’”»)]*$/.test(text.slice(Math.max(0, place - 8), place)) ? 2 : 1;
  return /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(last) && /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(next) ? 0 : 1;
}

/**
 * How far the words of a passage move that the change cuts through where it stands, if it may slide out of them;
 * null if it may not.
 */
export function shiftPast(change: Change, slide: Slide, passage: Span): number | null {
  const { before, after } = change;
  if (passage.start >= before.end - slide.back) return after.end - before.end;
  if (passage.end <= before.start + slide.on) return after.start - before.start;
  return null;
}
