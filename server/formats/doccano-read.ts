import { z } from "zod";

import { ARTICLE_FACT_NAMES } from "./facts";
import { factsIn } from "./facts-read";
import { articlesByLine } from "./json-read";
import type { ReadArticle, ReadContext, Reader } from "./read";
import { type FoundTag, settle } from "./settle";

const Place = z.number().int().nonnegative();
const Label = z.tuple([Place, Place, z.string()]);
const Entity = z.looseObject({ label: z.string(), start_offset: Place, end_offset: Place });

/** A line of an export: labels as triples, or as entities where the project has relations. */
const Line = z.looseObject({
  text: z.string(),
  label: z.array(Label).optional(),
  labels: z.array(Label).optional(),
  entities: z.array(Entity).optional(),
});

/** Reads doccano's JSON Lines back, from Galley or doccano's own export. Offsets alone say where a label is. */
export const doccanoReader: Reader = {
  format: "doccano",
  recognizes: ({ name, text }) =>
    /\.(jsonl|ndjson)$/i.test(name) &&
    /"(labels?|entities)" ?: ?\[/.test(text.slice(0, text.indexOf("\n") + 1 || undefined)),
  read: ({ text }, context) => articlesByLine(text, Line, "doccano", (line) => article(line, context)),
};

function article(
  { text, label, labels, entities, ...rest }: z.infer<typeof Line>,
  context: ReadContext,
): ReadArticle {
  const triples = [...(label ?? []), ...(labels ?? [])];
  const named = (entities ?? []).map(
    (entity) => [entity.start_offset, entity.end_offset, entity.label] as const,
  );
  const tags = [...triples, ...named].map(([start, end, type]): FoundTag => {
    return { id: null, start, end, type, exact: null, attributes: {}, note: null, facts: {} };
  });
  const facts = factsIn(ARTICLE_FACT_NAMES, rest);
  return settle({ text, facts, blocks: [], tags, notes: [] }, { unit: "UTF-16 code unit", ...context });
}
