import { z } from "zod";

import type { CasStructure } from "./cas";
import { articleOfCas } from "./cas-read";
import { parseJson, placeOf } from "./json-read";
import { type ReadArticle, type Reader, unreadable } from "./read";

/** A structure; references to others, and lists of them, say nothing that a tag could. */
const Structure = z.looseObject({ "%ID": z.number().int(), "%TYPE": z.string() });
const Sofa = z.looseObject({ "%TYPE": z.literal("uima.cas.Sofa"), sofaString: z.string() });
const Offsets = z.looseObject({ begin: z.number().int(), end: z.number().int() });

const File = z.looseObject({
  "%FEATURE_STRUCTURES": z.union([
    z.array(Structure),
    z.record(z.string(), z.looseObject({ "%TYPE": z.string() })),
  ]),
});

/** Reads CAS JSON 0.4 back, from Galley or another tool. The first text in it is the article's. */
export const casJsonReader: Reader = {
  format: "cas-json",
  recognizes: ({ name, text }) =>
    /\.json$/i.test(name) && /^\s*\{[^]{0,4000}?"%(TYPES|FEATURE_STRUCTURES)"/.test(text.slice(0, 5_000)),
  *read({ name, text }, context): Generator<ReadArticle> {
    const parsed = File.safeParse(parseJson(text));
    if (!parsed.success) {
      yield unreadable(name, `The file is not CAS JSON: ${placeOf(parsed.error.issues[0])}.`);
      return;
    }
    const all = Object.values(parsed.data["%FEATURE_STRUCTURES"]);
    const sofa = all.map((structure) => Sofa.safeParse(structure).data).find((found) => found !== undefined);
    yield sofa
      ? articleOfCas({ text: sofa.sofaString, structures: all.map(structureOf) }, context)
      : unreadable(name, "The file holds no text. Export it from a project with its documents.");
  },
};

function structureOf(filed: Record<string, unknown> & { "%TYPE": string }): CasStructure {
  const offsets = Offsets.safeParse(filed).data;
  const features = Object.entries(filed).flatMap(([name, value]): [string, string | boolean][] => {
    if (/^[%@^]/.test(name) || name === "begin" || name === "end") return [];
    if (typeof value === "string" || typeof value === "boolean") return [[name, value]];
    return typeof value === "number" ? [[name, String(value)]] : [];
  });
  return {
    type: filed["%TYPE"],
    span: offsets ? { begin: offsets.begin, end: offsets.end } : null,
    features: Object.fromEntries(features),
  };
}
