import { toGraphemes, trimSpan } from "./anchor";
import { changesBetween } from "./diff/alignment";
import type { Change } from "./diff/change";
import { Moves } from "./diff/moves";
import { NewWords } from "./diff/new-words";
import { Placing } from "./diff/placing";
import type { Placement } from "./diff/placing";
import { shiftPast, slideOf } from "./diff/sliding";
import { isJoined, toWholeWords } from "./joined";
import type { Anchor, Span } from "./tag";
import { paragraphAround } from "./text";
import { isSameButForTypography } from "./typography";

/**
 * How tags follow their words into the next revision. What changed between the texts places them; what was cut and
 * pasted is found again where it went; and what cannot be told is said to be lost, for a person to settle. Words
 * that are not the same are never reported as kept or moved.
 */

/** What became of a tag's words; `span` is where they stand now, in UTF-16 code units of the later text. */
export type Carried =
  /** Unchanged, at the place that the changes elsewhere move it to. */
  | { readonly fate: "kept"; readonly span: Span }
  /** Unchanged, cut from one place and pasted into another. */
  | { readonly fate: "moved"; readonly span: Span }
  /** Something changed inside them; the span covers what stands there now. */
  | { readonly fate: "altered"; readonly by: "typography" | "words"; readonly span: Span }
  /** Gone; or perhaps there, but nobody can tell by the text which words these are. */
  | { readonly fate: "lost"; readonly why: "deleted" | "ambiguous" };

/** A passage, and the name by which its fate is asked for. A tag is one. */
export interface Anchored<Id extends string> {
  readonly id: Id;
  readonly anchor: Pick<Anchor, "start" | "end" | "exact">;
}

/** A tag of whose words less is left, where it lost an edge, is lost. */
const ENOUGH_LEFT = 0.3;

/**
 * What became of each passage of the earlier text in the later one. Every span that is given may carry a tag there;
 * the words of what is kept or moved are the same to the character.
 * @throws Error for an anchor whose words do not stand at its place in the earlier text
 */
export function carryAnchors<Id extends string>(
  before: string,
  after: string,
  anchored: readonly Anchored<Id>[],
): Map<Id, Carried> {
  const carrying = new Carrying(before, after);
  const fates = new Map<Id, Carried>();
  for (const { id, anchor } of anchored) {
    const { start, end, exact } = anchor;
    if (start >= end || before.slice(start, end) !== exact)
      throw new Error(`The words of ${id} do not stand at ${start}–${end}.`);
    fates.set(id, carrying.fateOf({ start, end }));
  }
  return fates;
}

class Carrying {
  readonly #before: string;
  readonly #after: string;
  readonly #changes: readonly Change[];
  readonly #placing: Placing;
  #moves: Moves | null = null;
  #newWords: NewWords | null = null;

  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
    this.#changes = changesBetween(before, after);
    this.#placing = Placing.between(this.#changes, { before: before.length, after: after.length });
  }

  fateOf(passage: Span): Carried {
    const placement = this.#placing.place(passage);
    if (!placement) return this.#lost(passage);
    if (placement.start !== null && placement.changes.length === 0)
      return this.#unchanged("kept", passage, placement.start);
    const shift = this.#shiftPast(passage, placement);
    if (shift !== null && placement.left.length > 0)
      return this.#unchanged("kept", passage, passage.start + shift);
    return (
      this.#moved(passage) ??
      this.#altered(passage, placement) ??
      (shift === null ? this.#lost(passage) : { fate: "lost", why: "ambiguous" })
    );
  }

  /** How far the words moved, if the one change that cuts through them could as well stand beside them. */
  #shiftPast(passage: Span, { changes, around }: Placement): number | null {
    const [change, ...others] = changes;
    if (!change || others.length > 0) return null;
    const room = {
      back: change.before.start - around.start,
      on: around.end - change.before.end,
    };
    return shiftPast(change, slideOf([this.#before, this.#after], change, room), passage);
  }

  /** Words that are the same; altered all the same if a word or a character at their edge is no longer whole. */
  #unchanged(fate: "kept" | "moved", passage: Span, start: number): Carried {
    const span = { start, end: start + passage.end - passage.start };
    const grown = {
      start: this.#isCut(passage.start, span.start) ? toWholeWords(this.#after, span).start : span.start,
      end: this.#isCut(passage.end, span.end) ? toWholeWords(this.#after, span).end : span.end,
    };
    const whole = this.#fitted(grown);
    if (whole && whole.start === span.start && whole.end === span.end) return { fate, span };
    return whole ? { fate: "altered", by: "words", span: whole } : this.#lost(passage);
  }

  /** Whether an edge has come to stand inside a word. */
  #isCut(was: number, is: number): boolean {
    return isJoined(this.#after, is) && !isJoined(this.#before, was);
  }

  #moved(passage: Span): Carried | null {
    this.#moves ??= new Moves(this.#before, this.#after, this.#changes);
    const placement = this.#moves.place(passage);
    if (!placement) return null;
    if (placement.start === null || placement.changes.length > 0) return this.#altered(passage, placement);
    if (this.#timesInNewWords(this.#moves.inContext(passage)) > 1) return { fate: "lost", why: "ambiguous" };
    return this.#unchanged("moved", passage, placement.start);
  }

  #altered(passage: Span, placement: Placement): Carried | null {
    const { start, end, changes } = placement;
    const [first, last] = [changes.at(0), changes.at(-1)];
    if (!first || !last) return null;
    const hasEdges = start !== null && end !== null;
    if (
      !hasEdges &&
      this.#shareLeft(passage, placement) < ENOUGH_LEFT &&
      !this.#isInPlace(passage, placement)
    )
      return null;
    const isMostlyBefore = passage.start - first.before.start > first.before.end - passage.start;
    const isMostlyAfter = last.before.end - passage.end > passage.end - last.before.start;
    const span = this.#fitted({
      start: start ?? (first !== last && isMostlyBefore ? first.after.end : first.after.start),
      end: end ?? (first !== last && isMostlyAfter ? last.after.start : last.after.end),
    });
    if (!span) return null;
    const [was, is] = [
      this.#before.slice(passage.start, passage.end),
      this.#after.slice(span.start, span.end),
    ];
    return { fate: "altered", by: isSameButForTypography(was, is) ? "typography" : "words", span };
  }

  /** How much of the letters and digits is left, from 0 to 1. */
  #shareLeft({ start, end }: Span, { left }: Placement): number {
    const kept = left.reduce((sum, stretch) => sum + letters(this.#before, stretch), 0);
    return kept / Math.max(1, letters(this.#before, { start, end }));
  }

  /** Whether the words are most of a change within a sentence that otherwise stands: "denied" for "confirmed". */
  #isInPlace({ start, end }: Span, { changes, around }: Placement): boolean {
    const [first, last] = [changes.at(0), changes.at(-1)];
    if (!first || !last || first.after.start === last.after.end) return false;
    const [cut, put] = [
      this.#before.slice(first.before.start, last.before.end),
      this.#after.slice(first.after.start, last.after.end),
    ];
    if (cut.includes("\n") || put.includes("\n") || (end - start) * 2 < cut.length) return false;
    const line = paragraphAround(this.#before, start);
    const [from, to] = [Math.max(line.start, around.start), Math.min(line.end, around.end)];
    return (
      letters(this.#before, { start: from, end: first.before.start }) > 0 ||
      letters(this.#before, { start: last.before.end, end: to }) > 0
    );
  }

  /** The span with whole characters and without white space at its edges; null if nothing is in it. */
  #fitted(span: Span): Span | null {
    if (span.start >= span.end) return null;
    return trimSpan(this.#after, toGraphemes(this.#after, span));
  }

  #lost(passage: Span): Carried {
    return { fate: "lost", why: this.#timesInNewWords(passage) > 0 ? "ambiguous" : "deleted" };
  }

  #timesInNewWords({ start, end }: Span): number {
    this.#newWords ??= new NewWords(this.#after, this.#changes);
    return this.#newWords.times(this.#before.slice(start, end));
  }
}

function letters(text: string, { start, end }: Span): number {
  return text.slice(start, end).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
