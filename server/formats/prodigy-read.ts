import { z } from "zod";

import { ARTICLE_FACT_NAMES, TAG_FACT_NAMES } from "./facts";
import { factsIn } from "./facts-read";
import { articlesByLine } from "./json-read";
import { type ReadArticle, type ReadContext, type Reader, unreadable } from "./read";
import { type FoundTag, settle } from "./settle";

const Place = z.number().int().nonnegative();
const Span = z.looseObject({
  start: Place,
  end: Place,
  label: z.string(),
  text: z.string().optional(),
  attributes: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
});
const Line = z.looseObject({
  text: z.string(),
  spans: z.array(Span).default([]),
  meta: z.record(z.string(), z.unknown()).default({}),
  answer: z.string().default("accept"),
});

/** Reads Prodigy's JSON Lines back, from Galley or Prodigy's own export. Tasks that were not accepted stay out. */
export const prodigyReader: Reader = {
  format: "prodigy",
  recognizes: ({ name, text }) =>
    /\.(jsonl|ndjson)$/i.test(name) &&
    /"(spans|tokens)" ?: ?\[/.test(text.slice(0, text.indexOf("\n") + 1 || undefined)),
  read: ({ text }, context) =>
    articlesByLine(text, Line, "Prodigy", (line, number) =>
      line.answer === "accept"
        ? article(line, context)
        : unreadable(null, `Line ${number} was not accepted in Prodigy (“${line.answer}”).`),
    ),
};

function article({ text, spans, meta }: z.infer<typeof Line>, context: ReadContext): ReadArticle {
  const tags = spans.map(({ start, end, label, text: exact, attributes = {}, ...rest }): FoundTag => {
    const facts = factsIn(TAG_FACT_NAMES, rest);
    return {
      id: null,
      start,
      end,
      type: label,
      exact: exact ?? null,
      attributes,
      note: facts.tag_note ?? null,
      facts,
    };
  });
  const facts = factsIn(ARTICLE_FACT_NAMES, meta);
  return settle({ text, facts, blocks: [], tags, notes: [] }, { unit: "code point", ...context });
}
