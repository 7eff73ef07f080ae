import type { ArticleStore } from "~/app/articles/[id]/_store/article-store";
import { textOf } from "~/core/article";
import type { TagCommand } from "~/core/shapes/command";
import { asId } from "~/core/ids";
import { occurrencesOf } from "~/core/occurrences";
import { proposeAttributes } from "~/core/rules";
import { isLost, isStanding, type Span, type Tag } from "~/core/tag";
import { paragraphAround } from "~/core/text";

/** The places of the same words in an article, and the commands that tag them. */

/** So many things can be done at once. */
export const MOST = 1_000;
/** So much of the text is shown on either side, in UTF-16 code units. */
const CONTEXT = 80;

export interface Place {
  readonly span: Span;
  /** A standing tag of the same type has these very words. */
  readonly isTagged: boolean;
}

/** Every place of the words in this article, whatever their case, in the order of the text. */
export function spansOf(store: ArticleStore, words: string): Span[] {
  return occurrencesOf(textOf(store.slice), { words, language: languageOf(store), matchCase: false });
}

/**
 * Those of the spans that are asked for, each with whether it is tagged as this type already.
 * @param words exactly as they must stand there; null for the words in any case
 */
export function placesOf(
  text: string,
  spans: readonly Span[],
  { type, words, tags }: { type: string; words: string | null; tags: Iterable<Tag> },
): Place[] {
  const tagged = new Set<string>();
  for (const tag of tags)
    if (tag.type === type && isStanding(tag) && !isLost(tag))
      tagged.add(`${tag.anchor.start} ${tag.anchor.end}`);
  return spans
    .filter(({ start, end }) => words === null || text.slice(start, end) === words)
    .map((span) => ({ span, isTagged: tagged.has(`${span.start} ${span.end}`) }));
}

/** The words around a place, as far as its paragraphs reach. */
export function contextOf(text: string, { start, end }: Span): { before: string; after: string } {
  const from = Math.max(paragraphAround(text, start).start, start - CONTEXT);
  const to = Math.min(paragraphAround(text, end).end, end + CONTEXT);
  return { before: text.slice(from, start).toWellFormed(), after: text.slice(end, to).toWellFormed() };
}

/** The commands that tag the places, each with what the scheme's rules propose there. */
export function taggingOf(
  store: ArticleStore,
  type: string,
  { spans, newId }: { spans: readonly Span[]; newId: () => string },
): TagCommand[] {
  const { slice, standing, index } = store;
  const around = {
    text: textOf(slice),
    blocks: slice.revision?.blocks ?? [],
    language: languageOf(store),
    earlier: index.ordered.filter((tag) => !isLost(tag)),
  };
  return spans.map((span) => ({
    type: "addTag",
    tag: asId("tag", newId()),
    as: type,
    span,
    attributes: proposeAttributes(standing.scheme, type, { ...around, span }),
  }));
}

function languageOf({ slice }: ArticleStore): string {
  return slice.article?.language ?? "en";
}
