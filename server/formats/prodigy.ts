import type { Dossier, DossierTag } from "~/core/shapes/dossier";
import type { Span } from "~/core/tag";
import { codePointsAt } from "~/core/text";
import { articleFacts, attributeFacts, tagFacts } from "./facts";
import { HOLDS_TAGS, type TextFormat } from "./format";
import { jsonLine } from "./offsets";
import { tokensOf } from "./tokens";

/**
 * Prodigy's JSON Lines, which spaCy reads too: text, tokens and spans on them. Tokens are cut where tags begin
 * and end, so that every span lies on tokens; they and the blanks after them make up the whole text.
 * @see https://prodi.gy/docs/api-interfaces#spans
 */

export const prodigy: TextFormat = {
  id: "prodigy",
  label: "Prodigy and spaCy JSON Lines",
  mediaType: "application/jsonl",
  extension: "jsonl",
  offsetUnit: "code point",
  reader: "Prodigy reads it (spans.manual), and scripts that train spaCy’s span categorizer.",
  keeps: { ...HOLDS_TAGS, blocks: "lost", evidence: "as a note", scheme: "lost" },
  omissions: [],
  caveats: [
    "A span’s last token, token_end, is part of the span; its last character, end, is not.",
    "Spans overlap: use spaCy’s doc.spans. Its doc.ents takes none that overlap.",
    "Attributes and what else is said of a tag stand in its span under keys of their own, which Prodigy keeps and spaCy passes over.",
  ],
  async *write(dossiers) {
    for await (const dossier of dossiers) yield `${jsonLine(line(dossier))}\n`;
  },
};

interface Token extends Span {
  /** A single blank follows, which is no token itself. */
  readonly ws: boolean;
}

function line(dossier: Dossier): object {
  const { text, tags } = dossier;
  const points = codePointsAt(text);
  const place = ({ start, end }: Span) => ({
    start: points.toCodePoint(start),
    end: points.toCodePoint(end),
  });
  const tokens = withBlanks(text, tokensOf(text, dossier.article.language, tags).flat(), tags);
  const first = new Map(tokens.map(({ start }, id) => [start, id]));
  const last = new Map(tokens.map(({ end }, id) => [end, id]));
  const facts = tagFacts(dossier);
  return {
    text,
    tokens: tokens.map((token, id) => ({
      text: text.slice(token.start, token.end),
      ...place(token),
      id,
      ws: token.ws,
    })),
    spans: tags.map((tag) => ({
      ...place(tag),
      label: tag.type,
      token_start: first.get(tag.start),
      token_end: last.get(tag.end),
      attributes: attributeFacts(tag),
      ...facts(tag),
    })),
    meta: articleFacts(dossier),
    answer: "accept",
  };
}

/** The tokens with those that are white space between them: all but a single blank that follows a token. */
function withBlanks(text: string, words: readonly Span[], tags: readonly DossierTag[]): Token[] {
  const begins = new Set(tags.map(({ start }) => start));
  const ends = new Set(tags.map(({ end }) => end));
  const cuts = new Set([...begins, ...ends]);
  const tokens: Token[] = [];
  const fill = (from: number, to: number) => {
    let start = from;
    for (let at = from + 1; at <= to; at += 1) {
      if (at < to && !cuts.has(at)) continue;
      tokens.push({ start, end: at, ws: false });
      start = at;
    }
  };
  let at = 0;
  for (const word of [...words, null]) {
    const next = word?.start ?? text.length;
    const previous = tokens.at(-1);
    // A blank at a tag's edge has to be a token, or the span would not lie on tokens.
    const isBetween = previous && text[at] === " " && at < next && !begins.has(at) && !ends.has(at + 1);
    if (previous && isBetween) {
      tokens[tokens.length - 1] = { ...previous, ws: true };
      at += 1;
    }
    fill(at, next);
    if (word) tokens.push({ ...word, ws: false });
    at = word?.end ?? next;
  }
  return tokens;
}
