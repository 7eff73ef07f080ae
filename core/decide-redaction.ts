import { checkSpan, toGraphemes } from "./anchor";
import { type Article, type Slice, textOf } from "./article";
import type { Circumstances, Decision } from "./decide";
import { DomainError } from "./errors";
import type { ArticleFact } from "./event";
import { mustBeAllowed } from "./policy";
import type { ArticleCommand } from "./shapes/command";
import type { Span } from "./tag";
import { wordsOf } from "./words";

/** A text that the article had before. */
export interface EarlierText {
  readonly ref: string;
  readonly number: number;
  readonly text: string;
}

/**
 * Words removed from the record: written ones whole, of a text the passage, and with it the same words wherever they
 * stood in earlier texts.
 * @throws DomainError as `decide`
 */
export function redact(
  slice: Slice,
  article: Article,
  { ref, passage, reason }: ArticleCommand & { type: "redact" },
  c: Circumstances,
): Decision {
  const as = mustBeAllowed(c.actor, "redact", { article });
  if (!c.known.refs.has(ref))
    throw new DomainError("not-found", "There are no such words in this article’s record.");
  const former = c.earlier.find((earlier) => earlier.ref === ref);
  const isOfText = former !== undefined || slice.revision?.ref === ref;
  if (isOfText !== (passage !== null)) {
    throw new DomainError(
      "bad-input",
      "Of an article’s text, choose the passage to remove; other words are removed whole.",
    );
  }
  const because = wordsOf(reason);
  if (!passage) return { as, facts: [{ type: "TextRedacted", body: { ref, passage, reason: because } }] };
  const text = former?.text ?? textOf(slice);
  checkSpan(text, passage);
  const words = text.slice(passage.start, passage.end);
  const facts: ArticleFact[] = former
    ? []
    : [{ type: "TextRedacted", body: { ref, passage, reason: because } }];
  for (const earlier of c.earlier) {
    for (const place of placesOf(words, earlier.text)) {
      const body = { ref: earlier.ref, passage: place, revision: earlier.number, reason: because };
      facts.push({ type: "TextRedacted", body });
    }
  }
  return { as, facts };
}

/** Where the words stand in a text, in whole characters. */
function placesOf(words: string, text: string): Span[] {
  const places: Span[] = [];
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + words.length))
    places.push(toGraphemes(text, { start, end: start + words.length }));
  return places;
}
