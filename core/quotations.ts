import type { Span } from "./tag";
import { paragraphAround } from "./text";

/**
 * Quotations by their marks: typographic, straight, guillemets either way, German, Scandinavian and CJK ones,
 * nested. Marks pair within a paragraph, so that one left open swallows nothing; only a mark repeated at the
 * head of the next paragraph, as printers do, carries a quotation on.
 */

/** For every mark that can end a quotation: the marks that can have begun it. */
const BEGINS: Readonly<Record<string, string>> = {
  "”": "“„”",
  "“": "„",
  "’": "‘",
  "‘": "‚",
  '"': '"',
  "'": "'",
  "»": "«»",
  "«": "»",
  "›": "‹›",
  "‹": "›",
  "」": "「",
  "』": "『",
  "〞": "〝",
};
/** Marks that begin a quotation wherever they stand; the others only at the head of a word. */
const ALWAYS_BEGINS = "“„‚«‹「『〝";
const CAN_BEGIN = ALWAYS_BEGINS + "‘\"'”»›";
/** Marks that are also apostrophes. */
const APOSTROPHES = "’'";
/** Marks by which a quotation runs on over paragraphs. */
const RUN_ON = '“„«"「';

/** So many marks stay open at once; of more, the earliest are orphans, and the search back stays short. */
const DEEPEST = 8;

interface Opened {
  readonly mark: string;
  readonly start: number;
  /** Where it would end if nothing better comes: after an apostrophe that may be a closing mark (“the boys’ ”). */
  doubtful?: number;
}

interface Marks {
  /** Quotations with their marks, in the order of their ends. */
  readonly pairs: Span[];
  /** The first double mark that nothing closes. */
  readonly open: Opened | null;
}

/** The quotations of one paragraph, marks included, inner ones before outer ones. Offsets are in the text. */
export function quotationsIn(text: string, paragraph: Span): Span[] {
  return marksIn(text, paragraph).pairs;
}

/** The innermost quotation at an offset, marks included; null where the words stand in no quotation. */
export function quotationAt(text: string, offset: number): Span | null {
  const paragraph = paragraphAround(text, offset);
  const marks = marksIn(text, paragraph);
  const around = marks.pairs.filter(({ start, end }) => start <= offset && offset < end);
  const inner = around.reduce<Span | null>(
    (best, pair) => (best && size(best) <= size(pair) ? best : pair),
    null,
  );
  if (inner && inner.start > headOf(text, paragraph)) return inner;
  const start = inner?.start ?? (marks.open && marks.open.start <= offset ? marks.open.start : null);
  if (start === null) return null;
  return runOn(text, start) ?? inner;
}

function size({ start, end }: Span): number {
  return end - start;
}

/** The quotation over several paragraphs that the mark at `start` begins or carries on; null if it is none. */
function runOn(text: string, start: number): Span | null {
  const mark = text.charAt(start);
  if (!RUN_ON.includes(mark)) return null;
  const paragraph = paragraphAround(text, start);
  let first = start;
  let before = start === headOf(text, paragraph) ? neighbour(text, paragraph, -1) : null;
  while (before) {
    const { open } = marksIn(text, before);
    if (open?.mark !== mark || !endsAsSentence(text, before)) break;
    first = open.start;
    before = first === headOf(text, before) ? neighbour(text, before, -1) : null;
  }
  let last = paragraph;
  for (;;) {
    const { open, pairs } = marksIn(text, last);
    const begun = last.start <= first ? first : headOf(text, last);
    const closed = pairs.find((pair) => pair.start === begun);
    if (closed)
      return last.start === paragraph.start && first === start ? null : { start: first, end: closed.end };
    const next = neighbour(text, last, 1);
    const carriesOn = open?.start === begun && endsAsSentence(text, last);
    if (!next || !carriesOn || text.charAt(headOf(text, next)) !== mark) return null;
    last = next;
  }
}

/** The next paragraph with something in it, after or before one. */
function neighbour(text: string, paragraph: Span, step: 1 | -1): Span | null {
  let place = step === 1 ? paragraph.end + 1 : paragraph.start - 1;
  while (place >= 0 && place <= text.length) {
    const found = paragraphAround(text, place);
    if (headOf(text, found) < found.end) return found;
    place = step === 1 ? found.end + 1 : found.start - 1;
  }
  return null;
}

/** Where a paragraph's first character that is not white space stands; its end if there is none. */
function headOf(text: string, { start, end }: Span): number {
  let head = start;
  while (head < end && isGap(text.charAt(head))) head += 1;
  return head;
}

function endsAsSentence(text: string, { start, end }: Span): boolean {
  return /[.!?…。！？]\s*$/u.test(text.slice(Math.max(start, end - 8), end));
}

function marksIn(text: string, { start, end }: Span): Marks {
  const stack: Opened[] = [];
  const pairs: Span[] = [];
  for (let at = start; at < end; at += 1) {
    const mark = text.charAt(at);
    const begins = BEGINS[mark];
    if (begins === undefined && !CAN_BEGIN.includes(mark)) continue;
    const before = at > start ? text.charAt(at - 1) : "";
    const after = at + 1 < end ? text.charAt(at + 1) : "";
    const opened = begins === undefined ? -1 : stack.findLastIndex((open) => begins.includes(open.mark));
    const open = stack[opened];
    if (open && isEnd({ mark, before, after })) {
      if (mark === "’" && before === "s" && after === " ") open.doubtful = at + 1;
      else {
        pairs.push({ start: open.start, end: at + 1 });
        stack.length = opened;
      }
    } else if (CAN_BEGIN.includes(mark) && isBeginning({ mark, before, after })) {
      if (stack.length === DEEPEST) stack.shift();
      stack.push({ mark, start: at });
    }
  }
  for (const { start, doubtful } of stack) if (doubtful !== undefined) pairs.push({ start, end: doubtful });
  return { pairs, open: stack.find(({ mark }) => RUN_ON.includes(mark)) ?? null };
}

interface Around {
  readonly mark: string;
  readonly before: string;
  readonly after: string;
}

function isEnd({ mark, before, after }: Around): boolean {
  if (APOSTROPHES.includes(mark)) return before !== "" && !isGap(before) && !isWordly(after);
  if (mark === '"') return before !== "" && !(isGap(before) && isWordly(after));
  // A mark that can begin as well begins where a word follows a gap: »Ja« … »nein«.
  return (
    !(CAN_BEGIN.includes(mark) && (before === "" || isGap(before)) && isWordly(after)) || "“‘".includes(mark)
  );
}

function isBeginning({ mark, before, after }: Around): boolean {
  if (ALWAYS_BEGINS.includes(mark)) return after !== "";
  const atHead = before === "" || isGap(before) || /[([{\p{Pd}/\p{Pi}\p{Ps}"']/u.test(before);
  // The apostrophe of a decade (’90s) begins nothing.
  return atHead && after !== "" && !isGap(after) && !(mark === "'" && /\d/.test(after));
}

function isGap(character: string): boolean {
  return /\s/.test(character);
}

function isWordly(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
