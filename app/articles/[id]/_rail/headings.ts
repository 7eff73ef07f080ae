import type { Block } from "~/core/article";

/** A part of the text that begins with these words, at this offset. */
export interface Heading {
  readonly start: number;
  readonly words: string;
  /** 1 for headlines, 2 for headings between paragraphs. */
  readonly level: 1 | 2;
}

/** A body paragraph no longer than this, without a full stop at its end, reads as a heading. */
const LONGEST = 80;

/** Headlines, and what stands between body paragraphs as headings do: marked with #, or short and unpunctuated. */
export function headingsOf(text: string, blocks: readonly Block[]): Heading[] {
  return blocks.flatMap((block, place): Heading[] => {
    const words = text.slice(block.start, block.end).trim();
    if (block.kind === "headline") return [{ start: block.start, words: plain(words), level: 1 }];
    if (block.kind !== "body") return [];
    if (/^#{1,6}\s/.test(words)) return [{ start: block.start, words: plain(words), level: 2 }];
    const isBetween = place > 0 && blocks[place + 1]?.kind === "body";
    const isHeading = isBetween && words.length <= LONGEST && /[\p{L}\p{N}]$/u.test(words);
    return isHeading ? [{ start: block.start, words, level: 2 }] : [];
  });
}

function plain(words: string): string {
  return words.replace(/^#{1,6}\s+/, "");
}
