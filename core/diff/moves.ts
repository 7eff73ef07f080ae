import type { Change } from "./change";
import { movedTogether } from "./moved-runs";
import { Placing } from "./placing";
import type { Placement } from "./placing";
import type { Span } from "~/core/tag";
import { paragraphAround } from "~/core/text";

/** How much of the text about a passage must have moved with it, unless its sentence ends sooner. */
const CONTEXT = 32;

/** Finds passages again that stood in one change and stand in another. */
export class Moves {
  readonly #before: string;
  readonly #moved: readonly (Span & { placing: Placing })[];

  constructor(before: string, after: string, changes: readonly Change[]) {
    this.#before = before;
    this.#moved = movedTogether([before, after], changes)
      .map((runs) => {
        const last = runs.at(-1);
        const end = last ? last.before + last.length : 0;
        return { start: runs.at(0)?.before ?? 0, end, placing: new Placing(runs) };
      })
      .sort((one, two) => one.start - two.start);
  }

  /** The passage with its sentence, or with as much about it as an anchor knows: what must have moved with it. */
  inContext({ start, end }: Span): Span {
    return {
      start: Math.max(start - CONTEXT, sentenceStart(this.#before, start)),
      end: Math.min(end + CONTEXT, sentenceEnd(this.#before, end)),
    };
  }

  /** Where the passage went in its context; null if nowhere, or if that cannot be told. */
  place(passage: Span): Placement | null {
    const context = this.inContext(passage);
    let [low, high] = [0, this.#moved.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#moved[middle]?.start ?? Infinity) <= context.start) low = middle + 1;
      else high = middle;
    }
    const holding = this.#moved.slice(Math.max(0, low - 3), low).filter(({ end }) => end >= context.end);
    return holding.length === 1 ? (holding[0]?.placing.place(passage) ?? null) : null;
  }
}

const END = "[.!?…。！？][\"'’”»)]*";
const AFTER_END = new RegExp(`${END}\\s+`, "gu");
const AT_END = new RegExp(`${END}$`, "u");
const TO_END = new RegExp(`${END}(?=\\s|$)`, "u");

/** Where the sentence begins that a place lies in, or its line; not looked for farther than the context. */
function sentenceStart(text: string, place: number): number {
  const from = Math.max(paragraphAround(text, place).start, place - CONTEXT);
  let start = from;
  for (const { 0: end, index } of text.slice(from, place).matchAll(AFTER_END))
    start = from + index + end.length;
  return start;
}

function sentenceEnd(text: string, place: number): number {
  if (AT_END.test(text.slice(Math.max(0, place - 4), place))) return place;
  const to = Math.min(paragraphAround(text, place).end, place + CONTEXT);
  const end = TO_END.exec(text.slice(place, to + 1));
  return end ? Math.min(to, place + end.index + end[0].length) : to;
}
