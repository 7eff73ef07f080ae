import { sentenceAt } from "./sentences";
import type { Span, Tag } from "./tag";

/** A sentence in which something is tagged. */
export interface TaggedSentence<Of> extends Span {
  readonly words: string;
  /** Those that begin in it, in the order of the text. */
  readonly tags: readonly Of[];
}

/** The sentences that hold the beginning of a tag, in the order of the text. */
export function taggedSentences<Of extends Pick<Tag, "anchor">>(
  text: string,
  tags: Iterable<Of>,
  language: string,
): TaggedSentence<Of>[] {
  const sentences: (TaggedSentence<Of> & { tags: Of[] })[] = [];
  const ordered = [...tags].sort((a, b) => a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end);
  for (const tag of ordered) {
    const last = sentences.at(-1);
    if (last && tag.anchor.start < last.end) {
      last.tags.push(tag);
      continue;
    }
    const { start, end } = sentenceAt(text, tag.anchor.start, language);
    sentences.push({ start, end, words: text.slice(start, end), tags: [tag] });
  }
  return sentences;
}
