import { trimSpan } from "~/core/anchor";
import { quotationAt, quotationsIn } from "~/core/quotations";
import type { TagType } from "~/core/scheme";
import { sentenceAt } from "~/core/sentences";
import type { Span } from "~/core/tag";
import { paragraphAround } from "~/core/text";

/** Where to look for what a type's key takes when nothing is selected. */
export interface From {
  readonly text: string;
  readonly language: string;
  readonly offset: number;
  /** Only what begins at the offset or later; else also what the offset lies in. */
  readonly onwards: boolean;
}

/** The sentence or the quotation at a place, or else the next one; null when none follows. */
export function passageAt(takes: TagType["takes"], from: From): Span | null {
  return takes === "sentence" ? sentence(from) : quotation(from);
}

function sentence({ text, language, offset, onwards }: From): Span | null {
  let at = offset;
  while (at < text.length) {
    const found = trimSpan(text, sentenceAt(text, at, language));
    if (found && found.end > at && (!onwards || found.start >= offset)) return found;
    const next = /\S/.exec(text.slice(Math.max(found?.end ?? 0, at + 1)));
    if (!next) return null;
    at = Math.max(found?.end ?? 0, at + 1) + next.index;
  }
  return null;
}

function quotation({ text, offset, onwards }: From): Span | null {
  const around = onwards ? null : quotationAt(text, offset);
  if (around) return around;
  for (let at = offset; at <= text.length;) {
    const paragraph = paragraphAround(text, at);
    const [next] = quotationsIn(text, paragraph)
      .filter(({ start }) => start >= offset)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    if (next) return next;
    at = paragraph.end + 1;
  }
  return null;
}
